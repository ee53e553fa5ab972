using FluentAssertions;
using VendorErrors.Definitions;
using Xunit;

namespace VendorErrors.Tests.Definitions;

public class OperationPatternTests
{
    [Theory]
    [InlineData("get_token", null, "/openapi/v1.0/get_token")]
    [InlineData("get_token", "POST", "https://pbx.example:8088/openapi/v1.0/get_token?x=1#f")]
    [InlineData("get_token", "POST", "get_token")]
    [InlineData("get_token", "POST", "/openapi/v1.0/GET_TOKEN/")]
    [InlineData("GET verifications", "get", "/v1/verifications?code=1&phone=2")]
    [InlineData("POST Customer/*/search", "POST", "/Advanced%20Dialer/api/Customer/ACME/search")]
    [InlineData("POST Customer/*/search", "POST", "/Advanced Dialer/api/customer/ACME/Search")]
    [InlineData("GET */delete", "GET", "/openapi/v1.0/extension/delete")]
    [InlineData("*_token", null, "/x/del_token")]
    [InlineData("POST *delete", "POST", "/x/bulk_delete")]
    [InlineData("POST */*update*", "POST", "/x/extension/update")]
    [InlineData("POST */*update*", "POST", "/x/extension/bulk_update_all")]
    [InlineData("a*b*c", null, "/abbc")]
    [InlineData("GET sessions/*", "GET", "/api/v2/subaccounts/a/sessions/123")]
    [InlineData("GET a%20b", "GET", "/a%2520b")]
    [InlineData("get_token", null, "%67et_token")]
    [InlineData("a**b", null, "/axb")]
    public void Matches_TailOfThePath_IsTrue(string pattern, string? method, string path) =>
        new OperationPattern(pattern).Matches(method, path).Should().BeTrue();

    [Theory]
    [InlineData("get_token", null, null)]
    [InlineData("get_token", "GET", "")]
    [InlineData("get_token", "GET", "/get_token/more")]
    [InlineData("get_token", "GET", "/forget_token")]
    [InlineData("get_token", "GET", "/x?y=/get_token")]
    [InlineData("GET verifications", "POST", "/v1/verifications")]
    [InlineData("GET verifications", null, "/v1/verifications")]
    [InlineData("GET verifications", "GET", "/v1/verifications/1")]
    [InlineData("GET a/b", "GET", "/b")]
    [InlineData("GET a/b", "GET", "/a/x/b")]
    [InlineData("GET sessions/*", "GET", "/sessions")]
    [InlineData("*_token", null, "/token")]
    [InlineData("a*a", null, "/a")]
    [InlineData("a*b*c", null, "/acb")]
    [InlineData("a*b*b", null, "/ab")]
    [InlineData("a*c", null, "/bc")]
    [InlineData("*token", null, "?by=token")]
    [InlineData("*token", null, "#token")]
    public void Matches_AnythingElse_IsFalse(string pattern, string? method, string? path) =>
        new OperationPattern(pattern).Matches(method, path).Should().BeFalse();

    [Theory]
    [InlineData("%")]
    [InlineData("/%zz/%")]
    [InlineData("\uD800")]
    [InlineData("////")]
    public void Matches_OddPath_ThrowsNothing(string path) =>
        new OperationPattern("GET x").Matches("GET", path).Should().BeFalse();

    [Theory]
    [InlineData("", "has an empty segment")]
    [InlineData("/", "has an empty segment")]
    [InlineData("POST /", "has an empty segment")]
    [InlineData("calls//hangup", "has an empty segment")]
    [InlineData("{id}", "contains a brace or a query; write * for any segment")]
    [InlineData("GET calls/{id}", "contains a brace or a query; write * for any segment")]
    [InlineData("calls/id}", "contains a brace or a query; write * for any segment")]
    [InlineData("calls?page=1", "contains a brace or a query; write * for any segment")]
    [InlineData("calls#top", "contains a brace or a query; write * for any segment")]
    [InlineData("POST", "names a method and no path")]
    [InlineData(" calls", "has extra whitespace")]
    [InlineData("GET  calls", "has extra whitespace")]
    [InlineData("GET calls ", "has extra whitespace")]
    public void FaultOf_TextThatIsNoPattern_SaysWhy(string text, string fault) => OperationPattern.FaultOf(text).Should().Be(fault);

    [Theory]
    [InlineData("calls")]
    [InlineData("/calls/")]
    [InlineData("Post")]
    [InlineData("*")]
    [InlineData("GET calls/*/hangup")]
    [InlineData("POST CALLS")]
    public void FaultOf_Pattern_IsNull(string text) => OperationPattern.FaultOf(text).Should().BeNull();
}
