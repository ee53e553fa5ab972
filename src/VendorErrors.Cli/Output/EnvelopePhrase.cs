using VendorErrors.Definitions;

namespace VendorErrors.Cli.Output;

/// <summary>A shape of answers in words, as Markdown.</summary>
internal static class EnvelopePhrase
{
    internal static string Of(Envelope envelope) =>
        string.Join(' ', Sentences(envelope).Where(sentence => sentence is not null));

    private static IEnumerable<string?> Sentences(Envelope envelope)
    {
        yield return $"**{Markdown.Escape(envelope.Name)}**, when {Markdown.Escape(envelope.When.ToString())}{(envelope.Operation is null ? null : $", at {Markdown.Code(envelope.Operation)}")}{(envelope.Product is null ? null : $", of the product {Markdown.Code(envelope.Product)}")}{(envelope.OnlyOnFailure ? ", only where the HTTP status is not a 2xx" : null)}.";
        yield return envelope.Code.Count == 0 ? null : $"Code in {SourcePhrase.Of(envelope.Code)}{Meaning(envelope.CodeMeaning)}{(envelope.Space.Length == 0 ? null : $", of the space {Markdown.Code(envelope.Space)}")}.";
        yield return envelope.InnerCode.Count == 0 ? null : $"Inner code in {SourcePhrase.Of(envelope.InnerCode)}.";
        yield return envelope.Message.Count == 0 ? null : $"Words in {SourcePhrase.Of(envelope.Message)}.";
        yield return envelope.CorrelationId.Count == 0 ? null : $"Correlation id in {SourcePhrase.Of(envelope.CorrelationId)}{(envelope.CorrelationIdInText is { } word ? $", or behind the word {Markdown.Code(word)}" : null)}.";
        yield return envelope.Fields.Count == 0 ? null : $"Fields in {string.Join(", ", envelope.Fields.Select(Fields))}.";
        yield return envelope.Items is { } items ? Items(items) : null;
        yield return envelope.Proof is { } proof ? $"{Markdown.Code(proof.Path)} states whether anything was executed{(proof.NotExecuted.Count == 0 ? null : $": {Markdown.Codes(proof.NotExecuted)} that nothing was")}." : null;
        foreach (OutcomeRule rule in envelope.Outcomes)
        {
            yield return $"It is {SnakeCase.Of(rule.Outcome).Replace('_', ' ')} where {Markdown.Escape(rule.When.ToString())}.";
        }

        yield return envelope.ContradictsSuccess ? "An error of this shape under a 2xx contradicts the vendor's own rule." : null;
        yield return envelope.Template is { } template ? $"Such as {Markdown.Code(template)}." : null;
    }

    private static string Fields(FieldShape shape) => shape.Layout switch
    {
        FieldLayout.Map => $"{SourcePhrase.Of(shape.Source)}, an object by their names",
        FieldLayout.Tree => $"{SourcePhrase.Of(shape.Source)}, a tree with lists {Markdown.Code("_errors")}",
        _ => SourcePhrase.Of(shape.Source),
    };

    private static string? Meaning(CodeMeaning meaning) => meaning switch
    {
        CodeMeaning.HttpStatus => ", which repeats the HTTP status",
        CodeMeaning.VendorOrHttpStatus => ", which may repeat the HTTP status",
        _ => null,
    };

    private static string Items(ItemShape items) =>
        $"{(items.Failed is { } failed ? $"Results in {Markdown.Code(items.Path)}, one was not done when {Markdown.Escape(failed.ToString())}" : $"Causes in {Markdown.Code(items.Path)}, of which the {(items.Lead == ItemLead.First ? "first" : "worst")} decides")}{(items.Code.Count == 0 ? null : $", with a code in {SourcePhrase.Of(items.Code)}")}.";
}
