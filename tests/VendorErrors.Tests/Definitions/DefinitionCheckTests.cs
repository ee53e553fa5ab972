using FluentAssertions;
using VendorErrors.Definitions;
using Xunit;
using static VendorErrors.ErrorCategory;

namespace VendorErrors.Tests.Definitions;

/// <summary>What a person reads who writes a vendor and makes a mistake.</summary>
public class DefinitionCheckTests
{
    private static readonly SourceDocument s_source = new("Manual", "acme.example");

    private static readonly (Func<CodeRow> Row, string Fault)[] s_faulty =
    [
        (() => new(" ", "Blank", NotFound), "The row '  Blank' has no code."),
        (() => new("1", " ", NotFound), "The row '1  ' has no name."),
        (() => new("1", "A", (ErrorCategory)999), "The row '1 A' has a category that does not exist."),
        (() => new("1", "A", NotFound) { LastCode = "x" }, "The row '1 to x A' is a range whose bounds are neither integers nor words that differ in their last digits alone."),
        (() => new("x", "A", NotFound) { LastCode = "9" }, "The row 'x to 9 A' is a range whose bounds are neither integers nor words that differ in their last digits alone."),
        (() => new("1", "A", VendorOutcome.Failure), "The row '1 A' has the outcome Failure; an error needs a category."),
        (() => new("1", "A", NotFound) { Effect = Effect.Applied }, "The row '1 A' is an error with the effect applied, which a code cannot prove."),
        (() => new("1", "A", VendorOutcome.Success) { Effect = Effect.None }, "The row '1 A' is not an error and states an effect; the outcome decides the effect."),
        (() => new("1", "A", RateLimited) { Wait = TimeSpan.FromSeconds(-1) }, "The row '1 A' has a wait of -00:00:01; it must be from a millisecond to 31 days; check its unit."),
        (() => new("1", "A", RateLimited) { Wait = new TimeSpan(7) }, "The row '1 A' has a wait of 00:00:00.0000007; it must be from a millisecond to 31 days; check its unit."),
        (() => new("1", "A", RateLimited) { Wait = TimeSpan.FromDays(31) + TimeSpan.FromTicks(1) }, "The row '1 A' has a wait of 31.00:00:00.0000001; it must be from a millisecond to 31 days; check its unit."),
        (() => new("1", "A", RateLimited) { WaitDoubles = true }, "The row '1 A' has WaitDoubles without a Wait."),
        (() => new("1", "A", RateLimited) { MaxRetryAttempts = -1 }, "The row '1 A' allows less than no retry."),
        (() => new("1", "A", NotFound) { OnHttpStatus = 99 }, "The row '1 A' is for an HTTP status that does not exist."),
        (() => new("1", "A", NotFound) { OnHttpStatus = 600 }, "The row '1 A' is for an HTTP status that does not exist."),
        (() => new("1", "A", NotFound) { Wait = TimeSpan.FromSeconds(1) }, "The row '1 A' has a wait, and its category is never retried after one."),
        (() => new("1", "A", CredentialExpired) { Wait = TimeSpan.FromSeconds(1) }, "The row '1 A' has a wait, and its category is never retried after one."),
        (() => new("1", "A", VendorOutcome.Success) { Wait = TimeSpan.FromSeconds(1) }, "The row '1 A' has a wait, and its category is never retried after one."),
    ];

    private static readonly Func<CodeRow>[] s_sound =
    [
        () => new("1", "A", NotFound),
        () => new("-9", "A", NotFound) { LastCode = "-1" },
        () => new("1", "A", Unrecognized),
        () => new("1", "A", VendorOutcome.Accepted),
        () => new("1", "A", RateLimited) { Effect = Effect.Unknown },
        () => new("1", "A", RateLimited) { Wait = TimeSpan.FromMilliseconds(1) },
        () => new("1", "A", RateLimited) { Wait = TimeSpan.FromDays(31) },
        () => new("1", "A", RateLimited) { Wait = TimeSpan.FromSeconds(1), WaitDoubles = true },
        () => new("1", "A", QuotaExhausted) { Wait = TimeSpan.FromSeconds(1) },
        () => new("1", "A", RateLimited) { MaxRetryAttempts = 0 },
        () => new("1", "A", NotFound) { OnHttpStatus = 100 },
        () => new("1", "A", NotFound) { OnHttpStatus = 599 },
    ];

    public static TheoryData<int> Faulty => new(Enumerable.Range(0, s_faulty.Length));

    public static TheoryData<int> Sound => new(Enumerable.Range(0, s_sound.Length));

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Vendor_FaultyRow_IsRefusedWithOneSentence(int index) =>
        FluentActions.Invoking(() => Define(s_faulty[index].Row())).Should().Throw<ArgumentException>()
            .WithMessage($"The definition of the vendor 'acme' has faults: {s_faulty[index].Fault} (Parameter 'definition')");

    [Theory]
    [MemberData(nameof(Sound))]
    public void Vendor_SoundRow_IsTaken(int index)
    {
        CodeRow row = s_sound[index]();

        Define(row).Codes.Should().Equal(row);
    }

    [Theory]
    [InlineData(".b")]
    [InlineData("c..d")]
    [InlineData("f. ")]
    [InlineData("$.error.code")]
    [InlineData("/error/code")]
    [InlineData("errors[0].code")]
    [InlineData(" code")]
    [InlineData("error .code")]
    [InlineData("@.code")]
    [InlineData("#.code")]
    [InlineData("'code")]
    [InlineData("code'")]
    [InlineData("'a'b.c")]
    [InlineData("''")]
    [InlineData("a.[].b")]
    [InlineData("error\\.code")]
    public void Vendor_PathOfAnotherLanguage_IsNamedWithItsPlace(string path)
    {
        VendorDefinition[] definitions =
        [
            Of(new Envelope("answer", Condition.Has(path))),
            Of(new Envelope("answer", Condition.Has("a").And(Condition.Has("b").Or(Condition.IsTrue(path))))),
            Of(new Envelope("answer", Condition.Has("a")) { Code = ["a", path] }),
            Of(new Envelope("answer", Condition.Has("a")) { Message = ["a", path] }),
            Of(new Envelope("answer", Condition.Has("a")) { CorrelationId = [path] }),
            Of(new Envelope("answer", Condition.Has("a")) { Proof = new Proof(path) }),
            Of(new Envelope("answer", Condition.Has("a")) { Outcomes = [new OutcomeRule(Condition.NotEmpty(path), VendorOutcome.PartialSuccess)] }),
            Of(new Envelope("answer", Condition.Has("a")) { Fields = [new FieldShape(path)] }),
            Of(new Envelope("answer", Condition.Has("a")) { Fields = [new FieldShape("a") { Field = [path] }] }),
            Of(new Envelope("answer", Condition.Has("a")) { Fields = [new FieldShape("a") { Code = path }] }),
            Of(new Envelope("answer", Condition.Has("a")) { Fields = [new FieldShape("a") { Message = path }] }),
            Of(new Envelope("answer", Condition.Has("a")) { Fields = [new FieldShape("a") { Value = path }] }),
            Of(new Envelope("answer", Condition.Has("a")) { Items = new ItemShape(path) }),
            Of(new Envelope("answer", Condition.Has("a")) { Items = new ItemShape("a") { Failed = Condition.Lacks(path) } }),
            Of(new Envelope("answer", Condition.Has("a")) { Items = new ItemShape("a") { Code = [path] } }),
            Of(new Envelope("answer", Condition.Has("a")) { Items = new ItemShape("a") { Message = [path] } }),
            Of(new Envelope("answer", Condition.Has("a")) { Items = new ItemShape("a") { Id = [path] } }),
            Of(new Envelope("answer", Condition.Has("a")) { Items = new ItemShape("a") { Status = path } }),
            Of(new Envelope("answer", Condition.Has("a")) { Items = new ItemShape("a") { RequestPath = path } }),
            Of(new Envelope("answer", Condition.Has("a")) { Items = new ItemShape("a") { RequestMethod = path } }),
            Of(new Envelope("answer", Condition.Has("a")) { Items = new ItemShape("a") { Timestamp = path } }),
        ];

        definitions.Should().AllSatisfy(definition => FaultOf(definition).Should().Be(
            $"The envelope 'answer' has the path '{path}'; a path consists of names separated by dots, such as 'error.code', and 'errors[]' is the first entry of a list."));
        FaultOf(new VendorDefinition { WaitHints = [WaitHint.BodyField(path, WaitUnit.Seconds)] }).Should().StartWith($"A wait hint has the path '{path}'; ");
        FaultOf(new VendorDefinition { Codes = [new CodeSection(s_source, Basis.Documented, [new("1", "A", NotFound) { When = Condition.Has(path) }])] })
            .Should().StartWith($"The row '1 A' has the path '{path}'; ");
    }

    [Theory]
    [InlineData("errors.*.code", "'*' is not a wildcard here: 'errors[]' is the first entry of a list, and an ItemShape reads each entry")]
    [InlineData("errors[*]", "'*' is not a wildcard here: 'errors[]' is the first entry of a list, and an ItemShape reads each entry")]
    [InlineData("**.code", "'*' is not a wildcard here: 'errors[]' is the first entry of a list, and an ItemShape reads each entry")]
    [InlineData("errors.0.code", "a number is not an index here: 'errors[]' is the first entry of a list, and an ItemShape reads each entry")]
    [InlineData("header:x", "a path leads to a member of the body only: for a header use ValueSource.FromHeader, and WaitHint.Header for one that names a wait")]
    [InlineData("Header:X-Code", "a path leads to a member of the body only: for a header use ValueSource.FromHeader, and WaitHint.Header for one that names a wait")]
    [InlineData("status:429", "a path leads to a member of the body only: for a header use ValueSource.FromHeader, and WaitHint.Header for one that names a wait")]
    public void Vendor_PathThatIsNeverFound_SaysWhy(string path, string why) =>
        FaultOf(Of(new Envelope("answer", Condition.Has("a")) { Code = [path] })).Should().Be($"The envelope 'answer' has the path '{path}'; {why}.");

    [Theory]
    [InlineData("header:X-Wait")]
    [InlineData("X Wait")]
    [InlineData("X/Wait")]
    [InlineData("")]
    public void Vendor_HeaderThatNoAnswerCanHave_IsRefused(string name)
    {
        FaultOf(new VendorDefinition { WaitHints = [WaitHint.Header(name, WaitUnit.Seconds)] }).Should().Be($"A wait hint has the header '{name}'; a header's name has neither spaces nor colons, such as 'Retry-After'.");
        FaultOf(new VendorDefinition { IdempotencyKeyHeader = name }).Should().StartWith($"The idempotency key has the header '{name}'; ");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Vendor_RefinementWithoutWords_IsRefused(string words) =>
        FaultOf(new VendorDefinition { Codes = [new CodeSection(s_source, Basis.Documented, [new("1", "A", NotFound) { Refinements = [new(words, Gone)] }])] })
            .Should().Be("The row '1 A' has a refinement without words, which every message matches.");

    [Fact]
    public void Vendor_PathsWithFaults_AreNamedOnceEach() =>
        DefinitionCheck.FaultsOf("acme", Of(new Envelope("answer", Condition.Has("$.a")) { Code = ["$.a", "$.b"] })).Should().HaveCount(2);

    [Fact]
    public void Vendor_SoundPathsAndHeaders_AreTaken() =>
        DefinitionCheck.FaultsOf("acme", new VendorDefinition
        {
            Envelopes = [new Envelope("answer", Condition.Has("$type")) { Code = ["a.b", "pointers[].type", "@odata.error"] }],
            WaitHints = [WaitHint.Header("X-Wait", WaitUnit.Seconds)],
        }).Should().BeEmpty();

    [Fact]
    public void Vendor_RowsThatNothingTellsApart_NamesBoth() =>
        FaultOf(new VendorDefinition { Codes = [new CodeSection(s_source, Basis.Documented, [new("x1", "First", NotFound), new("X1", "Second", Gone)])] })
            .Should().Be("The code X1 is defined twice, as 'First' and as 'Second', and nothing distinguishes the rows.");

    [Fact]
    public void Vendor_OperationsThatAreNoPatterns_NamesEachOnce()
    {
        var definition = new VendorDefinition
        {
            Envelopes = [new Envelope("answer", Condition.Has("a")) { Operation = "x?y" }],
            Codes = [new CodeSection(s_source, Basis.Documented, [new("1", "A", NotFound) { Operation = "x?y" }, new("1", "B", NotFound) { Operation = "a//b" }])],
            Operations = [new OperationRule("{id}", OperationSafety.Idempotent)],
        };

        FluentActions.Invoking(() => new Vendor("acme", "Acme", definition)).Should().Throw<ArgumentException>().WithMessage(
            "*has faults: The operation 'x?y' contains a brace or a query; write * for any segment. The operation 'a//b' has an empty segment. "
            + "The operation '{id}' contains a brace or a query; write * for any segment. (*");
    }

    [Theory]
    [InlineData("")]
    [InlineData("Acme")]
    [InlineData("acme-Voice")]
    [InlineData("acme_voice")]
    [InlineData("acme--voice")]
    [InlineData("-acme")]
    [InlineData("acme-")]
    public void Vendor_IdThatIsNone_IsRefused(string id) =>
        DefinitionCheck.FaultsOf(id, new VendorDefinition()).Should().ContainSingle().Which.Text.Should()
            .Be($"The id '{id}' is not made of lower-case letters, digits and single hyphens, such as 'acme-voice'.");

    [Theory]
    [InlineData("a")]
    [InlineData("acme-z0-9")]
    public void Vendor_SoundId_IsTaken(string id) => new Vendor(id, "Acme", new VendorDefinition()).Id.Should().Be(id);

    private static VendorDefinition Of(Envelope envelope) => new() { Envelopes = [envelope] };

    private static string FaultOf(VendorDefinition definition) => DefinitionCheck.FaultsOf("acme", definition).Should().ContainSingle().Which.Text;

    private static Vendor Define(CodeRow row) =>
        new("acme", "Acme", new VendorDefinition { Codes = [new CodeSection(s_source, Basis.Documented, [row])] });
}
