using System.Globalization;

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

        IEnumerable<(object Part, string Text)> parts = SourceCheck.FaultsOf(definition)
            .Concat(definition.Envelopes.SelectMany(envelope => FaultsOf(envelope, definition).Select(text => ((object)envelope, text))))
            .Concat(FaultsOf(definition.Products));
        HashSet<string> texts = new(StringComparer.Ordinal);
        foreach ((object part, string text) in parts.Where(found => texts.Add(found.Text)))
        {
            yield return Form(text) with { Part = part };
        }

        foreach (DefinitionFault fault in PatternFaultsOf(definition))
        {
            yield return fault;
        }

        foreach (DefinitionFault fault in FaultsOf(definition.RequiredEnvelope, definition.Envelopes))
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

    private static IEnumerable<DefinitionFault> PatternFaultsOf(VendorDefinition definition)
    {
        IEnumerable<(object? Part, string? Pattern)> patterns = definition.Envelopes.Select(envelope => ((object?)envelope, TailOf(envelope.Operation)))
            .Concat(definition.Products.SelectMany(product => product.Operations.Select(operation => ((object?)product, TailOf(operation)))))
            .Concat(definition.Codes.SelectMany(section => section.Rows).Select(row => ((object?)row, TailOf(row.Operation))))
            .Concat(definition.IdempotencyKeyOperations.Select(operation => ((object?)null, TailOf(operation))))
            .Concat(definition.Operations.Select(rule => ((object?)rule, (string?)rule.Operation)));
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach ((object? part, string? pattern) in patterns)
        {
            if (pattern is not null && seen.Add(pattern) && OperationPattern.FaultOf(pattern) is { } fault)
            {
                yield return Form($"The operation '{pattern}' {fault}.") with { Part = part };
            }
        }
    }

    private static string? TailOf(string? area) => area is null ? null : OperationArea.TailOf(area);

    private static IEnumerable<DefinitionFault> FaultsOf(RequiredEnvelope? required, IReadOnlyList<Envelope> envelopes)
    {
        if (required is null)
        {
            yield break;
        }

        if (envelopes.Count == 0)
        {
            yield return Form("An envelope is required and none is defined, so no answer could be a success.");
        }
        else if (envelopes.All(envelope => envelope.OnlyOnFailure))
        {
            yield return Form("An envelope is required and each is only looked for on failure, so no answer could be a success.");
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
        IEnumerable<(object? Part, string Text)> paths =
            from found in DefinitionPaths.Of(definition)
            let fault = PathFault.Of(found.Path, found.IsInEntry)
            where fault is not null
            select ((object?)found.Part, $"{found.Place} has the path '{found.Path}'; {fault}.");
        IEnumerable<(object? Part, string Text)> headers =
            from header in definition.WaitHints.Where(hint => hint.Source == WaitSource.VendorHeader).Select(hint => ((object?)hint, "A wait hint", hint.Name))
                .Concat(SourceCheck.HeadersOf(definition))
                .Concat(definition.IdempotencyKeyHeader is { } key ? [(null, "The idempotency key", key)] : Enumerable.Empty<(object?, string, string)>())
            let fault = PathFault.OfHeader(header.Item3)
            where fault is not null
            select (header.Item1, $"{header.Item2} has the header '{header.Item3}'; {fault}.");
        HashSet<string> texts = new(StringComparer.Ordinal);
        return paths.Concat(headers).Where(found => texts.Add(found.Text)).Select(found => Form(found.Text) with { Part = found.Part });
    }

    private static IEnumerable<string> FaultsOf(Envelope envelope, VendorDefinition definition)
    {
        var place = $"The envelope '{envelope.Name}'";
        (bool IsFault, string Text)[] checks =
        [
            (envelope.Product is { } id && definition.Products.All(product => !string.Equals(product.Id, id, StringComparison.Ordinal)), $"is of the product '{envelope.Product}', which is not defined."),
            (envelope.InnerCode.Count > 0 && envelope.Code.Count == 0 && envelope.Items is null, "has an inner code and no code that it could be beside."),
            (envelope.OnlyOnFailure && envelope.Outcomes.Any(rule => rule.Outcome != VendorOutcome.Failure), "is only looked for on failure, and has an outcome rule that speaks of success, which is never asked."),
            (envelope.OnlyOnFailure && envelope.ContradictsSuccess, "is only looked for on failure, so it cannot contradict a success."),
        ];
        return checks.Where(check => check.IsFault).Select(check => $"{place} {check.Text}");
    }

    private static IEnumerable<(object Part, string Text)> FaultsOf(IReadOnlyList<VendorProduct> products)
    {
        foreach (VendorProduct product in products)
        {
            if (!IsKebabCase(product.Id))
            {
                yield return (product, $"The product '{product.Id}' has an id that is not made of lower-case letters, digits and single hyphens.");
            }

            if (product.Operations.Count == 0)
            {
                yield return (product, $"The product '{product.Id}' has no operations, so nothing says where it is.");
            }

            if (products.Count(other => string.Equals(other.Id, product.Id, StringComparison.Ordinal)) > 1)
            {
                yield return (product, $"The product '{product.Id}' is defined twice.");
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
            (row.LastCode is not null && !IsRange(row), "is a range whose bounds are neither integers nor words that differ in their last digits alone."),
            (row.Code.Count(c => c == '*') > 1, "has two stars; a pattern has one."),
            (row.LastCode is not null && IsRange(row) && (row.Code + row.LastCode).Contains('*'), "is a range and has a star; it is either."),
            (row.IsHttpStatus && row.LastCode is null && row.Code.Contains('*'), "is of an HTTP status and has a star; write a range, as in 500 to 599."),
            (row.IsAnyCode && row.Outcome != VendorOutcome.Failure, "is of any other code and no error; a code that nobody knows is no success."),
            (row.Category is null && row.Outcome is VendorOutcome.Failure or VendorOutcome.Undetermined, $"has the outcome {SnakeCase.Of(row.Outcome)}; an error needs a category."),
            (row.Category is not null && row.Effect == Effect.Applied, "is an error with the effect applied, which a code cannot prove."),
            (row.Category is null && row.Effect is not null, "is not an error and states an effect; the outcome decides the effect."),
            (row.WaitDoubles && row.Wait is null, "has WaitDoubles without a Wait."),
            (row.MaxRetryAttempts < 0, "allows less than no retry."),
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

    private static bool IsRange(CodeRow row) =>
        (IsNumber(row.Code) && IsNumber(row.LastCode!)) || (!IsNumber(row.Code) && WordRange.TryRead(row.Code, row.LastCode!, out _, out _, out _));

    private static bool IsNumber(string code) => long.TryParse(code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static bool IsKebabCase(string? id) =>
        !string.IsNullOrEmpty(id) && id!.Split('-').All(part => part.Length > 0 && part.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9')));
}
