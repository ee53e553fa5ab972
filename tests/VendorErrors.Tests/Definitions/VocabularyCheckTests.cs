using FluentAssertions;
using VendorErrors.Definitions;
using VendorErrors.Tests.Classification.Vocabulary;
using Xunit;
using static VendorErrors.ErrorCategory;

namespace VendorErrors.Tests.Definitions;

/// <summary>What a person reads who uses a word of the vocabulary where it can mean nothing.</summary>
public class VocabularyCheckTests
{
    private static readonly ValueSource s_header = ValueSource.FromHeader("X-Code");
    private static readonly Condition s_has = Condition.Has("a");

    private static readonly (VendorDefinition Definition, string Fault)[] s_faulty =
    [
        (Entry(new ItemShape("a") { Code = [s_header] }), "The envelope 'own' looks at the header 'X-Code' in an entry of a list, which has no headers."),
        (Entry(new ItemShape("a") { Message = ["b", s_header] }), "The envelope 'own' looks at the header 'X-Code' in an entry of a list, which has no headers."),
        (Entry(new ItemShape("a") { Failed = Condition.Not(Condition.Has(s_header)) }), "The envelope 'own' looks at the header 'X-Code' in an entry of a list, which has no headers."),
        (Entry(new ItemShape("a") { Failed = s_has, Worked = Condition.Has(s_header).Or(s_has) }), "The envelope 'own' looks at the header 'X-Code' in an entry of a list, which has no headers."),
        (Own(new Envelope("own", s_has) { Code = [ValueSource.InList("a", Condition.Has(s_header), "b")] }), "The envelope 'own' looks at the header 'X-Code' in an entry of a list, which has no headers."),
        (Own(new Envelope("own", s_has) { Outcomes = [new OutcomeRule(Condition.Has(s_header), VendorOutcome.PartialSuccess)] }), "The envelope 'own' looks at the header 'X-Code' in an outcome rule, which is never asked where a header counts."),
        (Own(new Envelope("own", Condition.Is(new ValueSource("a") { After = "#" }, "b"))), "The envelope 'own' has a condition on 'a after '#''; a condition looks at a whole member, or at a header."),
        (Own(new Envelope("own", Condition.Has(ValueSource.InList("a", s_has, "b")))), "The envelope 'own' has a condition on 'a[a is present].b'; a condition looks at a whole member, or at a header."),
        (Own(new Envelope("own", s_has) { Message = [new ValueSource("a") { Before = "" }] }), "The envelope 'own' cuts 'a' at an empty text, which is everywhere."),
        (Own(new Envelope("own", s_has) { Code = [ValueSource.FromHeader("X Code")] }), "The envelope 'own' has the header 'X Code'; a header's name has neither spaces nor colons, such as 'Retry-After'."),
        (Own(new Envelope("own", Condition.Has(ValueSource.FromHeader("")))), "The envelope 'own' has the header ''; a header's name has neither spaces nor colons, such as 'Retry-After'."),
        (Own(new Envelope("own", s_has) { InnerCode = ["b"] }), "The envelope 'own' has an inner code and no code that it could be beside."),
        (Own(new Envelope("own", s_has) { OnlyOnFailure = true, Outcomes = [new OutcomeRule(s_has, VendorOutcome.Accepted)] }), "The envelope 'own' is only looked for on failure, and has an outcome rule that speaks of success, which is never asked."),
        (Own(new Envelope("own", s_has) { OnlyOnFailure = true, ContradictsSuccess = true }), "The envelope 'own' is only looked for on failure, so it cannot contradict a success."),
        (Own(new Envelope("own", s_has) { Product = "sms" }), "The envelope 'own' is of the product 'sms', which is not defined."),
        (new VendorDefinition { Products = [new VendorProduct("SMS", "SMS", "sms/**")] }, "The product 'SMS' has an id that is not made of lower-case letters, digits and single hyphens."),
        (new VendorDefinition { Products = [new VendorProduct("sms", "SMS")] }, "The product 'sms' has no operations, so nothing says where it is."),
        (new VendorDefinition { Products = [new VendorProduct("sms", "SMS", "sms/**"), new VendorProduct("sms", "SMS 2", "sms2/**")] }, "The product 'sms' is defined twice."),
        (new VendorDefinition { Products = [new VendorProduct("sms", "SMS", "a//b")] }, "The operation 'a//b' has an empty segment."),
        (new VendorDefinition { Envelopes = [new Envelope("own", s_has) { OnlyOnFailure = true }], RequiredEnvelope = new RequiredEnvelope("calls") }, "An envelope is required and each is only looked for on failure, so no answer could be a success."),
        (Row(new("a*b*", "Two", NotFound)), "The row 'a*b* Two' has two stars; a pattern has one."),
        (Row(new("a*1", "Range", NotFound) { LastCode = "a*3" }), "The row 'a*1 to a*3 Range' is a range and has a star; it is either."),
        (Row(new("CMN-1", "Range", NotFound) { LastCode = "CMX-2" }), "The row 'CMN-1 to CMX-2 Range' is a range whose bounds are neither integers nor words that differ in their last digits alone."),
        (Row(new("CMN-1", "Range", NotFound) { LastCode = "CMN-" }), "The row 'CMN-1 to CMN- Range' is a range whose bounds are neither integers nor words that differ in their last digits alone."),
        (Row(new("CMN", "Range", NotFound) { LastCode = "CMN-2" }), "The row 'CMN to CMN-2 Range' is a range whose bounds are neither integers nor words that differ in their last digits alone."),
        (Row(new("A1", "Range", NotFound) { LastCode = "2" }), "The row 'A1 to 2 Range' is a range whose bounds are neither integers nor words that differ in their last digits alone."),
        (Row(new("*", "Any", VendorOutcome.Success)), "The row '* Any' is of any other code and no error; a code that nobody knows is no success."),
        (new VendorDefinition { Codes = [new CodeSection(new SourceDocument("Manual", "acme.example"), Basis.Documented, [new("5*", "Broken", VendorInternal)]) { IsHttpStatus = true }] }, "The row '5* Broken' is of an HTTP status and has a star; write a range, as in 500 to 599."),
        (Wait(WaitHint.Message("", "]", WaitUnit.Seconds)), "A wait hint is in a message without the texts around the number, so any number would be one."),
        (Wait(WaitHint.Message("wait", " ", WaitUnit.Seconds)), "A wait hint is in a message without the texts around the number, so any number would be one."),
        (Wait(WaitHint.Message("wait [", "]", WaitUnit.Duration)), "A wait hint is a number in a message, and its unit duration is never a number."),
        (Wait(WaitHint.HeaderJson("X-Usage", " ", WaitUnit.Minutes)), "A wait hint reads the header 'X-Usage' as JSON and names no member."),
        (Wait(WaitHint.BodyField(s_header, WaitUnit.Seconds)), "A wait hint looks at the header 'X-Code' as a member of the body; use WaitHint.Header."),
        (Entry(new ItemShape("a") { Code = ["[].b"] }), "The envelope 'own' has the path '[].b'; '[]' at the beginning is a body that is a list itself, and this path is within an entry."),
        (Wait(WaitHint.BodyField(ValueSource.InList("a", Condition.Has("$.b"), "c"), WaitUnit.Seconds)), "A wait hint has the path '$.b'; a path consists of names separated by dots, such as 'error.code', and 'errors[]' is the first entry of a list."),
    ];

    public static TheoryData<int> Faulty => new(Enumerable.Range(0, s_faulty.Length));

    [Theory]
    [MemberData(nameof(Faulty))]
    public void FaultsOf_WordThatCanMeanNothing_IsOneSentence(int index) =>
        DefinitionCheck.FaultsOf("acme", s_faulty[index].Definition).Select(fault => fault.Text).Should().Equal(s_faulty[index].Fault);

    [Fact]
    public void FaultsOf_AllWordsWhereTheyBelong_AreNone() => DefinitionCheck.FaultsOf("acme", new VendorDefinition
    {
        ReadsXml = true,
        Products = [new VendorProduct("sms", "SMS", "rest.acme.example/sms/**", "POST sms")],
        Envelopes =
        [
            new Envelope("own", Condition.Has(s_header).Or(Condition.Not(s_has)))
            {
                Product = "sms",
                Operation = "POST calls/**",
                Code = [s_header with { Before = ":" }, "'odata.error'.code", "[].code"],
                InnerCode = [ValueSource.InList("details", s_has, "b") with { After = "#" }],
                CorrelationId = [ValueSource.FromHeader("X-Request-Id")],
                Items = new ItemShape("[]") { Failed = Condition.Not(Condition.Is("status", "sent")), Code = [new ValueSource("type") { After = "/" }], Lead = ItemLead.First },
            },
            new Envelope("failure", Condition.Is("<root>", "Error")) { OnlyOnFailure = true, Fields = [new FieldShape("errors") { Layout = FieldLayout.Tree }] },
        ],
        Codes = [Acme.Section(new("CMN-301", "Range", NotFound) { LastCode = "CMN-310" }, new("Throttling*", "Star", RateLimited), new("*", "Any", ValidationFailed), new("7", "Seven", NotFound) { When = Condition.Has(s_header) })],
        WaitHints = [WaitHint.Message("wait [", "]", WaitUnit.Milliseconds), WaitHint.HeaderJson("X-Usage", "minutes", WaitUnit.Minutes), WaitHint.BodyField(ValueSource.InList("details", s_has, "delay"), WaitUnit.Duration)],
    }).Should().BeEmpty();

    private static VendorDefinition Own(Envelope envelope) => new() { Envelopes = [envelope] };

    private static VendorDefinition Entry(ItemShape items) => Own(new Envelope("own", s_has) { Items = items });

    private static VendorDefinition Row(CodeRow row) => new() { Codes = [Acme.Section(row)] };

    private static VendorDefinition Wait(WaitHint hint) => new() { WaitHints = [hint] };
}
