using FluentAssertions;
using VendorErrors.Definitions;
using Xunit;
using static VendorErrors.OperationPurpose;
using static VendorErrors.OperationSafety;

namespace VendorErrors.Tests.Classification.Compiled;

/// <summary>Which requests may be sent twice, the vendors' liars included.</summary>
public class OperationTests
{
    [Theory]
    [InlineData("GET", Read, Other)]
    [InlineData("head", Read, Other)]
    [InlineData("OPTIONS", Read, Other)]
    [InlineData("PUT", Idempotent, Other)]
    [InlineData("DELETE", Idempotent, Delete)]
    [InlineData("POST", NonIdempotentWrite, Create)]
    [InlineData("PATCH", NonIdempotentWrite, Other)]
    [InlineData("BREW", NonIdempotentWrite, Other)]
    [InlineData("", NonIdempotentWrite, Other)]
    [InlineData(null, NonIdempotentWrite, Other)]
    public void Operation_MethodAlone_Tells(string? method, OperationSafety safety, OperationPurpose purpose)
    {
        foreach (Vendor vendor in Vendor.All)
        {
            VendorOperation operation = vendor.Operation(method, path: null);

            operation.Safety.Should().Be(safety);
            operation.Purpose.Should().Be(purpose);
            operation.IsOverridden.Should().BeFalse();
        }
    }

    [Theory]
    [InlineData("yeastar-p-series", "GET", "/openapi/v1.0/extension/delete?id=1&access_token=t", NonIdempotentWrite)]
    [InlineData("yeastar-p-series", "GET", "/openapi/v1.0/organization/delete?id=1", NonIdempotentWrite)]
    [InlineData("yeastar-p-series", "GET", "/openapi/v1.0/del_token?access_token=t", NonIdempotentWrite)]
    [InlineData("yeastar-p-series", "GET", "/openapi/v1.0/extension/list?page=1", Read)]
    [InlineData("yeastar-p-series", "POST", "/openapi/v1.0/call/dial", NonIdempotentWrite)]
    [InlineData("yeastar-p-series", "POST", "/openapi/v1.0/message/send", NonIdempotentWrite)]
    [InlineData("yeastar-p-series", "GET", "/openapi/v1.0/ip_phone/bulk_delete?ids=1,2", NonIdempotentWrite)]
    [InlineData("dexatel", "GET", "/v1/verifications?code=1234&phone=15551234567", NonIdempotentWrite)]
    [InlineData("dexatel", "GET", "/v1/messages/1", Read)]
    [InlineData("dexatel", "POST", "/v1/messages", NonIdempotentWrite)]
    [InlineData("talkdesk-dialer", "POST", "/Advanced Dialer/api/telephony/dial", NonIdempotentWrite)]
    [InlineData("talkdesk-dialer", "POST", "/Advanced%20Dialer/api/queue", NonIdempotentWrite)]
    [InlineData("talkdesk-dialer", "POST", "/Advanced Dialer/api/Customer/p/search", Read)]
    [InlineData("talkdesk-dialer", "POST", "/Advanced Dialer/api/Customer/p/insert", NonIdempotentWrite)]
    [InlineData("talkdesk-dialer", "PATCH", "/Advanced Dialer/api/agent/1/password", NonIdempotentWrite)]
    [InlineData("dialnexa", "POST", "/v1/calls", NonIdempotentWrite)]
    [InlineData("dialnexa", "GET", "/v1/calls", Read)]
    [InlineData("8x8-connect", "POST", "/api/v1/subaccounts/a/callflows", NonIdempotentWrite)]
    [InlineData("8x8-connect", "POST", "/api/v1/subaccounts/a/messages/batch", NonIdempotentWrite)]
    [InlineData("8x8-connect", "GET", "/api/v2/subaccounts/a/sessions/s?code=1234", NonIdempotentWrite)]
    [InlineData("8x8-connect", "GET", "/api/v1/subaccounts/a/messages/u", Read)]
    public void Operation_OfAVendor_TellsTheTruth(string vendor, string method, string path, OperationSafety safety) =>
        Vendor.Find(vendor)!.Operation(method, path).Safety.Should().Be(safety);

    [Theory]
    [InlineData("GET", "/openapi/v1.0/extension/delete", Delete)]
    [InlineData("GET", "/openapi/v1.0/organization/delete", Delete)]
    [InlineData("GET", "/openapi/v1.0/ip_phone/bulk_delete", Delete)]
    [InlineData("GET", "/openapi/v1.0/del_token", Delete)]
    [InlineData("POST", "/openapi/v1.0/ip_phone/bulk_delete", Delete)]
    [InlineData("POST", "/openapi/v1.0/extension/update", Other)]
    [InlineData("POST", "/openapi/v1.0/extension/create", Create)]
    [InlineData("GET", "/openapi/v1.0/extension/list", Other)]
    public void Operation_OfYeastar_HasThePurposeOfItsPath(string method, string path, OperationPurpose purpose) =>
        Vendor.YeastarPSeries.Operation(method, path).Purpose.Should().Be(purpose);

    [Fact]
    public void Operation_KeyThatTheVendorDoesNotHonor_ChangesNothing() =>
        new Vendor("keyless", "Keyless", new VendorDefinition()).Operation("POST", "/x", hasIdempotencyKey: true).Safety.Should().Be(NonIdempotentWrite);

    [Theory]
    [InlineData("POST", true, IdempotencyKeyed)]
    [InlineData("POST", false, NonIdempotentWrite)]
    [InlineData("GET", true, Read)]
    public void Operation_KeyThatTheVendorHonors_MakesAKeyedWrite(string method, bool hasKey, OperationSafety safety)
    {
        var vendor = new Vendor("keyed", "Keyed", new VendorDefinition { IdempotencyKeyHeader = "Idempotency-Key" });

        vendor.Operation(method, "/x", hasKey).Safety.Should().Be(safety);
    }

    [Fact]
    public void WithSafety_OfTheCaller_IsRemembered()
    {
        VendorOperation operation = Vendor.Dexatel.Operation("POST", "/v1/messages").WithSafety(Idempotent);

        operation.Safety.Should().Be(Idempotent);
        operation.DefaultSafety.Should().Be(NonIdempotentWrite);
        operation.IsOverridden.Should().BeTrue();
    }

    [Theory]
    [InlineData("POST", "/openapi/v1.0/get_token", ErrorCategory.Unauthenticated, Confidence.Exact)]
    [InlineData("POST", "/openapi/v1.0/call/dial", ErrorCategory.VendorUnspecified, Confidence.Exact)]
    [InlineData(null, null, ErrorCategory.VendorUnspecified, Confidence.Family)]
    public void Classify_YeastarFailure_DependsOnTheOperation(string? method, string? path, ErrorCategory category, Confidence confidence)
    {
        VendorResult result = Vendor.YeastarPSeries.Classify(200, """{"errcode":-1,"errmsg":"FAILURE"}""", Vendor.YeastarPSeries.Operation(method, path));

        result.Category.Should().Be(category);
        result.Confidence.Should().Be(confidence);
    }

    [Fact]
    public void Classify_YeastarClientJson_IsTheClientsFault() =>
        Vendor.YeastarPSeries.Classify(200, """{"errcode":-2,"errmsg":"INTERNAL SERVER ERROR","invalid_param_list":[{"field":"x"}]}""", Vendor.YeastarPSeries.Operation("POST", "/openapi/v1.0/call/dial"))
            .Should().Match<VendorResult>(result => result.Category == ErrorCategory.InvalidRequest && result.Effect == Effect.None);

    [Theory]
    [InlineData(400, ErrorCategory.ValidationFailed)]
    [InlineData(404, ErrorCategory.NotFound)]
    public void Classify_8x8Code1001_DependsOnTheStatus(int status, ErrorCategory category) =>
        Vendor.EightByEightConnect.Classify(status, """{"code":1001,"message":"x"}""").Category.Should().Be(category);
}
