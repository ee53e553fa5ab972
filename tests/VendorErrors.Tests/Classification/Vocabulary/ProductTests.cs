using FluentAssertions;
using VendorErrors.Classification.Compiled;
using VendorErrors.Definitions;
using Xunit;
using static VendorErrors.ErrorCategory;

namespace VendorErrors.Tests.Classification.Vocabulary;

/// <summary>Envelopes of one product, and of the operations below some segments.</summary>
public class ProductTests
{
    private static readonly Vendor s_acme = new("acme-products", "Acme Products", new VendorDefinition
    {
        Products =
        [
            new VendorProduct("sms", "Acme SMS", "rest.acme.example/sms/**", "*.sms.acme.example/**"),
            new VendorProduct("voice", "Acme Voice", "POST calls", "v1/voice/**"),
        ],
        Envelopes =
        [
            new Envelope("sms", Condition.Has("code")) { Product = "sms", Code = ["code"], Space = "sms" },
            new Envelope("voice", Condition.Has("code")) { Product = "voice", Code = ["code"], Space = "voice" },
            new Envelope("reports", Condition.Has("code")) { Operation = "GET reports/**", Code = ["code"], Space = "reports" },
        ],
        Codes =
        [
            Space("sms", new CodeRow("1", "Throttled", RateLimited)),
            Space("voice", new CodeRow("1", "Busy", ConcurrencyLimited)),
            Space("reports", new CodeRow("1", "Gone", Gone)),
        ],
    });

    [Theory]
    [InlineData("POST", "https://rest.acme.example/sms/json?x=/calls", RateLimited)]
    [InlineData("POST", "https://user@REST.acme.example:8443/sms/json", RateLimited)]
    [InlineData("POST", "rest.acme.example/sms/json", RateLimited)]
    [InlineData("POST", "//eu.sms.acme.example/anything", RateLimited)]
    [InlineData("POST", "https://eu.sms.acme.example", RateLimited)]
    [InlineData("POST", "https://api.acme.example/calls", ConcurrencyLimited)]
    [InlineData("POST", "https://api.acme.example/v1/voice/calls/7", ConcurrencyLimited)]
    [InlineData("GET", "https://api.acme.example/v1/reports/2026/1", Gone)]
    [InlineData("GET", "https://rest.acme.example/calls", null)]
    [InlineData("GET", "https://api.acme.example/v1/voice", null)]
    [InlineData("POST", "https://other.example/sms/json", null)]
    public void Classify_AddressOfOneProduct_ReadsItsEnvelope(string method, string address, ErrorCategory? category) =>
        s_acme.Classify(new VendorResponse(400, """{"code":1}"""u8) { Method = method, Path = address }).Category.Should().Be(category ?? InvalidRequest);

    [Theory]
    [InlineData("/sms/json", true)]
    [InlineData("/v2.0/sms/json", true)]
    [InlineData("sms/json", true)]
    [InlineData("/other", true)]
    [InlineData(null, true)]
    [InlineData("https://api.acme.example/other?to=https://rest.acme.example/sms/json", false)]
    public void MayBeAt_PathWithoutAHost_IsJudgedByTheRest(string? path, bool isSms)
    {
        CompiledProduct[] places = CompiledProduct.Of("sms", s_acme.Definition.Products)!;

        // The second operation of the product is a host alone, so nothing speaks against a path without one.
        CompiledProduct.MayBeAt(places, "POST", path).Should().Be(isSms);
        CompiledProduct.MayBeAt(places[..1], "POST", path).Should().Be(isSms && path != "/other");
    }

    [Fact]
    public void Classify_PathThatIsNotKnown_TriesEachProductInOrder() => s_acme.Classify(400, """{"code":1}""").Category.Should().Be(RateLimited);

    private static CodeSection Space(string space, CodeRow row) => new(new SourceDocument("Manual", "acme.example"), Basis.Documented, [row]) { Space = space };
}
