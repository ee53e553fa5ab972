using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Cli;

[Trait("Category", "Slow")]
public class CatalogCommandTests
{
    [Fact]
    public void Codes_AsJson_ListsEveryRowOfEveryVendor()
    {
        CliResult result = CliProcess.Run("codes", "--output", "json");

        JsonElement rows = JsonDocument.Parse(result.Output).RootElement;
        result.ExitCode.Should().Be(0);
        rows.EnumerateArray().Select(row => $"{row.GetProperty("vendor")} {row.GetProperty("code")} {row.GetProperty("name")}")
            .Should().Equal(VendorRegistry.BuiltIn.Vendors.Concat(VendorRegistry.BuiltIn.Shapes).SelectMany(vendor => vendor.Codes.Select(row => $"{vendor.Id} {row.Code} {row.Name}")));
    }

    [Fact]
    public void Codes_AsCsv_HasAHeadAndALinePerRowEndedByCrLf()
    {
        string[] lines = CliProcess.Run("codes", "--vendor", "talkdesk-dialer", "--output", "csv").Output.Split("\r\n");

        lines[0].Should().StartWith("vendor,code,last_code,").And.EndWith(",source,source_title,basis");
        lines.Should().HaveCount(Vendor.TalkdeskDialer.Codes.Count + 2, "there is a head, and an end behind the last line");
        lines[^1].Should().BeEmpty();
        lines.Should().Contain(line => line.Contains(",60 s,60000,false,1,", StringComparison.Ordinal), "code 8 waits 60 s");
        lines.Should().Contain(line => line.Contains(",Caller IP address: source_blocked; IP address for the caller: source_blocked,", StringComparison.Ordinal), "a refinement stands in one cell");
    }

    [Theory]
    [InlineData("\"Invalid action type was used. Accepted action type is [say, sayAndcapture, makeCall, hangup, playFile]\"")]
    [InlineData("\"\"\"Invalid Callflow: \"\" or \"\"Execute Scenario cannot be processed together with other actions\"")]
    public void Codes_AsCsv_QuotesWhatHoldsACommaOrAQuote(string cell) =>
        CliProcess.Run("codes", "--vendor", "8x8-connect", "--output", "csv").Output.Should().Contain($",{cell},");

    [Fact]
    public void Codes_AsCsv_HasTheMembersOfTheJson()
    {
        string head = CliProcess.Run("codes", "--vendor", "dialnexa", "--output", "csv").Output.Split("\r\n")[0];
        JsonElement row = JsonDocument.Parse(CliProcess.Run("codes", "--vendor", "dialnexa", "--output", "json").Output).RootElement[0];

        head.Split(',').Should().Equal(row.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public void Codes_OfAnAssembly_AreThoseOfItsVendors()
    {
        using var sound = new SoundAssembly();

        CliProcess.Run("codes", "--assembly", sound.File, "--output", "csv").Output.Should().Be(CliProcess.Run("codes", "--vendor", "dexatel", "--output", "csv").Output);
        CliProcess.Run("codes", "--assembly", sound.File, "--vendor", "dialnexa").Error.Should().Contain("unknown vendor 'dialnexa'; known are dexatel");
    }

    [Fact]
    public void Codes_OfAnAssemblyWithARefusedDefinition_SaysWhyInOneLine()
    {
        CliResult result = CliProcess.Run("codes", "--assembly", typeof(LintedVendors).Assembly.Location);

        result.ExitCode.Should().Be(2);
        result.Error.TrimEnd().Split('\n').Should().ContainSingle().Which.Should().Contain("LintedVendors.Refused: The definition of the vendor 'acme-refused' has faults");
    }

    [Fact]
    public void Codes_AsTable_ShowsNamesWithBrackets() =>
        CliProcess.Run("codes", "--vendor", "8x8-connect").Output.Should().Contain("[say, sayAndcapture, makeCall, hangup, playFile]");

    [Theory]
    [InlineData("yeastar-p-series", "60002", "get_token")]
    [InlineData("talkdesk-dialer", "8", "60 s")]
    [InlineData("8x8-connect", "-1015", "FAILED_PRECONDITION")]
    [InlineData("8x8-connect", "-1500", "-1001 to -1999")]
    [InlineData("dialnexa", "502", "upstream_failure")]
    public void Explain_AKnownCode_TellsWhatItMeans(string vendor, string code, string expected)
    {
        CliResult result = CliProcess.Run("explain", vendor, code);

        result.ExitCode.Should().Be(0);
        result.Output.Should().Contain(expected).And.Contain("source");
    }

    [Fact]
    public void Vendors_Always_ListsEveryId()
    {
        string table = CliProcess.Run("vendors").Output;
        JsonElement json = JsonDocument.Parse(CliProcess.Run("vendors", "--output", "json").Output).RootElement;

        table.Should().ContainAll(VendorRegistry.BuiltIn.Vendors.Concat(VendorRegistry.BuiltIn.Shapes).Select(vendor => vendor.Id));
        json.EnumerateArray().Select(vendor => vendor.GetProperty("id").GetString()).Should().Equal(VendorRegistry.BuiltIn.Vendors.Concat(VendorRegistry.BuiltIn.Shapes).Select(vendor => vendor.Id));
    }
}
