using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Cli;

public class CatalogCommandTests
{
    [Fact]
    public void Codes_AsJson_ListsEveryRowOfEveryVendor()
    {
        CliResult result = CliProcess.Run("codes", "--output", "json");

        JsonElement rows = JsonDocument.Parse(result.Output).RootElement;
        result.ExitCode.Should().Be(0);
        rows.EnumerateArray().Select(row => $"{row.GetProperty("vendor")} {row.GetProperty("code")} {row.GetProperty("name")}")
            .Should().Equal(Vendor.All.SelectMany(vendor => vendor.Codes.Select(row => $"{vendor.Id} {row.Code} {row.Name}")));
    }

    [Theory]
    [InlineData("csv", "vendor,code,name,category,effect,retry,wait,operation,source,basis")]
    [InlineData("markdown", "| vendor | code | name | category | effect | retry | wait | operation | source | basis |")]
    public void Codes_AsText_HasAHeadAndALinePerRow(string format, string head)
    {
        string[] lines = CliProcess.Run("codes", "--vendor", "talkdesk-dialer", "--output", format).Output.TrimEnd().Split('\n');

        lines[0].Should().Be(head);
        lines.Should().HaveCount(Vendor.TalkdeskDialer.Codes.Count + (format == "csv" ? 1 : 2));
        lines.Should().Contain(line => line.Contains("60 s", StringComparison.Ordinal), "code 8 waits 60 s");
    }

    [Fact]
    public void Codes_AsCsv_QuotesWhatHoldsAComma()
    {
        string output = CliProcess.Run("codes", "--vendor", "8x8-connect", "--output", "csv").Output;

        output.Should().Contain("\"Invalid action type was used. Accepted action type is [say, sayAndcapture, makeCall, hangup, playFile]\"");
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

        table.Should().ContainAll(Vendor.All.Select(vendor => vendor.Id));
        json.EnumerateArray().Select(vendor => vendor.GetProperty("id").GetString()).Should().Equal(Vendor.All.Select(vendor => vendor.Id));
    }
}
