using System.Globalization;
using VendorErrors.Classification.Waits;

namespace VendorErrors.Definitions;

/// <summary>Finds what is wrong with a definition, a sentence each, before it can take a failure for a success.</summary>
internal static class DefinitionCheck
{
    internal static IEnumerable<DefinitionFault> FaultsOf(string id, VendorDefinition definition)
    {
        if (!IsKebabCase(id))
        {
            yield return Form($"The id '{id}' is not made of lower-case letters, digits and single hyphens, such as 'acme-voice'.");
        }

        foreach (DefinitionFault fault in NotFoundAnywhere(definition))
        {
            yield return fault;
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

        foreach (DefinitionFault fault in FaultsOf(definition.RequiredEnvelope, definition.Envelopes.Count))
        {
            yield return fault;
        }

        var rows = new Dictionary<(string, bool, string, string?, string?, int?, string?), CodeRow>();
        foreach (CodeRow row in definition.Codes.SelectMany(section => section.Rows))
        {
            (string, bool, string, string?, string?, int?, string?) key =
                (row.Section!.Space, row.IsHttpStatus, row.Code.ToUpperInvariant(), row.LastCode, row.Operation, row.OnHttpStatus, row.When?.ToString());
            if (rows.TryGetValue(key, out CodeRow? other))
            {
                yield return new DefinitionFault(DefinitionFaultKind.Duplicate, row, $"The code {row.Code} is defined twice, as '{other.Name}' and as '{row.Name}', and nothing distinguishes the rows.");
            }

            rows[key] = row;

            foreach (DefinitionFault fault in FaultsOf(row))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<DefinitionFault> FaultsOf(RequiredEnvelope? required, int envelopes)
    {
        if (required is null)
        {
            yield break;
        }

        if (envelopes == 0)
        {
            yield return Form("An envelope is required and none is defined, so no answer could be a success.");
        }

        if (required.Operations.Count == 0 && !required.Always)
        {
            yield return Form("An envelope is required for no operation; name the operations, or set Always.");
        }

        foreach (string operation in required.Operations.Concat(required.Except).Distinct(StringComparer.Ordinal))
        {
            if (OperationArea.FaultOf(operation) is { } fault)
            {
                yield return Form($"The operation '{operation}' {fault}.");
            }
        }
    }

    /// <summary>Paths, headers and words that nothing in any answer can be.</summary>
    private static IEnumerable<DefinitionFault> NotFoundAnywhere(VendorDefinition definition)
    {
        IEnumerable<string> paths =
            from found in DefinitionPaths.Of(definition).Distinct()
            let fault = PathFault.Of(found.Path)
            where fault is not null
            select $"{found.Place} has the path '{found.Path}'; {fault}.";
        IEnumerable<string> headers =
            from header in definition.WaitHints.Where(hint => hint.Source == WaitSource.VendorHeader).Select(hint => ("A wait hint", hint.Name))
                .Concat(definition.IdempotencyKeyHeader is { } key ? [("The idempotency key", key)] : Enumerable.Empty<(string, string)>())
            let fault = PathFault.OfHeader(header.Item2)
            where fault is not null
            select $"{header.Item1} has the header '{header.Item2}'; {fault}.";
        return paths.Concat(headers).Distinct(StringComparer.Ordinal).Select(Form);
    }

    private static IEnumerable<DefinitionFault> FaultsOf(CodeRow row)
    {
        (bool IsFault, string Text)[] checks =
        [
            (string.IsNullOrWhiteSpace(row.Code), "has no code."),
            (string.IsNullOrWhiteSpace(row.Name), "has no name."),
            (row.Category is { } category && CategoryTable.Of(category).Category != category, "has a category that does not exist."),
            (row.LastCode is not null && (!IsNumber(row.Code) || !IsNumber(row.LastCode)), "is a range whose bounds are not integers; bounds must be integers."),
            (row.Category is null && row.Outcome is VendorOutcome.Failure or VendorOutcome.Undetermined, $"has the outcome {SnakeCase.Of(row.Outcome)}; an error needs a category."),
            (row.Category is not null && row.Effect == Effect.Applied, "is an error with the effect applied, which a code cannot prove."),
            (row.Category is null && row.Effect is not null, "is not an error and states an effect; the outcome decides the effect."),
            (row.WaitDoubles && row.Wait is null, "has WaitDoubles without a Wait."),
            (row.MaxRetryAttempts < 1, "allows less than one retry; choose a category that is never retried."),
            (row.Refinements.Any(rule => rule.Contains is { } words && string.IsNullOrWhiteSpace(words)), "has a refinement without words, which every message matches."),
            (row.OnHttpStatus is < 100 or > 599, "is for an HTTP status that does not exist."),
        ];
        foreach ((_, string text) in checks.Where(check => check.IsFault))
        {
            yield return new DefinitionFault(DefinitionFaultKind.Form, row, $"The row '{row}' {text}");
        }

        // A number whose unit was forgotten is a few ticks, or as many days.
        if (row.Wait < WaitBounds.Shortest || row.Wait > WaitBounds.Longest)
        {
            yield return new DefinitionFault(DefinitionFaultKind.Wait, row, $"The row '{row}' has a wait of {row.Wait}; it must be from a millisecond to {WaitBounds.Longest.Days} days; check its unit.");
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
