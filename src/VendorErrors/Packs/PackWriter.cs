using System.Globalization;
using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>Writes a vendor as a pack: what <see cref="PackReader"/> reads, with the same meaning.</summary>
internal static class PackWriter
{
    internal const string Schema = "vendor-pack.schema.json";

    /// <summary>The pack of a vendor, as JSON.</summary>
    internal static string Write(PackContent content)
    {
        VendorDefinition definition = content.Definition;
        Dictionary<SourceDocument, string> documents = DocumentsOf(content);
        return PackNode.Object()
            .Add("$schema", Schema)
            .Add("pack", Number(PackContent.Version))
            .Add("id", content.Id)
            .Add("name", content.Name)
            .Add("summary", definition.Summary.Length == 0 ? null : definition.Summary)
            .Add("read", definition.ReadOn)
            .Add("shape", content.IsShape)
            .Add("replace", content.Replaces)
            .Add("formerly", Texts(definition.OtherNames))
            .Add("documents", Documents(documents))
            .Add("successMayCarryError", definition.SuccessMayCarryError ? null : PackNode.Raw("false"))
            .Add("xml", definition.ReadsXml)
            .Add("requiredEnvelope", Required(definition.RequiredEnvelope))
            .Add("idempotencyKey", Key(definition))
            .Add("products", Products(definition.Products))
            .Add("envelopes", PackNode.List(definition.Envelopes.Select(Envelope)).Spread())
            .Add("codes", PackNode.List(definition.Codes.Select(section => Section(section, documents))).Spread())
            .Add("waits", PackNode.List(definition.WaitHints.Select(Wait)).Spread())
            .Add("operations", PackNode.List(definition.Operations.Select(rule => Operation(rule, documents))).Spread())
            .Add("eventSignature", EventWriter.Signature(content.Events.Signature, documents))
            .Add("events", PackNode.List(content.Events.Shapes.Select(shape => EventWriter.Shape(shape, documents))).Spread())
            .Add("reasons", PackNode.List(content.Events.Reasons.Select(section => EventWriter.Section(section, documents))).Spread())
            .Add("simulate", Simulation(content.Simulation))
            .Add("codesDocumented", Number(definition.DocumentedCodes))
            .Add("answers", PackNode.List(content.Answers.Select(answer => AnswerWriter.Write(answer, documents))).Spread())
            .Add("eventSamples", PackNode.List(content.EventSamples.Select(sample => EventWriter.Sample(sample, documents))).Spread())
            .ToString();
    }

    private static Dictionary<SourceDocument, string> DocumentsOf(PackContent content)
    {
        VendorDefinition definition = content.Definition;
        Dictionary<SourceDocument, string> names = [];
        foreach (KeyValuePair<string, SourceDocument> known in content.Documents)
        {
            names[known.Value] = known.Key;
        }

        IEnumerable<SourceDocument> all = definition.Codes.Select(section => section.Source)
            .Concat(definition.Operations.Select(rule => rule.Source).Concat(content.Answers.Select(answer => answer.Document)).Concat(EventDocumentsOf(content)).OfType<SourceDocument>());
        foreach (SourceDocument document in all.Distinct().Where(document => !names.ContainsKey(document)))
        {
            string word = document.Title.ToLowerInvariant().Split(' ').Select(part => new string([.. part.Where(char.IsLetterOrDigit)])).FirstOrDefault(part => part.Length > 0) ?? "document";
            string name = word;
            for (var i = 2; names.ContainsValue(name); i++)
            {
                name = word + i.ToString(CultureInfo.InvariantCulture);
            }

            names.Add(document, name);
        }

        return names;
    }

    private static IEnumerable<SourceDocument?> EventDocumentsOf(PackContent content) =>
        content.Events.Reasons.Select(section => (SourceDocument?)section.Source)
            .Concat(content.Events.Shapes.Select(shape => shape.Source))
            .Concat(content.EventSamples.Select(sample => sample.Document))
            .Append(content.Events.Signature?.Source);

    private static PackNode Documents(Dictionary<SourceDocument, string> documents)
    {
        PackNode all = PackNode.Object().Spread();
        foreach (KeyValuePair<SourceDocument, string> document in documents)
        {
            _ = all.Add(document.Value, Texts([string.IsNullOrWhiteSpace(document.Key.Title) ? document.Key.Address : document.Key.Title, document.Key.Address]));
        }

        return all;
    }

    private static PackNode? Key(VendorDefinition definition) =>
        definition.IdempotencyKeyHeader is not { } header ? null
        : definition.IdempotencyKeyOperations.Count == 0 ? PackNode.Text(header)
        : PackNode.Object().Add("header", header).Add("operations", Texts(definition.IdempotencyKeyOperations));

    private static PackNode? Required(RequiredEnvelope? required) =>
        required is null ? null : PackNode.Object().Add("operations", Texts(required.Operations)).Add("except", Texts(required.Except)).Add("always", required.Always);

    private static PackNode Products(IReadOnlyList<VendorProduct> products)
    {
        PackNode all = PackNode.Object().Spread();
        foreach (VendorProduct product in products)
        {
            _ = all.Add(product.Id, PackNode.Object().Add("name", product.Name).Add("at", Texts(product.Operations)));
        }

        return all;
    }

    private static PackNode Envelope(Envelope envelope) => PackNode.Object()
        .Add("name", envelope.Name)
        .Add("when", Condition(envelope.When))
        .Add("only", envelope.OnlyOnFailure ? "failure" : null)
        .Add("product", envelope.Product)
        .Add("operation", envelope.Operation)
        .Add("contradictsSuccess", envelope.ContradictsSuccess)
        .Add("code", Sources(envelope.Code))
        .Add("codeIs", envelope.CodeMeaning == CodeMeaning.Vendor ? null : PackWords.Of(PackWords.Meanings, (int)envelope.CodeMeaning))
        .Add("space", envelope.Space.Length == 0 ? null : envelope.Space)
        .Add("innerCode", Sources(envelope.InnerCode))
        .Add("message", Sources(envelope.Message))
        .Add("id", Sources(envelope.CorrelationId))
        .Add("idInText", envelope.CorrelationIdInText)
        .Add("fields", PackNode.List(envelope.Fields.Select(Field)))
        .Add("fieldInText", envelope.FieldInText == FieldText.None ? null : PackWords.Of(PackWords.FieldTexts, (int)envelope.FieldInText))
        .Add("items", Items(envelope.Items))
        .Add("outcomes", PackNode.List(envelope.Outcomes.Select(Outcome)))
        .Add("proof", Proof(envelope.Proof))
        .Add("failureStatus", Number(envelope.FailureStatus))
        .Add("template", envelope.Template is not { } template ? null : PackTemplate.IsCompact(template) ? PackNode.Raw(template) : PackNode.Text(template));

    private static PackNode Field(FieldShape shape) => PackNode.Object()
        .Add("path", Source(shape.Source))
        .Add("as", shape.Layout == FieldLayout.List ? null : PackWords.Of(PackWords.Layouts, (int)shape.Layout))
        .Add("field", shape.Field.Count == 1 ? PackNode.Text(shape.Field[0]) : Texts(shape.Field))
        .Add("code", shape.Code)
        .Add("message", shape.Message)
        .Add("value", shape.Value);

    private static PackNode? Items(ItemShape? items) => items is null ? null : PackNode.Object()
        .Add("path", items.Path)
        .Add("failed", items.Failed is null ? null : Condition(items.Failed))
        .Add("worked", items.Worked is null ? null : Condition(items.Worked))
        .Add("code", Sources(items.Code))
        .Add("message", Sources(items.Message))
        .Add("status", items.Status)
        .Add("id", Texts(items.Id))
        .Add("requestPath", items.RequestPath)
        .Add("requestMethod", items.RequestMethod)
        .Add("time", items.Timestamp)
        .Add("lead", items.Lead == ItemLead.Worst ? null : PackWords.Of(PackWords.Leads, (int)items.Lead));

    private static PackNode Outcome(OutcomeRule rule) => PackNode.Object()
        .Add("when", Condition(rule.When))
        .Add("is", rule.Category is { } category ? SnakeCase.Of(category) : SnakeCase.Of(rule.Outcome))
        .Add("effect", rule.Effect is { } effect ? PackWords.Of(PackWords.Effects, (int)effect) : null)
        .Add("basis", Basis(rule.Basis));

    private static PackNode? Proof(Proof? proof) =>
        proof is null ? null : PackNode.Object().Add("path", proof.Path).Add("notExecuted", Texts(proof.NotExecuted)).Add("executed", Texts(proof.Executed));

    private static PackNode Section(CodeSection section, Dictionary<SourceDocument, string> documents)
    {
        PackNode rows = PackNode.Object().Spread();
        foreach (IGrouping<string, CodeRow> code in section.Rows.GroupBy(CodeOf, StringComparer.OrdinalIgnoreCase))
        {
            PackNode[] own = [.. code.Select(Row)];
            _ = rows.Add(code.Key, own.Length == 1 ? own[0] : PackNode.List(own).Spread());
        }

        return PackNode.Object().Spread()
            .Add("document", documents[section.Source])
            .Add("basis", Basis(section.Basis))
            .Add("httpStatus", section.IsHttpStatus)
            .Add("space", section.Space.Length == 0 ? null : section.Space)
            .Add("rows", rows);
    }

    private static string CodeOf(CodeRow row) => row.LastCode is null ? row.Code : $"{row.Code}..{row.LastCode}";

    private static PackNode Row(CodeRow row) => PackNode.Object()
        .Add("is", row.Category is { } category ? SnakeCase.Of(category) : SnakeCase.Of(row.Outcome))
        .Add("name", row.Name)
        .Add("effect", row.Effect is { } effect ? PackWords.Of(PackWords.Effects, (int)effect) : null)
        .Add("wait", row.Wait is { } wait ? PackWords.OfLength(wait) : null)
        .Add("waitDoubles", row.WaitDoubles)
        .Add("retries", Number(row.MaxRetryAttempts))
        .Add("operation", row.Operation)
        .Add("status", Number(row.OnHttpStatus))
        .Add("when", row.When is null ? null : Condition(row.When))
        .Add("refine", Refinements(row.Refinements))
        .Add("advice", row.Advice?.Text)
        .Add("for", row.Advice is { } advice ? PackWords.Of(PackWords.Audiences, (int)advice.Audience) : null)
        .Add("note", row.Note);

    // Rules of one category that follow one another are one entry; those that are shared by name stay shared.
    private static PackNode Refinements(IReadOnlyList<TextRule> rules)
    {
        List<PackNode> entries = [];
        for (var i = 0; i < rules.Count;)
        {
            (string? word, IReadOnlyList<TextRule> shared) = Array.Find(PackWords.Phrases, known => IsAt(rules, i, known.Value));
            if (word is not null)
            {
                entries.Add(PackNode.Object().Add("use", word));
                i += shared.Count;
                continue;
            }

            int first = i++;
            while (i < rules.Count && rules[i].Category == rules[first].Category && rules[i].AtStart == rules[first].AtStart && !Array.Exists(PackWords.Phrases, known => IsAt(rules, i, known.Value)))
            {
                i++;
            }

            string[] phrases = [.. rules.Skip(first).Take(i - first).Select(rule => rule.Contains)];
            entries.Add(PackNode.Object()
                .Add("says", phrases.Length == 1 ? PackNode.Text(phrases[0]) : Texts(phrases))
                .Add("is", SnakeCase.Of(rules[first].Category))
                .Add("atStart", rules[first].AtStart));
        }

        return PackNode.List(entries);
    }

    private static bool IsAt(IReadOnlyList<TextRule> rules, int at, IReadOnlyList<TextRule> shared) =>
        at + shared.Count <= rules.Count && shared.Select((rule, i) => ReferenceEquals(rule, rules[at + i])).All(same => same);

    private static PackNode Wait(WaitHint hint) =>
        hint.Source == WaitSource.MessageText
            ? PackNode.Object().Add("says", Texts([hint.Place.After ?? string.Empty, hint.Place.Before ?? string.Empty])).Add("unit", PackWords.Of(PackWords.Units, (int)hint.Unit)).Add("always", hint.Always)
            : Source(PackNode.Object(), hint.Place).Add("member", hint.Member).Add("unit", PackWords.Of(PackWords.Units, (int)hint.Unit)).Add("always", hint.Always);

    private static PackNode? Simulation(PackSimulation? simulation)
    {
        if (simulation is null)
        {
            return null;
        }

        PackNode? tokens = simulation.Tokens?.Aggregate(PackNode.Object(), (node, token) => node.Add(token.Key, token.Value));
        return PackNode.Object().Spread()
            .Add("rateLimitCode", simulation.RateLimitCode)
            .Add("subjectMembers", Texts(simulation.SubjectMembers))
            .Add("operations", PackNode.List(simulation.Operations.Select(Operation)).Spread())
            .Add("tokens", tokens);
    }

    private static PackNode Operation(PackOperation operation) => PackNode.Object()
        .Add("kind", operation.Kind)
        .Add("operation", operation.Operation)
        .Add("status", Number(operation.Status))
        .Add("text", operation.Body);

    private static PackNode Operation(OperationRule rule, Dictionary<SourceDocument, string> documents) => PackNode.Object()
        .Add("operation", rule.Operation)
        .Add("safety", PackWords.Of(PackWords.Safeties, (int)rule.Safety))
        .Add("purpose", rule.Purpose == OperationPurpose.Other ? null : PackWords.Of(PackWords.Purposes, (int)rule.Purpose))
        .Add("document", rule.Source is { } source ? documents[source] : null)
        .Add("basis", Basis(rule.Basis));

    internal static PackNode Condition(Condition condition) => condition.Kind switch
    {
        ConditionKind.Present => Test("has", condition.Source),
        ConditionKind.Absent => Test("lacks", condition.Source),
        ConditionKind.NotEmpty => Test("notEmpty", condition.Source),
        ConditionKind.IsTrue => Test("true", condition.Source),
        ConditionKind.IsFalse => Test("false", condition.Source),
        ConditionKind.IsText => Source(PackNode.Object(), condition.Source).Add("is", condition.Texts.Length == 1 ? PackNode.Text(condition.Texts[0]) : Texts(condition.Texts)),
        ConditionKind.Between => Source(PackNode.Object(), condition.Source)
            .Add("from", condition.From == long.MinValue && condition.To != long.MaxValue ? null : Number(condition.From))
            .Add("to", condition.To == long.MaxValue ? null : Number(condition.To)),
        ConditionKind.Not => PackNode.Object().Add("not", Condition(condition.Left!)),
        _ => PackNode.Object().Add(condition.Kind == ConditionKind.Both ? "all" : "any", PackNode.List(PartsOf(condition, condition.Kind).Select(Condition))),
    };

    // "a and b and c" is one list, though it was put together from two and two.
    private static IEnumerable<Condition> PartsOf(Condition condition, ConditionKind kind) =>
        condition.Kind == kind ? PartsOf(condition.Left!, kind).Append(condition.Right!) : [condition];

    private static PackNode Test(string word, ValueSource source) =>
        PackNode.Object().Add(word, source.Header is { } header ? PackNode.Object().Add("header", header) : PackNode.Text(source.Path));

    internal static PackNode? Sources(IReadOnlyList<ValueSource> sources) =>
        sources.Count == 1 ? Source(sources[0]) : PackNode.List(sources.Select(Source));

    internal static PackNode Source(ValueSource source) => source.IsMember ? PackNode.Text(source.Path) : Source(PackNode.Object(), source);

    private static PackNode Source(PackNode node, ValueSource source) => node
        .Add("header", source.Header)
        .Add("list", source.List)
        .Add("where", source.Where is null ? null : Condition(source.Where))
        .Add("path", source.Header is null ? source.Path : null)
        .Add("after", source.After)
        .Add("before", source.Before)
        .Add("strict", source.IsStrict);

    private static string? Basis(Basis basis) => basis == Definitions.Basis.Documented ? null : PackWords.Of(PackWords.Bases, (int)basis);

    private static PackNode Texts(IEnumerable<string> texts) => PackNode.List(texts.Select(PackNode.Text));

    private static PackNode? Number(long? number) => number is { } known ? PackNode.Raw(known.ToString(CultureInfo.InvariantCulture)) : null;
}
