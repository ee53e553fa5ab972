using System.Text;
using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests;

public class RedactorTests
{
    [Theory]
    [InlineData("call +442071838750 failed", "442071838750")]
    [InlineData("call +44 20 7183 8750 failed", "7183")]
    [InlineData("call (020) 7183-8750 failed", "7183")]
    [InlineData("call 020.7183.8750 failed", "7183")]
    [InlineData("call 00442071838750", "442071838750")]
    [InlineData("tel:4420718387", "718387")]
    [InlineData("5551234", "5551234")]
    [InlineData("to jo@example.com", "example")]
    [InlineData("to jean-pierre@example.com", "jean")]
    [InlineData("to jo@my-company.example", "company")]
    [InlineData("to o'brien@example.com", "brien")]
    [InlineData("Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "mB92K27")]
    [InlineData("token EXZMpZA086mbrKm6rFtg7gVXaKJVfKeQ", "EXZM")]
    [InlineData("id 3fa85f64-5717-4562-b3fc-2c963f66afa6", "2c963f66afa6")]
    public void Text_WithSomethingPrivate_HidesIt(string text, string secret) => Redactor.Text(text).Should().NotContain(secret);

    [Theory]
    [InlineData("60001")]
    [InlineData("TOKEN EXPIRED")]
    [InlineData("/openapi/v1.0/extension/list")]
    [InlineData("/api/v1/subaccounts/messages")]
    public void Text_Harmless_Stays(string text) => Redactor.Text(text).Should().Be(text);

    [Fact]
    public void Path_AddressWithUserAndQuery_HasNeither() =>
        Redactor.Path(new Uri("https://user:pass@pbx.test/openapi/v1.0/call/%2B442071838750/x?access_token=abc#f")).Should().Be("/openapi/v1.0/call/***/x");

    [Theory]
    [InlineData("/openapi/v1.0/extension/list", "/openapi/v1.0/extension/list")]
    [InlineData("/Advanced%20Dialer/api/Customer/ACME-1/search", "/Advanced Dialer/api/Customer/***/search")]
    [InlineData("/Advanced%2520Dialer/api/telephony/dial", "/Advanced Dialer/api/telephony/dial")]
    [InlineData("/v1/batch-calls/smith", "/v1/batch-calls/***")]
    [InlineData("/v1/call%2F+442071838750", "/v1/***")]
    [InlineData("/openapi/v1.0/get_token", "/openapi/v1.0/get_token")]
    [InlineData("/v1/calls/42", "/v1/calls/***")]
    [InlineData("/v1/correct-horse-battery-staple", "/v1/***")]
    [InlineData("/v1/call-call-call-call-call", "/v1/***")]
    [InlineData("/v123/calls", "/***/calls")]
    [InlineData("/v1./calls", "/***/calls")]
    [InlineData("/v/calls", "/***/calls")]
    [InlineData("/calls/smith/to/v2", "/calls/***/***/***")]
    [InlineData("//user:key@host/calls", "//***/calls")]
    [InlineData("/calls;token=abc", "/***")]
    [InlineData("/calls%3Ftoken=abc", "/***")]
    [InlineData("/call%0d%0aforged", "/***")]
    [InlineData("", "")]
    public void PathText_Segment_IsPrintedOnlyWhereItIsAWordOfAnApi(string path, string printed) => Redactor.PathText(path).Should().Be(printed);

    [Fact]
    public void Path_WithAWordOfTheVendorsOwnPattern_PrintsIt()
    {
        var vendor = new Vendor("acme-fax", "Acme Fax", new VendorErrors.Definitions.VendorDefinition { Operations = [new VendorErrors.Definitions.OperationRule("GET Zettel/*/faxen", OperationSafety.NonIdempotentWrite)] });

        Redactor.Path(new Uri("https://acme.test/v2/zettel/Smith/faxen"), vendor).Should().Be("/v2/zettel/***/faxen");
        Redactor.Path(new Uri("https://acme.test/v2/zettel/Smith/faxen")).Should().Be("/v2/***/***/***");
    }

    [Fact]
    public void Path_WithAnyNumberOfSegments_IsBounded() =>
        Redactor.PathText(string.Concat(Enumerable.Repeat("/calls", 10_000))).Should().HaveLength((Redactor.MostSegments * "/calls".Length) + "/...".Length);

    [Theory]
    [InlineData("10004", "10004")]
    [InlineData("99999", "99999")]
    [InlineData("-1007", "-1007")]
    [InlineData("E1001", "E1001")]
    [InlineData("RATE_LIMIT_EXCEEDED", "RATE_LIMIT_EXCEEDED")]
    [InlineData("InvalidParameter", "InvalidParameter")]
    [InlineData("SMS-RC-413", "***-***-***")]
    [InlineData("QUUX_RATE_LIMITED", "***_***_LIMITED")]
    [InlineData("5551234", "***")]
    [InlineData("555-1234", "***")]
    [InlineData("\uFF15\uFF15\uFF15", "***")]
    [InlineData("Smith", "***")]
    [InlineData("jo@example.com", "***")]
    [InlineData("jo%2540example.com", "***")]
    [InlineData("jo\\u0040example.com", "***")]
    [InlineData("jo&#64;example.com", "***")]
    [InlineData("ERROR\nforged line", "***")]
    [InlineData("ERROR\u2028forged line", "***")]
    [InlineData("3fa85f64-5717-4562-b3fc-2c963f66afa6", "***")]
    [InlineData("", "***")]
    [InlineData("invalid invalid invalid invalid invalid invalid invalid invalid invalid", "***")]
    public void Code_OfAVendor_IsPrintedOnlyWhereItIsNoSecret(string code, string printed) => Redactor.Code(code, Vendor.YeastarPSeries).Should().Be(printed);

    [Fact]
    public void Code_None_SaysSo() => Redactor.Code(null, Vendor.YeastarPSeries).Should().Be(Redactor.NoCode);

    [Fact]
    public void Code_OfTheCatalog_IsPrintedAsItIs()
    {
        foreach (Vendor vendor in Vendor.All)
        {
            foreach (VendorErrors.Definitions.CodeRow row in vendor.Codes.Where(row => !row.Code.Contains('*', StringComparison.Ordinal)))
            {
                Redactor.Code(row.Code, vendor).Should().Be(row.Code);
            }
        }
    }

    [Theory]
    [InlineData("call 020\u00A07183\u00A08750 failed", "7183")]
    [InlineData("call 020\u20117183\u20118750 failed", "7183")]
    [InlineData("call \u0662\u0660\u0667\u0661\u0668\u0663\u0668 failed", "\u0662\u0660")]
    [InlineData("to jo%252540example.com", "example")]
    [InlineData("to \"Ann Example\"@example.com", "Ann")]
    [InlineData("to j\u00FCrgen@b\u00FCcher.example", "rgen")]
    [InlineData("to jo\uFF20example.com", "example")]
    [InlineData("password=hunter2 is wrong", "hunter")]
    [InlineData("\"token\": \"abc\" is wrong", "abc")]
    [InlineData("Bearer abcdef", "abcdef")]
    [InlineData("see https://vendor.test/a?b=c", "vendor")]
    [InlineData("one\u2028two", "\u2028")]
    [InlineData("one\u0085two", "\u0085")]
    [InlineData("one\u202Etwo", "\u202E")]
    [InlineData("one\r\ntwo", "\n")]
    public void Text_WithSomethingPrivateInAnyForm_HidesIt(string text, string secret) => Redactor.Text(text).Should().NotContain(secret);

    [Theory]
    [InlineData("Rate limit exceeded. Please try again in 30 seconds.")]
    [InlineData("The field phoneNumber is required")]
    [InlineData("\u6B63\u5728\u5904\u7406\uD83D\uDE00")]
    [InlineData("Cannot POST /v1/calls (HTTP/1.1, 8x8)")]
    public void Text_OfWords_Stays(string text) => Redactor.Text(text).Should().Be(text);

    [Fact]
    public void Text_WithHalfASurrogatePair_BecomesText() => Redactor.Text($"one{(char)0xD800}two").Should().Be("one\uFFFDtwo");

    [Fact]
    public void Text_EscapedWithoutEnd_IsHidden() =>
        Redactor.Text($"%{string.Concat(Enumerable.Repeat("25", 20))}40").Should().Be(Redactor.Mask);

    [Fact]
    public void Records_WithTheVendorsWords_DoNotPrintThem()
    {
        const string Number = "+442071838750";
        string[] printed =
        [
            new FieldError(Number, Number, Number, Number).ToString(),
            new VendorItem { Code = Number, Message = Number, Id = Number, Path = Number }.ToString(),
            new Evidence(EvidenceSource.Code, EvidenceVerdict.Won, "errcode", Number, "not in the catalog").ToString(),
            Vendor.YeastarPSeries.Operation("GET", $"/openapi/v1.0/call/{Number}?access_token=abc").ToString(),
            Vendor.YeastarPSeries.Classify(200, $$"""{"errcode":"{{Number}}"}""").ToString(),
            Vendor.YeastarPSeries.Explain(new VendorResponse(200, Encoding.UTF8.GetBytes($$"""{"errcode":"{{Number}}"}"""))).Answer!.ToString(),
        ];

        printed.Should().Equal(
            "***: ***", "[0] ***: unrecognized", "code won: errcode: not in the catalog", "GET /openapi/v1.0/call/***: read",
            "yeastar-p-series ***: unrecognized, effect unknown", "yeastar-p-series ***: unrecognized, effect unknown");
    }

    [Fact]
    public void Path_None_IsEmpty() => Redactor.Path(null).Should().BeEmpty();
}
