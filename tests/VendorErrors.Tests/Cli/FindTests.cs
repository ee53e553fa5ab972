using System.Text.Json;
using FluentAssertions;
using VendorErrors.Cli.Finding;
using VendorErrors.Retries;
using VendorErrors.Tests.Docs;
using Xunit;

namespace VendorErrors.Tests.Cli;

/// <summary><c>explain</c> with a word alone: whatever it may mean is found, and what is not known is said.</summary>
[Trait("Category", "Slow")]
public class FindTests
{
    [Theory]
    [InlineData("rate_limited", "rate_limited  · category", "google.rpc        RESOURCE_EXHAUSTED")]
    [InlineData("RateLimited", "rate_limited  · category", "HTTP to export    429")]
    [InlineData("effect_unknown", "StopReason.EffectUnknown", "check first whether it did")]
    [InlineData("WaitExceedsMaximum", "StopReason.WaitExceedsMaximum", "send it again after that wait")]
    [InlineData("cancelled", "· category", "StopReason.Cancelled")]
    [InlineData("HTTP 429", "HTTP 429  Too Many Requests", "rate_limited (limit)")]
    [InlineData("HTTP/1.1 503", "HTTP 503  Service Unavailable", "vendor_unavailable")]
    [InlineData("429", "HTTP 429  Too Many Requests", "One whole: vendor-errors explain VENDOR CODE")]
    public void Explain_AWord_ShowsWhatItMeans(string word, params string[] expected)
    {
        CliResult result = CliProcess.Run("explain", word);

        result.ExitCode.Should().Be(0);
        result.Output.Should().ContainAll(expected);
    }

    [Fact]
    public void Explain_ACodeOfSeveralVendors_ListsEachInALine()
    {
        string[] vendors = [.. Vendor.All.Where(vendor => vendor.Codes.Any(row => row.Code == "10004" && row.LastCode is null)).Select(vendor => vendor.Id)];
        string output = CliProcess.Run("explain", "10004").Output;

        vendors.Should().NotBeEmpty();
        output.Should().ContainAll(vendors);
        foreach (string pasted in (string[])["errcode=10004", "statusCode: 10004", "\"errcode\":10004"])
        {
            CliProcess.Run("explain", pasted).Output.Should().Be(output, "{0} is the same code", pasted);
        }
    }

    [Fact]
    public void Explain_HttpAndANumberAsTwoWords_IsTheStatus() => CliProcess.Run("explain", "HTTP", "429").Output.Should().StartWith("HTTP 429  Too Many Requests");

    [Theory]
    [InlineData("rate_limitd", "nearest: rate_limited")]
    [InlineData("qqqqqqqqqqzzzz", "nothing is known as 'qqqqqqqqqqzzzz'")]
    [InlineData("", "nothing is known as ''")]
    public void Explain_AnUnknownWord_ExitsWith2AndOneLine(string word, string expected)
    {
        CliResult result = CliProcess.Run("explain", word);

        result.ExitCode.Should().Be(2);
        result.Output.Should().BeEmpty();
        result.Error.TrimEnd().Split('\n').Should().ContainSingle().Which.Should().Contain(expected);
    }

    [Fact]
    public void Explain_AsJson_HasRowsAsCodesHasThem()
    {
        JsonElement[] explained = [.. JsonDocument.Parse(CliProcess.Run("explain", "dexatel", "1523", "--output", "json").Output).RootElement.EnumerateArray()];
        IEnumerable<JsonElement> listed = JsonDocument.Parse(CliProcess.Run("codes", "--vendor", "dexatel", "--output", "json").Output).RootElement.EnumerateArray();

        explained.Should().NotBeEmpty();
        explained.Select(row => row.GetRawText()).Should().BeEquivalentTo(listed.Where(row => row.GetProperty("code").GetString() == "1523").Select(row => row.GetRawText()));
        JsonDocument.Parse(CliProcess.Run("explain", "effect_unknown", "-o", "json").Output).RootElement[0].GetProperty("kind").GetString().Should().Be("stop_reason");
    }

    [Fact]
    public void Explain_AsMarkdown_IsATable() =>
        CliProcess.Run("explain", "dexatel", "1523", "--output", "markdown").Output.Should().StartWith("| vendor | code | name | category | effect | what to do |\n|---|---|---|---|---|---|\n| dexatel | 1523 |");

    [Fact]
    public void Explain_WithAPath_ShowsTheRowsOfThatOperationAlone()
    {
        string all = CliProcess.Run("explain", "yeastar-p-series", "60002").Output;
        string chosen = CliProcess.Run("explain", "yeastar-p-series", "60002", "--path", "/openapi/v1.0/get_token").Output;

        chosen.Should().Contain("get_token").And.NotBe(all);
        all.Should().Contain(chosen);
    }

    [Fact]
    public void Explain_ADecimalOfAHexadecimalCode_IsFound()
    {
        CliResult result = CliProcess.Run("explain", "smpp", "11");

        result.Output.Should().Contain("0x0000000B  Invalid destination address");
        result.Error.Should().Contain("11: read as 0x0000000B");
    }

    [Theory]
    [InlineData("--method needs --path", "explain", "dexatel", "1523", "--method", "GET")]
    [InlineData("choose among the rows of one vendor's code", "explain", "1523", "--status", "400")]
    [InlineData("invalid status 'x'", "explain", "dexatel", "1523", "--status", "x")]
    [InlineData("unknown output 'xml'; one of text, json, markdown", "explain", "dexatel", "1523", "--output", "xml")]
    public void Explain_WithWrongOptions_ExitsWith2(string expected, params string[] arguments)
    {
        CliResult result = CliProcess.Run(arguments);

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain(expected);
    }

    [Fact]
    public void StopReasons_All_HaveTheirSentencesAndArePartOfThePage()
    {
        string page = Repository.Read("docs/retries.md");

        StopReasonText.All.Select(text => text.Reason).Should().Equal(Enum.GetValues<StopReason>());
        StopReasonText.All.Where(text => text.Reason != StopReason.None).Should().OnlyContain(text => page.Contains($"| `{text.Reason}` | ", StringComparison.Ordinal) && text.Meaning.Length > 0 && text.WhatToDo.Length > 0);
    }
}
