using System.Text;
using FluentAssertions;
using VendorErrors.Classification;
using VendorErrors.Definitions;
using VendorErrors.Json;
using Xunit;
using static VendorErrors.ErrorCategory;

namespace VendorErrors.Tests.Classification.Vocabulary;

/// <summary>XML bodies of a vendor that answers in XML, read as their members are.</summary>
public class XmlTests
{
    private static readonly Vendor s_acme = Define(readsXml: true);
    private static readonly Vendor s_jsonOnly = Define(readsXml: false);

    [Theory]
    [InlineData("<Response><Error><Code>17</Code><Message>busy &amp; full</Message></Error></Response>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ns:Response xmlns:ns=\"urn:x\"><ns:Error a=\"1\"><ns:Code> 17 </ns:Code><ns:Message>busy &amp; full</ns:Message></ns:Error></ns:Response>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-16\"?><Response><Error><Code>17</Code><Message><![CDATA[busy & full]]></Message></Error></Response>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"no-such-encoding\"?><Response><Error><code>17</code><MESSAGE>busy &#38; full</MESSAGE></Error></Response>")]
    [InlineData("\uFEFF <?xml version=\"1.0\"?><!-- note --><Response><?pi x?><Error><Code>17</Code><Message>busy &amp; full</Message></Error></Response>")]
    public void Explain_XmlThatAnEnvelopeTakes_IsReadByItsMembers(string body)
    {
        VendorResult result = s_acme.Explain(503, body);

        (result.Category, result.Code, result.Answer!.Message, result.Confidence).Should().Be((ConcurrencyLimited, "17", "busy & full", Confidence.Exact));
        result.Evidence.Should().Contain(seen => seen.Location == "body" && seen.Value == "error");
        result.Evidence.Should().Contain(seen => seen.Rule == "XML, read as its members are");
        s_acme.Classify(200, body).Category.Should().Be(ConcurrencyLimited);
    }

    [Fact]
    public void Explain_XmlInAnotherEncoding_IsDecoded()
    {
        byte[] latin = Encoding.Latin1.GetBytes("<?xml version='1.0' encoding='ISO-8859-1'?><R><Error><Code>17</Code><Message>besetzt für heute</Message></Error></R>");

        s_acme.Explain(new VendorResponse(503, latin)).Answer!.Message.Should().Be("besetzt für heute");
    }

    [Fact]
    public void Explain_SiblingsOfOneName_AreAList()
    {
        VendorResult several = s_acme.Explain(200, "<Batch><Item><State>sent</State><To>a</To></Item><Item><State>failed</State><Code>17</Code><To>b</To></Item></Batch>");
        VendorResult one = s_acme.Explain(200, "<Batch><Item><State>failed</State><Code>17</Code><To>b</To></Item></Batch>");

        several.Outcome.Should().Be(VendorOutcome.PartialSuccess);
        several.Answer!.Items.Should().ContainSingle().Which.Should().Match<VendorItem>(item => item.Index == 1 && item.Code == "17" && item.Id == "b");
        one.Category.Should().Be(ConcurrencyLimited);
    }

    [Fact]
    public void Explain_RootOfAName_CanBeAskedFor() =>
        s_acme.Explain(400, "<Fault><Reason>broken</Reason></Fault>").Answer!.Message.Should().Be("broken");

    [Theory]
    [InlineData("<Calls><Call><Sid>1</Sid></Call></Calls>")]
    [InlineData("<Empty/>")]
    [InlineData("<ok>yes</ok>")]
    public void Classify_XmlThatNoEnvelopeTakes_IsASuccessByTheStatusUnlessOneIsRequired(string body)
    {
        VendorResult result = s_acme.Classify(200, body);

        (result.Outcome, result.Confidence).Should().Be((VendorOutcome.Success, Confidence.StatusOnly));
        s_acme.Explain(new VendorResponse(200, Encoding.UTF8.GetBytes(body))).Outcome.Should().Be(VendorOutcome.Success);
        s_acme.Classify(new VendorResponse(200, Encoding.UTF8.GetBytes(body)) { Method = "POST", Path = "/v1/calls" }).Category.Should().Be(ProtocolViolation);
        s_acme.Classify(404, body).Category.Should().Be(NotFound);
        s_jsonOnly.Classify(200, body).Category.Should().Be(ProtocolViolation);
    }

    [Fact]
    public void Classify_XmlWithTheShapeOfAFailure_IsNoSuccess() =>
        s_acme.Classify(200, "<Answer><status>error</status><message>no</message></Answer>").Category.Should().Be(ProtocolViolation);

    [Theory]
    [InlineData("<R><Error><Code>17</Code></Error><Other></R>", "the body breaks the XML grammar")]
    [InlineData("<R><Error><Code>17</Code></Error><Oth", "the body ends in the middle")]
    public void Explain_BrokenXmlOfTheVendor_IsAsBrokenJsonIs(string body, string rule)
    {
        VendorResult result = s_acme.Explain(200, body);

        (result.Category, result.Effect).Should().Be((ProtocolViolation, Effect.Unknown));
        result.Evidence.Should().Contain(seen => seen.Value == "broken XML" && seen.Rule == rule);
        s_acme.Classify(400, body).Category.Should().Be(InvalidRequest);
        s_acme.Classify(503, body).Category.Should().Be(ProtocolViolation);
        s_acme.Explain(new VendorResponse(200, Encoding.UTF8.GetBytes(body)) { IsTruncated = true }).Category.Should().Be(body.EndsWith("Oth", StringComparison.Ordinal) ? ConcurrencyLimited : ProtocolViolation);
    }

    [Theory]
    [InlineData("<h1>503 Service Unavailable</h1><hr>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE html><html><body>down</body></html>")]
    [InlineData("<<<")]
    public void Explain_MarkupOfSomebodyElse_StaysWhatItIsWithoutTheWord(string body)
    {
        VendorResult read = s_acme.Explain(503, body);
        VendorResult unread = s_jsonOnly.Explain(503, body);

        (read.Category, read.Effect, read.Answer!.Message).Should().Be((VendorUnavailable, Effect.Unknown, unread.Answer!.Message));
        s_acme.Classify(200, body).Category.Should().Be(ProtocolViolation);
    }

    [Fact]
    public void Explain_DeepXml_IsAFault()
    {
        string deep = string.Concat(Enumerable.Repeat("<a>", 5000));

        s_acme.Explain(200, $"<R><Error><Code>17</Code></Error>{deep}").Evidence.Should().Contain(seen => seen.Rule == "the body nests too deep");
        s_acme.Explain(200, $"<R>{string.Concat(Enumerable.Repeat("<a>", 127))}{string.Concat(Enumerable.Repeat("</a>", 127))}</R>").Outcome.Should().Be(VendorOutcome.Success);
    }

    [Fact]
    public void Classify_LargeXml_IsReadInPart()
    {
        string filler = string.Concat(Enumerable.Repeat("<Call><Sid>1</Sid></Call>", 100_000));

        s_acme.Classify(200, $"<R><Error><Code>17</Code></Error>{filler}</R>").Category.Should().Be(ConcurrencyLimited);
        s_acme.Classify(200, $"<R>{filler}</R>").Outcome.Should().Be(VendorOutcome.Success);
    }

    [Fact]
    public void ClassifyBeginning_Xml_IsOpenUntilItIsWhole()
    {
        byte[] body = Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><Response><Error><Code>17</Code></Error></Response>");
        for (var length = 0; length <= body.Length; length++)
        {
            Classifier.ClassifyBeginning(s_acme.Catalog, new VendorResponse(200, body.AsSpan(0, length)), out _, out bool isWhole).Should().Be(Truth.Open);
            isWhole.Should().BeFalse();
        }

        Classifier.ClassifyBeginning(s_jsonOnly.Catalog, new VendorResponse(200, body), out _, out _).Should().Be(Truth.No);
    }

    private static Vendor Define(bool readsXml) => new("acme-xml", "Acme XML", new VendorDefinition
    {
        ReadsXml = readsXml,
        RequiredEnvelope = new RequiredEnvelope("POST calls"),
        Envelopes =
        [
            new Envelope("error", Condition.Has("Error.Code")) { Code = ["Error.Code"], Message = ["Error.Message"] },
            new Envelope("batch", Condition.Has("Item"))
            {
                Items = new ItemShape("Item") { Failed = Condition.Is("State", "failed"), Code = ["Code"], Id = ["To"] },
            },
            new Envelope("fault", Condition.Is("<root>", "Fault")) { Message = ["Reason"], OnlyOnFailure = true },
        ],
        Codes = [Acme.Section(new CodeRow("17", "Busy", ConcurrencyLimited))],
    });
}
