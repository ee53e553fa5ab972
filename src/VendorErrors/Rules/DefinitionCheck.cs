using System.Globalization;
using VendorErrors.Envelopes;

namespace VendorErrors.Rules;

/// <summary>Finds what is wrong with a definition, a sentence each, before it can take a failure for a success.</summary>
internal static class DefinitionCheck
{
    internal static IEnumerable<DefinitionFault> FaultsOf(string id, VendorDefinition definition)
    {
        if (!IsKebabCase(id))
        {
            yield return Form($"The id '{id}' is not made of lower-case letters, digits and single hyphens, such as 'acme-voice'.");
        }

        foreach (Envelope envelope in definition.Envelopes)
        {
            foreach (string path in envelope.Code.Concat(envelope.Message).Concat(envelope.CorrelationId).Where(path => path.Split('.').Any(string.IsNullOrWhiteSpace)))
            {
                yield return Form($"The envelope '{envelope.Name}' has the path '{path}', in which a name is empty.");
            }
        }

        IEnumerable<string?> patterns = definition.Envelopes.Select(envelope => envelope.Operation)
            .Concat(definition.Codes.SelectMany(section => section.Rows).Select(row => row.Operation))
            .Concat(definition.Operations.Select(rule => rule.Operation));
        foreach (string pattern in patterns.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (OperationPattern.FaultOf(pattern) is { } fault)
            {
                yield return Form($"The operation '{pattern}' {fault}.");
            }
        }

        var keys = new HashSet<(string, bool, string, string?, string?, int?, string?)>();
        foreach (CodeRow row in definition.Codes.SelectMany(section => section.Rows))
        {
            string space = row.Section!.Space;
            if (!keys.Add((space, row.IsHttpStatus, row.Code.ToUpperInvariant(), row.LastCode, row.Operation, row.OnHttpStatus, row.When?.ToString())))
            {
                yield return new DefinitionFault(DefinitionFaultKind.Duplicate, row, $"The code {row.Code} stands twice, and nothing tells the rows apart; one is '{row.Name}'.");
            }

            foreach (DefinitionFault fault in FaultsOf(row))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<DefinitionFault> FaultsOf(CodeRow row)
    {
        (bool IsFault, string Text)[] checks =
        [
            (string.IsNullOrWhiteSpace(row.Code), "has no code."),
            (string.IsNullOrWhiteSpace(row.Name), "has no name."),
            (row.Category is { } category && CategoryTable.Of(category).Category != category, "has a category that does not exist."),
            (row.LastCode is not null && (!IsNumber(row.Code) || !IsNumber(row.LastCode)), "is a range whose ends are no whole numbers."),
            (row.Category is null && row.Outcome is Outcome.Failure or Outcome.Undetermined, $"has the outcome {row.Outcome}; an error needs a category."),
            (row.Category is not null && row.Effect == Effect.Applied, "is an error whose effect is applied; nobody could tell that from a code."),
            (row.Category is null && row.Effect is not null, "is no error and states an effect; the outcome tells it."),
            (row.Wait < TimeSpan.Zero, "has a negative wait."),
            (row.WaitGrows && row.Wait is null, "has a growing wait and no wait."),
            (row.MaxRetries < 1, "allows less than one retry; choose a category that is never retried."),
            (row.OnHttpStatus is < 100 or > 599, "is for an HTTP status that does not exist."),
        ];
        foreach ((_, string text) in checks.Where(check => check.IsFault))
        {
            yield return new DefinitionFault(DefinitionFaultKind.Form, row, $"The row '{row}' {text}");
        }

        if (row.Wait is not null && !IsRetriedAfterDelay(row.Category))
        {
            yield return new DefinitionFault(DefinitionFaultKind.Retry, row, $"The row '{row}' has a wait, and its category is never retried after one.");
        }
    }

    private static DefinitionFault Form(string text) => new(DefinitionFaultKind.Form, Row: null, text);

    private static bool IsRetriedAfterDelay(ErrorCategory? category) =>
        category is { } known && (known.ToRetryDisposition() == RetryDisposition.AfterDelay || known == ErrorCategory.QuotaExhausted);

    private static bool IsNumber(string code) => long.TryParse(code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static bool IsKebabCase(string? id) =>
        !string.IsNullOrEmpty(id) && id!.Split('-').All(part => part.Length > 0 && part.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9')));
}
