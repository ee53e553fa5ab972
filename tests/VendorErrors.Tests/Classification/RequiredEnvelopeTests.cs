using System.Text;
using FluentAssertions;
using VendorErrors.Definitions;
using Xunit;

namespace VendorErrors.Tests.Classification;

/// <summary>Where a vendor's documents oblige an envelope, a 2xx without one did not come from the vendor.</summary>
public class RequiredEnvelopeTests
{
    private const string Dial = "/Advanced Dialer/api/telephony/dial";

    private static readonly string[] s_foreign =
    [
        "", " \r\n", "\uFEFF", """{"maintenance":true}""", """{"data":{"errcode":10004}}""", """[{"errcode":10004}]""", "[]", "{}", "null", "true", "42",
        "\"{\\\"errcode\\\":10004}\"", """callback({"errcode":10004});""", "while(1);{}", "Unauthorized", "error: database is locked", "OK",
        "<html><head><title>Sign in</title></head></html>", "<!DOCTYPE html><title>Portal</title>", "<?xml version=\"1.0\"?><Error/>",
        """{"success":true}""", """{"status":"ok"}""", """{"error":null}""", """{"id":1,"name":"x"}""",
    ];

    private static readonly (string Vendor, string Method, string Path)[] s_requests =
    [
        ("talkdesk-dialer", "POST", Dial),
        ("talkdesk-dialer", "POST", "/Advanced%20Dialer/api/queue"),
        ("talkdesk-dialer", "GET", "https://api.talkdeskapp.com/Advanced Dialer/api/agent/7?x=1"),
        ("yeastar-p-series", "POST", "/openapi/v1.0/call/dial"),
        ("yeastar-p-series", "GET", "/openapi/v2.0/cdr/list?access_token=x"),
        ("yeastar-p-series", "GET", "/relay/openapi/v1.0/extension/list/"),
        ("8x8-connect", "POST", "/api/v1/subaccounts/fx/callflows"),
    ];

    public static TheoryData<string, string, string, string, string?> Foreign
    {
        get
        {
            var data = new TheoryData<string, string, string, string, string?>();
            foreach ((string vendor, string method, string path) in s_requests)
            {
                foreach (string body in s_foreign)
                {
                    data.Add(vendor, method, path, body, null);
                    data.Add(vendor, method, path, body, "application/json");
                    data.Add(vendor, method, path, body, "application/octet-stream");
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Foreign))]
    public void Classify_NoEnvelopeUnder200_IsAProtocolViolationOfUnknownEffect(string id, string method, string path, string body, string? type)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        VendorResult result = Vendor.Find(id)!.Classify(new VendorResponse(200, bytes) { Method = method, Path = path, ContentType = type });

        result.Category.Should().Be(ErrorCategory.ProtocolViolation);
        result.Effect.Should().Be(Effect.Unknown);
        result.Retry.MinimumWait.Should().BeNull();
    }

    [Fact]
    public void Explain_NoEnvelope_SaysThatOneIsRequired()
    {
        VendorResult result = Vendor.TalkdeskDialer.Explain(new VendorResponse(200, """{"maintenance":true,"message":"Back soon"}"""u8) { Method = "POST", Path = Dial });

        result.Evidence.Should().Contain(seen => seen.Source == EvidenceSource.Family && seen.Verdict == EvidenceVerdict.Won && seen.Rule == "the vendor's envelope is required here, and the body has none");
        result.Answer!.Message.Should().Be("Back soon");
    }

    [Theory]
    [InlineData(200, "HEAD", Dial, "")]
    [InlineData(204, "POST", Dial, "")]
    [InlineData(205, "POST", Dial, "")]
    [InlineData(200, "GET", "/Advanced Dialer/api/Customer/RETAIL/definitions", """{"prefix":"RETAIL","fields":[]}""")]
    [InlineData(200, "POST", "/elsewhere/dial", "OK")]
    [InlineData(200, "GET", "/Advanced Dialer", "OK")]
    [InlineData(200, "POST", null, "OK")]
    [InlineData(304, "GET", Dial, "")]
    public void Classify_WhereNoneIsRequired_TheStatusDecides(int status, string method, string? path, string body) =>
        Vendor.TalkdeskDialer.Classify(new VendorResponse(status, Encoding.UTF8.GetBytes(body)) { Method = method, Path = path }).Outcome.Should().Be(VendorOutcome.Success);

    [Theory]
    [InlineData("UklGRiQAAABXQVZFZm10IBAAAAA=")]
    [InlineData("UEsDBBQAAAAIAAAAIQAAAAAA")]
    [InlineData("iVBORw0KGgoAAAANSUhEUg==")]
    [InlineData("JVBERi0xLjcKJeLjz9MKMSAwIG9iago8PC9UeXBlL0NhdGFsb2c+PmVuZG9iag==")]
    public void Classify_BytesOfAFile_NeedNoEnvelope(string base64) =>
        Vendor.YeastarPSeries.Classify(new VendorResponse(200, Convert.FromBase64String(base64)) { Method = "GET", Path = "/openapi/v1.0/recording/download" }).Outcome.Should().Be(VendorOutcome.Success);

    [Theory]
    [InlineData("Content-Disposition", "attachment; filename=cdr.csv", "a;b\n1;2")]
    [InlineData("Content-Type", "text/csv; charset=utf-8", "a;b\n1;2")]
    [InlineData("content-type", "TEXT/VCARD", "BEGIN:VCARD")]
    [InlineData("Content-Type", "image/svg+xml", "<svg/>")]
    [InlineData("Content-Disposition", "Attachment", "{\"contacts\":[]}")]
    [InlineData("Content-Type", "application/pdf", "not a real one")]
    public void Classify_DeclaredDownload_NeedsNoEnvelope(string header, string value, string body) =>
        Vendor.YeastarPSeries.Classify(new VendorResponse(200, Encoding.UTF8.GetBytes(body))
        {
            Method = "GET",
            Path = "/openapi/v1.0/contact/export",
            Headers = [new(header, [value])],
        }).Outcome.Should().Be(VendorOutcome.Success);

    [Theory]
    [InlineData("Content-Disposition", "inline", "a;b\n1;2")]
    [InlineData("Content-Type", "application/octet-stream", "a;b\n1;2")]
    [InlineData("Content-Type", "text/csv", "<html><title>Sign in</title></html>")]
    [InlineData("Content-Type", "application/pdf", """{"errcode":10005,"errmsg":"ACCESS DENIED"}""")]
    [InlineData("Content-Disposition", "attachment", """{"errcode":10005,"errmsg":"ACCESS DENIED"}""")]
    public void Classify_LabelAgainstTheBytes_IsNoDownload(string header, string value, string body) =>
        Vendor.YeastarPSeries.Classify(new VendorResponse(200, Encoding.UTF8.GetBytes(body))
        {
            Method = "GET",
            Path = "/openapi/v1.0/contact/export",
            Headers = [new(header, [value])],
        }).IsFailure.Should().BeTrue();

    [Theory]
    [InlineData("yeastar-p-series", ErrorCategory.ProtocolViolation)]
    [InlineData("talkdesk-dialer", null)]
    [InlineData("8x8-connect", null)]
    public void Classify_OperationNotKnown_IsAskedForWhereTheDefinitionSaysAlways(string id, ErrorCategory? category) =>
        Vendor.Find(id)!.Classify(200, "Unauthorized").Category.Should().Be(category);

    [Fact]
    public void Classify_NoStatus_AsOfAWebhook_IsUnrecognizedAndNoViolation() =>
        Vendor.YeastarPSeries.Classify(0, """{"type":30012,"sn":"x"}""").Category.Should().Be(ErrorCategory.Unrecognized);

    [Fact]
    public void Classify_VendorWithRowsOfOnesOwn_KeepsTheRequirement()
    {
        Vendor overlaid = Vendor.YeastarPSeries.WithCodes(new CodeSection(new SourceDocument("own", "own"), Basis.Observed, [new("79999", "SEEN", ErrorCategory.VendorInternal)]));

        overlaid.Classify(200, """{"maintenance":true}""").Category.Should().Be(ErrorCategory.ProtocolViolation);
    }

    [Theory]
    [InlineData("openapi/**", "/openapi/v1.0/call/dial", true)]
    [InlineData("openapi/**", "/a/OPENAPI/x", true)]
    [InlineData("openapi/**", "/openapi", false)]
    [InlineData("openapi/**", "/openapi/", false)]
    [InlineData("openapi/**", "/x?y=/openapi/z", false)]
    [InlineData("openapi/**", "/myopenapi/z", false)]
    [InlineData("openapi/v*/**", "/openapi/v2.0/z", true)]
    [InlineData("POST openapi/**", "/openapi/z", false)]
    [InlineData("Advanced Dialer/**", "/Advanced%20Dialer/api/x", true)]
    [InlineData("calls/hangup", "/v1/calls/hangup", true)]
    [InlineData("calls/hangup", "/v1/calls/hangup/1", false)]
    public void Matches_Area_HoldsWhateverIsBelow(string area, string path, bool matches) => new OperationArea(area).Matches("GET", path).Should().Be(matches);

    [Theory]
    [InlineData("/**", "has an empty segment")]
    [InlineData("a/**/b", "has two stars that are not at its end")]
    [InlineData("{id}/**", "contains a brace or a query; write * for any segment")]
    [InlineData("Advanced Dialer/**", null)]
    [InlineData("GET a/**", null)]
    public void FaultOf_Area_SaysWhy(string text, string? fault) => OperationArea.FaultOf(text).Should().Be(fault);

    [Theory]
    [InlineData(false, "An envelope is required and none is defined")]
    [InlineData(true, "An envelope is required for no operation")]
    public void Vendor_RequirementThatCannotHold_IsRefused(bool hasEnvelope, string fault)
    {
        Action create = () => _ = new Vendor("acme", "Acme", new VendorDefinition
        {
            Envelopes = hasEnvelope ? [new Envelope("own", Condition.Has("code")) { Code = ["code"] }] : [],
            RequiredEnvelope = hasEnvelope ? new RequiredEnvelope() : new RequiredEnvelope("a/**"),
        });

        create.Should().Throw<ArgumentException>().WithMessage($"*{fault}*");
    }
}
