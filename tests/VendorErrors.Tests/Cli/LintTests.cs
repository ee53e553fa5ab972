using System.Text.Json;
using FluentAssertions;
using VendorErrors.Tests.Docs;
using Xunit;

namespace VendorErrors.Tests.Cli;

[Trait("Category", "Slow")]
public class LintTests
{
    [Fact]
    public void Lint_TheLibrary_FindsNothing()
    {
        CliResult result = CliProcess.Run("lint");

        result.ExitCode.Should().Be(0);
        result.Output.Trim().Should().Be($"nothing found in {string.Join(", ", Vendor.All.Select(vendor => vendor.Id))}");
    }

    [Fact]
    public void Lint_TheOverlayOfThePage_FindsNothing()
    {
        string page = Repository.Read("docs/http-client.md");
        string settings = page[(page.IndexOf("```json\n", page.IndexOf("## A code from configuration", StringComparison.Ordinal), StringComparison.Ordinal) + 8)..];

        CliResult result = Overlay(settings[..settings.IndexOf("```", StringComparison.Ordinal)], "--vendor", "yeastar-p-series");

        result.Should().BeEquivalentTo(new { ExitCode = 0, Output = $"nothing found in Pbx:Codes{Environment.NewLine}", Error = string.Empty });
    }

    [Fact]
    public void Lint_CodeWithTwoFaults_TellsBoth()
    {
        CliResult result = Overlay("""{ "Codes": { "7": { "Category": "TooFast", "Wait": "60" } } }""", "--vendor", "talkdesk-dialer");

        result.Output.Should().Contain("Wait is 60.00:00:00").And.Contain("Category is 'TooFast'").And.Contain("2 found in Codes");
    }

    [Fact]
    public void Lint_MisspelledKeyAndBareNumber_TellsBoth()
    {
        CliResult result = Overlay("""{ "Codes": { "7": { "Category": "RateLimited", "Efect": "None", "Wait": "20" } } }""", "--vendor", "talkdesk-dialer");

        result.Output.Should().Contain("Efect is not a setting").And.Contain("Wait is 20.00:00:00").And.Contain("2 found in Codes");
    }

    [Theory]
    [InlineData("""{ "Category": "RateLimited", "Wait": "60" }""", "error overlay-fault: A:Codes:7: Wait is 60.00:00:00; it must be from a millisecond to less than a day. A bare number is read as days")]
    [InlineData("""{ "Category": "RateLimited", "Wait": 1 }""", "error overlay-fault: A:Codes:7: Wait is 1.00:00:00")]
    [InlineData("""{ "Category": "RateLimited", "Wait": "60 s" }""", "error overlay-fault: A:Codes:7: Failed to convert")]
    [InlineData("""{ "Category": "RateLimited", "Wait": "00:00:00.0000060" }""", "error overlay-fault: A:Codes:7: Wait is 00:00:00.0000060")]
    [InlineData("""{ "Category": "TooFast" }""", "error overlay-fault: A:Codes:7: Category is 'TooFast', which is not a category")]
    [InlineData("""{ "Category": "RateLimited", "Waitt": "00:00:01" }""", "error overlay-fault: A:Codes:7: Waitt is not a setting of a code. Known: Category, Effect, MaxRetryAttempts, Name, Space, Wait.")]
    [InlineData("\"RateLimited\"", "error overlay-fault")]
    [InlineData("""{ "Category": "RateLimited", "Space": "fax" }""", "error overlay-fault: A:Codes:7: Space is 'fax', which talkdesk-dialer does not have")]
    [InlineData("""{ "Category": "NotFound", "Wait": "00:00:01" }""", "error retry-contradicts-effect")]
    [InlineData("""{ "Category": "RateLimited", "Effect": "Unknown" }""", "warning retry-contradicts-effect")]
    public void Lint_BrokenOverlay_FindsItAndExitsWith4(string code, string expected)
    {
        CliResult result = Overlay($$"""{ "A": { "Codes": { "7": {{code}} } } }""", "--vendor", "talkdesk-dialer");

        result.ExitCode.Should().Be(4);
        result.Output.Should().StartWith("talkdesk-dialer: ").And.Contain(expected).And.Contain("1 found in A:Codes");
    }

    [Fact]
    public void Lint_OverlaysOfSeveralVendors_ReadsEachByItsVendor()
    {
        CliResult result = Overlay("""
            {
              "Clients": {
                "Talkdesk-Dialer": { "Codes": { "5": { "Category": "Gone" }, "005": { "Category": "Gone" } } },
                "dialnexa": { "codes": { "409": { "Category": "Oops" } } }
              }
            }
            """, "--output", "json");

        JsonElement[] findings = [.. JsonDocument.Parse(result.Output).RootElement.EnumerateArray()];
        findings.Select(finding => $"{finding.GetProperty("vendor")} {finding.GetProperty("rule")} {finding.GetProperty("severity")}").Should().BeEquivalentTo(
        [
            "dialnexa overlay-fault error",
            "talkdesk-dialer unreachable-row error",
        ]);
        findings.Should().OnlyContain(finding => finding.GetProperty("where").GetString()!.Length > 0 && finding.GetProperty("text").GetString()!.Length > 0);
    }

    [Fact]
    public void Lint_AnAssemblyWithoutFaults_FindsNothing()
    {
        using var sound = new SoundAssembly();

        CliProcess.Run("lint", "--assembly", sound.File).Should().BeEquivalentTo(new { ExitCode = 0, Output = $"nothing found in {sound.File}{Environment.NewLine}", Error = string.Empty });
    }

    [Fact]
    public void Lint_AnAssemblyWithFaults_FindsThemAndExitsWith4()
    {
        CliResult result = CliProcess.Run("lint", "--assembly", typeof(LintedVendors).Assembly.Location);

        result.ExitCode.Should().Be(4);
        result.Output.Should().Contain("acme-unreachable: error unreachable-row: row 01 B")
            .And.Contain("LintedVendors.Refused: error definition-fault: the definition: The definition of the vendor 'acme-refused' has faults: The code 1 is defined twice")
            .And.Contain("LintedVendors.Missing: error definition-fault: the definition: it is null.");
    }

    [Fact]
    public void Lint_ATextAsAnAssembly_SaysSoInOneLine()
    {
        CliResult result = CliProcess.Run("lint", "--assembly", Repository.PathOf("README.md"));

        result.ExitCode.Should().Be(2);
        result.Error.TrimEnd().Should().EndWith("is not a .NET assembly").And.NotContain("\n");
    }

    [Fact]
    public void Lint_AnAssemblyWithoutVendors_SaysSo() =>
        CliProcess.Run("lint", "--assembly", typeof(FluentAssertions.AssertionExtensions).Assembly.Location).Should().BeEquivalentTo(new { ExitCode = 2, Output = string.Empty })
            .And.Match<CliResult>(result => result.Error.Contains("has no public static property of type VendorErrors.Vendor", StringComparison.Ordinal));

    [Theory]
    [InlineData("{ \"A\": 1 }", "has no section named Codes")]
    [InlineData("{ \"A\": ", "cannot be read as settings")]
    [InlineData("[]", "cannot be read as settings")]
    [InlineData("{ \"A\": { \"Codes\": { \"7\": { \"Category\": \"Gone\" } } } }", "'A:Codes' does not say which vendor it belongs to; pass --vendor, an id of ")]
    public void Lint_SettingsThatAreNone_ExitsWith2AndOneLine(string settings, string expected)
    {
        CliResult result = Overlay(settings);

        result.ExitCode.Should().Be(2);
        result.Error.TrimEnd().Split('\n').Should().ContainSingle().Which.Should().Contain(expected);
    }

    private static CliResult Overlay(string settings, params string[] more) => CliProcess.RunWithInput(settings, "dotnet", [CliProcess.Program, "lint", "--overlay", "-", .. more]);
}
