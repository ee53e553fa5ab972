using System.Globalization;
using System.Text;
using VendorErrors.Definitions;
using VendorErrors.Problems;

namespace VendorErrors.Cli.Output;

/// <summary>
/// A vendor as a page of Markdown: what its answers look like, and a heading for each row, with an anchor that a better name does not
/// move, so that a link to it may be in problem details.
/// </summary>
internal static class VendorPage
{
    internal static string FileName(Vendor vendor) => $"{vendor.Id}.md";

    internal static string Write(Vendor vendor)
    {
        var page = new StringBuilder();
        Line(page, $"# {Markdown.Escape(vendor.Name)}");
        Line(page);
        Line(page, $"<!-- Written by vendor-errors codes --vendor {vendor.Id} --output markdown; edits are lost. -->");
        Line(page);
        if (vendor.Definition.Summary.Length > 0)
        {
            Line(page, Markdown.Escape(vendor.Definition.Summary));
            Line(page);
        }

        Line(page, string.Join(' ', Facts(vendor).Where(fact => fact is not null)));
        WriteSources(page, vendor);
        WriteProducts(page, vendor.Definition);
        WriteShapes(page, vendor.Definition);
        WriteWaits(page, vendor.Definition);
        WriteOperations(page, vendor.Definition);
        WriteRows(page, vendor);
        WriteCategories(page);
        EventSection.Write(page, vendor);
        return page.ToString();
    }

    private static IEnumerable<string?> Facts(Vendor vendor)
    {
        VendorDefinition definition = vendor.Definition;
        yield return $"Id {Markdown.Code(vendor.Id)}{(definition.OtherNames.Count == 0 ? null : $", also looked for as {Markdown.Codes(definition.OtherNames)}")}.";
        yield return Truthfulness(definition);
        yield return definition.ReadsXml ? "XML bodies are read like JSON." : null;
        yield return Keys(definition);
        yield return definition.ReadOn is { } day ? $"Its documents were read on {Markdown.Escape(day)}." : null;
        yield return definition.DocumentedCodes is { } documented
            ? $"They list {documented.ToString(CultureInfo.InvariantCulture)} codes; {vendor.Codes.Count.ToString(CultureInfo.InvariantCulture)} rows are here."
            : null;
    }

    private static string Truthfulness(VendorDefinition definition) =>
        definition.SuccessMayCarryError ? "A 2xx may carry an error, so its body counts." : "A 2xx carries no error; one that does contradicts the vendor's own rule.";

    private static string Keys(VendorDefinition definition) =>
        definition.IdempotencyKeyHeader is { } header ? $"Idempotency keys are honored, in the header {Markdown.Code(header)}." : "Idempotency keys are not honored.";

    private static void WriteSources(StringBuilder page, Vendor vendor)
    {
        Heading(page, "Sources");
        Line(page, "| document | where | rows |");
        Line(page, "|---|---|---|");
        foreach (IGrouping<SourceDocument, CodeRow> rows in vendor.Codes.Where(row => row.Source is not null).GroupBy(row => row.Source!))
        {
            string counts = string.Join(", ", rows.GroupBy(row => row.Basis).OrderBy(known => known.Key).Select(known => $"{known.Count().ToString(CultureInfo.InvariantCulture)} {SnakeCase.Of(known.Key)}"));
            Line(page, $"| {Markdown.Escape(rows.Key.Title)} | {Markdown.Escape(rows.Key.Address)} | {counts} |");
        }
    }

    private static void WriteProducts(StringBuilder page, VendorDefinition definition)
    {
        if (definition.Products.Count == 0)
        {
            return;
        }

        Heading(page, "Products");
        Line(page, "| id | product | where |");
        Line(page, "|---|---|---|");
        foreach (VendorProduct product in definition.Products)
        {
            Line(page, $"| {Markdown.Code(product.Id)} | {Markdown.Escape(product.Name)} | {Markdown.Codes(product.Operations)} |");
        }
    }

    private static void WriteShapes(StringBuilder page, VendorDefinition definition)
    {
        if (definition.Envelopes.Count == 0)
        {
            return;
        }

        Heading(page, "Shapes of its answers");
        Line(page, "The first that fits is read. A body of no shape lets the HTTP status decide.");
        Line(page);
        for (var i = 0; i < definition.Envelopes.Count; i++)
        {
            Line(page, $"{(i + 1).ToString(CultureInfo.InvariantCulture)}. {EnvelopePhrase.Of(definition.Envelopes[i])}");
        }
    }

    private static void WriteWaits(StringBuilder page, VendorDefinition definition)
    {
        if (definition.WaitHints.Count == 0)
        {
            return;
        }

        Heading(page, "Waits");
        Line(page, "Besides `Retry-After` and sentences in the message:");
        Line(page);
        foreach (WaitHint hint in definition.WaitHints)
        {
            Line(page, $"- {PlaceOf(hint)}, {UnitOf(hint.Unit)}");
        }
    }

    private static string PlaceOf(WaitHint hint) => hint.Source switch
    {
        WaitSource.BodyField => $"the member {SourcePhrase.Of(hint.Place)}",
        WaitSource.MessageText => $"the number in a message between {Markdown.Code(hint.Place.After ?? string.Empty)} and {Markdown.Code(hint.Place.Before ?? string.Empty)}",
        _ when hint.Member is { } member => $"the greatest {Markdown.Code(member)} in the JSON of the header {Markdown.Code(hint.Name)}",
        _ => $"the header {Markdown.Code(hint.Name)}",
    };

    private static string UnitOf(WaitUnit unit) => unit switch
    {
        WaitUnit.Seconds => "in seconds",
        WaitUnit.Milliseconds => "in milliseconds",
        WaitUnit.Date => "a date",
        WaitUnit.SecondsOrEpoch => "in seconds, or a Unix time",
        WaitUnit.Minutes => "in minutes",
        WaitUnit.Duration => "a duration with its unit",
        WaitUnit.Epoch => "a Unix time",
        WaitUnit.EpochMilliseconds => "a Unix time in milliseconds",
        _ => "in seconds, or a date",
    };

    private static void WriteOperations(StringBuilder page, VendorDefinition definition)
    {
        if (definition.Operations.Count == 0)
        {
            return;
        }

        Heading(page, "Operations whose method misleads");
        Line(page, "| operation | is a | how it is known | document |");
        Line(page, "|---|---|---|---|");
        foreach (OperationRule rule in definition.Operations)
        {
            Line(page, $"| {Markdown.Code(rule.Operation)} | {SafetyPhrase.Of(rule.Safety)}{(rule.Purpose == OperationPurpose.Other ? null : $" that {SnakeCase.Of(rule.Purpose)}s")} | {SnakeCase.Of(rule.Basis)} | {(rule.Source is { } source ? $"{Markdown.Escape(source.Title)}, {Markdown.Escape(source.Address)}" : null)} |");
        }
    }

    private static void WriteRows(StringBuilder page, Vendor vendor)
    {
        Heading(page, "Codes");
        Line(page, "The most specific row that matches counts: one for the operation, then for the body, then for the HTTP status; a code before a range, a range before a star.");
        foreach (CodeRow row in vendor.Codes)
        {
            RowSection.Write(page, row);
        }
    }

    private static void WriteCategories(StringBuilder page)
    {
        Heading(page, "Answers without a row");
        Line(page, "What is not listed above, such as an unknown code, an HTML page or a timeout, is decided by its category. \"Answer\" is the HTTP");
        Line(page, "status with which an application answers its own callers.");
        Line(page);
        Line(page, "| category | effect | send again? | answer | what to do |");
        Line(page, "|---|---|---|---|---|");
        foreach (ErrorCategory category in Enum.GetValues<ErrorCategory>().Order())
        {
            Line(page, $"| <a id=\"{CodeAnchor.Of(category)}\"></a>{Markdown.Code(SnakeCase.Of(category))} | {SnakeCase.Of(category.ToDefaultEffect())} | {RowPhrase.SendAgain(category, category.ToDefaultEffect())} | {ProblemStatus.Of(category).ToString(CultureInfo.InvariantCulture)} | {category.ToAdvice().Text} |");
        }
    }

    private static void Heading(StringBuilder page, string text)
    {
        Line(page);
        Line(page, $"## {text}");
        Line(page);
    }

    // The same line ends on every system: the pages are in the repository.
    private static void Line(StringBuilder page, string text = "") => page.Append(text).Append('\n');
}
