using VendorErrors.Definitions;
using VendorErrors.Testing.Conformance;
using VendorErrors.Testing.Linting;

namespace VendorErrors.Testing.Tests.Responses;

/// <summary>Everything that a definition can say is composed, and is read again as what it was composed for.</summary>
public class ComposedShapeTests
{
    public static TheoryData<string> VendorIds => new(ShapeVendors.All.Select(vendor => vendor.Id));

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Definition_WithTheShape_Conforms(string id) => new Kit(Find(id)).Invoking(kit => kit.VerifyAll()).Should().NotThrow();

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Definition_WithTheShape_HasNoFindings(string id) => VendorLint.Check(Find(id)).Should().BeEmpty();

    [Fact]
    public void For_CodeAfterASign_KeepsTheSign()
    {
        ComposedResponse answer = VendorResponses.For(ShapeVendors.Headers, "NoSuchCall", new ResponseOptions { InnerCode = "UPSTREAM-1", CorrelationId = "r-1" });

        answer.Status.Should().Be(404);
        answer.Body.Should().Be("""{"__type":"x#NoSuchCall","upstream":{"code":"UPSTREAM-1"},"message":"No such call"}""");
        answer.Headers.Should().ContainSingle().Which.Should().Be(new KeyValuePair<string, string>("X-Request-Id", "xid=r-1"));
        answer.Classify().Answer.Should().Match<VendorAnswer>(read => read.Code == "NoSuchCall" && read.InnerCode == "UPSTREAM-1" && read.CorrelationId == "r-1");
    }

    [Fact]
    public void For_CodeWithinATemplatesText_KeepsTheRest() =>
        VendorResponses.For(ShapeVendors.Headers, "NOT_FOUND").Body.Should().Be("""{"fault":"404 NOT_FOUND because of this"}""");

    [Fact]
    public void For_EntryOfAList_IsAddedBesideTheOthers() =>
        VendorResponses.For(ShapeVendors.Lists, "LINES_BUSY").Body
            .Should().Be("""{"error":{"details":[{"kind":"help","url":"docs.acme.example"},{"kind":"error info","reason":"LINES_BUSY"},{"kind":"message","text":"Busy"}]}}""");

    [Fact]
    public void For_BodyThatIsAList_IsOne() =>
        VendorResponses.For(ShapeVendors.Lists, "CMN-301", new ResponseOptions { Items = [new VendorItem { Code = "CMN-101" }] }).Body
            .Should().Be("""[{"status":"CMN-301","text":"Slow down"},{"status":"CMN-101","text":""}]""");

    [Fact]
    public void For_Xml_IsWrittenAsTheTemplate()
    {
        ComposedResponse answer = VendorResponses.For(ShapeVendors.Xml, "21211", new ResponseOptions { CorrelationId = "r-1", Message = "a < b" });

        answer.ContentType.Should().Be("application/xml; charset=utf-8");
        answer.Body.Should().Be("""<?xml version="1.0" encoding="UTF-8"?><Errors/>""".Replace("<Errors/>", "<ErrorResponse><Errors><Error><Code>21211</Code><Description>a &lt; b</Description></Error></Errors></ErrorResponse>", StringComparison.Ordinal));
    }

    [Fact]
    public void Batch_InXml_SaysWhatWorked()
    {
        ComposedResponse answer = VendorResponses.Batch(ShapeVendors.Xml, [new VendorItem { Code = "E-7", Id = "+15550100" }], done: 1, new ResponseOptions { Status = 202 });

        answer.Body.Should().EndWith("<BatchResponse><Results><Result><To>done-1</To><State>SENT</State></Result><Result><To>+15550100</To><State>FAILED</State><Code>E-7</Code></Result></Results></BatchResponse>");
        answer.Classify().Outcome.Should().Be(VendorOutcome.PartialSuccess);
    }

    [Theory]
    [InlineData("map", """{"code":7,"map":{"to.number":["is bad"],"from":["is long"]},"kind":"map"}""")]
    [InlineData("map-of-entries", """{"code":7,"entries":{"to.number":[{"code":"E1","message":"is bad"}],"from":[{"code":"E2","message":"is long"}]},"kind":"map-of-entries"}""")]
    [InlineData("tree", """{"code":7,"errors":{"tree":{"to":{"number":{"_errors":[{"code":"E1","message":"is bad"}]}},"from":{"_errors":[{"code":"E2","message":"is long"}]}}},"kind":"tree"}""")]
    [InlineData("names", """{"kind":"names","detail":[{"loc":["to","number"],"type":"E1","msg":"is bad"},{"loc":["from"],"type":"E2","msg":"is long"}],"code":7}""")]
    [InlineData("plain", """{"code":7,"plain.errors":["is bad","is long"],"kind":"plain"}""")]
    public void For_Fields_AreInTheLayoutOfTheShape(string space, string body)
    {
        CodeRow row = ShapeVendors.Fields.Codes.Single(row => row.Section!.Space == space);

        VendorResponses.For(ShapeVendors.Fields, row, new ResponseOptions { Fields = [new("to.number", "E1", "is bad", null), new("from", "E2", "is long", null)] }).Body.Should().Be(body);
    }

    [Theory]
    [InlineData("sms", "https://rest.acme.example/sms/resource")]
    [InlineData("voice", "https://voice.acme.example/resource")]
    [InlineData("end", "https://voice.acme.example/calls/x")]
    [InlineData("", "https://elsewhere.example/some/ordinary/resource")]
    public void For_ShapeOfAProduct_AnswersARequestToIt(string space, string path) =>
        VendorResponses.For(ShapeVendors.Products, ShapeVendors.Products.Codes.Single(row => row.Section!.Space == space)).Path.Should().Be(path);

    [Fact]
    public void For_ShapeOfFailuresAlone_IsNeverInASuccess()
    {
        VendorResponses.Unlisted(ShapeVendors.Waits, "99").Status.Should().Be(400);
        FluentActions.Invoking(() => VendorResponses.Unlisted(ShapeVendors.Waits, "99", new ResponseOptions { Status = 200 })).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => VendorResponses.For(ShapeVendors.Waits, "18", new ResponseOptions { Status = 200 })).Should().Throw<InvalidOperationException>();
    }

    [Theory]
    [InlineData("X-In-Seconds", "X-In-Seconds: 90")]
    [InlineData("X-In-Milliseconds", "X-In-Milliseconds: 90000")]
    [InlineData("X-In-Minutes", "X-In-Minutes: 1.5")]
    [InlineData("X-In-Duration", "X-In-Duration: 90s")]
    [InlineData("X-In-Date", "Date: Thu, 15 Jan 2026 10:00:00 GMT | X-In-Date: Thu, 15 Jan 2026 10:01:30 GMT")]
    [InlineData("X-In-Epoch", "Date: Thu, 15 Jan 2026 10:00:00 GMT | X-In-Epoch: 1768471290")]
    [InlineData("X-In-EpochMilliseconds", "Date: Thu, 15 Jan 2026 10:00:00 GMT | X-In-EpochMilliseconds: 1768471290000")]
    [InlineData("X-Usage", """X-Usage: {"usage":[{"regain_in":"1.5"}]}""")]
    public void For_WaitInAHeader_IsInItsUnit(string name, string headers)
    {
        ComposedResponse answer = VendorResponses.For(ShapeVendors.Waits, "17", new ResponseOptions { Wait = TimeSpan.FromSeconds(90), WaitHint = ShapeVendors.Waits.Definition.WaitHints.Single(hint => hint.Name == name) });

        string.Join(" | ", answer.Headers.Select(header => $"{header.Key}: {header.Value}")).Should().Be(headers);
        answer.Classify().Retry.MinimumWait.Should().Be(TimeSpan.FromSeconds(90));
    }

    [Fact]
    public void For_WaitInAMessage_IsBetweenItsTexts()
    {
        ComposedResponse answer = VendorResponses.For(ShapeVendors.Waits, "17", new ResponseOptions { Wait = TimeSpan.FromSeconds(90), WaitHint = ShapeVendors.Waits.Definition.WaitHints.Single(hint => hint.Source == WaitSource.MessageText) });

        answer.Body.Should().Be("""{"code":17,"text":"Busy. pause of [90000]"}""");
        answer.Headers.Should().BeEmpty();
    }

    [Theory]
    [InlineData("Throttling*", "ThrottlingOther")]
    [InlineData("ThrottlingQuota*", "ThrottlingQuotaOther")]
    [InlineData("*.missing", "Other.missing")]
    [InlineData("CMN-307", "CMN-307")]
    [InlineData("throttlingExtra", "throttlingExtra")]
    [InlineData("*", "Other")]
    public void For_CodeOfAFamily_IsOneThatItTakes(string named, string code) =>
        VendorResponses.For(ShapeVendors.Families, named).Classify().Code.Should().Be(code);

    [Fact]
    public void For_RangeOfWords_TakesACodeWithoutARowOfItsOwn() =>
        VendorResponses.For(ShapeVendors.Families, ShapeVendors.Families.Codes.Single(row => row.LastCode == "CMN-310")).Classify().Code.Should().Be("CMN-302");

    private static Vendor Find(string id) => ShapeVendors.All.Single(vendor => vendor.Id == id);

    private sealed class Kit(Vendor vendor) : VendorConformance
    {
        public override Vendor Vendor { get; } = vendor;
    }
}
