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

    [Fact]
    public void Path_None_IsEmpty() => Redactor.Path(null).Should().BeEmpty();
}
