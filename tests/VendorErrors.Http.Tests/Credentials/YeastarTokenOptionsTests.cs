using Microsoft.Extensions.Options;
using VendorErrors.Http.Credentials.Yeastar;

namespace VendorErrors.Http.Tests.Credentials;

/// <summary>What is wrong with the options is said at once, each fault with the way out, and without the id or the secret.</summary>
public class YeastarTokenOptionsTests
{
    [Fact]
    public void Validate_CompleteOptions_HasNoFault() => Validate(_ => { }).Should().BeEmpty();

    [Fact]
    public void Validate_NothingSet_NamesAllThatIsMissing() =>
        new YeastarTokenOptionsValidator().Validate(null, new YeastarTokenOptions()).Failures.Should().HaveCount(3)
            .And.Contain(fault => fault.Contains("BaseAddress")).And.Contain(fault => fault.Contains("ClientId")).And.Contain(fault => fault.Contains("ClientSecret"));

    [Theory]
    [InlineData("/openapi")]
    [InlineData("ftp://pbx.example.com/")]
    public void Validate_AddressThatIsNoneOfHttp_IsAFault(string address) =>
        Validate(options => options.BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute)).Should().ContainSingle().Which.Should().Contain("https://pbx.example.com:8088/");

    [Fact]
    public void Validate_EmptyUserAgent_IsAFault() => Validate(options => options.UserAgent = " ").Should().ContainSingle().Which.Should().StartWith("UserAgent is empty");

    [Theory]
    [InlineData("00:00:00.5")]
    [InlineData("1.00:00:00")]
    public void Validate_PauseOutOfRange_IsAFault(string pause) =>
        Validate(options => options.SlotsFullPause = TimeSpan.Parse(pause, System.Globalization.CultureInfo.InvariantCulture)).Should().ContainSingle().Which.Should().Contain("SlotsFullPause").And.NotContain("the-secret");

    [Fact]
    public void ThrowIfInvalid_SeveralFaults_ThrowsThemAll() =>
        FluentActions.Invoking(() => YeastarTokenOptionsValidator.ThrowIfInvalid(new YeastarTokenOptions { ClientSecret = "the-secret" }))
            .Should().Throw<OptionsValidationException>().Which.Message.Should().Contain("BaseAddress").And.Contain("ClientId").And.NotContain("the-secret");

    private static IEnumerable<string> Validate(Action<YeastarTokenOptions> change)
    {
        var options = new YeastarTokenOptions { BaseAddress = new Uri("https://pbx.example.com:8088/"), ClientId = "the-id", ClientSecret = "the-secret" };
        change(options);
        return new YeastarTokenOptionsValidator().Validate(null, options).Failures ?? [];
    }
}
