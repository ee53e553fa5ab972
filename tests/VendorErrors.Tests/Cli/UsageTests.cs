using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Cli;

/// <summary>Wrong input gets one line that says what is wrong and what would be right.</summary>
[Trait("Category", "Slow")]
public class UsageTests
{
    public static TheoryData<string, string[]> LackOfAVendor
    {
        get
        {
            string known = string.Join(", ", Vendor.All.Select(vendor => vendor.Id));
            return new()
            {
                { $"unknown vendor 'nothing'; known are {known}", ["codes", "--vendor", "nothing"] },
                { $"--vendor is missing; one of {known}", ["classify"] },
                { $"--vendor is missing; one of {known}", ["simulate"] },
            };
        }
    }

    [Theory]
    [InlineData("unknown vendor 'yeastr'; did you mean 'yeastar-", "classify", "--vendor", "yeastr")]
    [InlineData("unknown vendor '8x8'; did you mean '8x8-", "codes", "--vendor", "8x8")]
    [InlineData("unknown vendor 'talkdesk'; did you mean 'talkdesk-", "explain", "talkdesk", "10")]
    [InlineData("invalid status '42'; an HTTP status is a number from 100 to 599", "classify", "--vendor", "dexatel", "--status", "42")]
    [InlineData("invalid status 'abc'", "classify", "--vendor", "dexatel", "--status", "abc")]
    [InlineData("invalid header 'foo'; write it as \"Name: value\"", "classify", "--vendor", "dexatel", "--header", "foo")]
    [InlineData("no file 'no-such-file'", "classify", "--vendor", "dexatel", "no-such-file")]
    [InlineData("'.' is a folder", "classify", "--vendor", "dexatel", ".")]
    [InlineData("invalid time 'yesterday'", "classify", "--vendor", "dexatel", "--received-at", "yesterday")]
    [InlineData("unknown option '--statsu'; did you mean '--status'?", "classify", "--vendor", "dexatel", "--statsu", "200", "x.json")]
    [InlineData("unknown option '--vendro'; did you mean '--vendor'?", "codes", "--vendro", "dexatel")]
    [InlineData("unknown option '--vendor'; see vendor-errors explain --help", "explain", "--vendor", "dexatel", "1523")]
    [InlineData("CODE is missing; see vendor-errors explain --help", "explain", "dexatel")]
    [InlineData("unexpected argument 'b'", "classify", "--vendor", "dexatel", "a", "b")]
    [InlineData("nothing to classify: the input is empty and no --status is given", "classify", "--vendor", "dexatel")]
    [InlineData("--explain is for one answer, not for --batch", "classify", "--batch", "--explain")]
    [InlineData("unknown command 'clasify'; did you mean 'classify'?", "clasify")]
    [InlineData("a command is missing: classify, explain, codes, vendors")]
    [InlineData("dexatel has no code '15' in the catalog; nearest:", "explain", "dexatel", "15")]
    [InlineData("--status cannot be used with --batch", "classify", "--batch", "--status", "200")]
    [InlineData("--batch writes ndjson, not json", "classify", "--batch", "--output", "json")]
    [InlineData("unknown output 'xml'; one of table, json, csv, markdown, schema", "codes", "--output", "xml")]
    [InlineData("no file 'no-such.dll'; name an existing file", "lint", "--assembly", "no-such.dll")]
    [InlineData("no file 'no-such.json'; name an existing file, or - for standard input", "lint", "--overlay", "no-such.json")]
    [InlineData("use either --overlay or --assembly", "lint", "--assembly", "a.dll", "--overlay", "b.json")]
    [InlineData("--vendor cannot be used with --assembly", "lint", "--assembly", "a.dll", "--vendor", "dexatel")]
    [MemberData(nameof(LackOfAVendor))]
    public void Run_WithWrongInput_ExitsWith2AndOneLine(string expected, params string[] arguments)
    {
        CliResult result = CliProcess.Run(arguments);

        result.ExitCode.Should().Be(2);
        result.Output.Should().BeEmpty();
        result.Error.TrimEnd().Split('\n').Should().ContainSingle().Which.Should().StartWith("vendor-errors: ").And.Contain(expected);
    }

    [Fact]
    public void Classify_ADumpWithStatusLineAndHeaders_IsRefused()
    {
        CliResult result = CliProcess.RunWithInput("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 5\r\n\r\n{}", "classify", "--vendor", "dexatel");

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("pass --status and --header");
    }

    [Fact]
    public void Run_WithControlCharacters_WritesThemOut()
    {
        CliResult result = CliProcess.RunWithInput("{\"errors\":[{\"code\":1530,\"message\":\"a\\u001b[31mred\"}]}", "classify", "--vendor", "dexatel", "--status", "400", "--explain");

        result.Output.Should().NotContain("\u001b").And.Contain("a\\u001b[31mred");
        CliProcess.Run("explain", "\u001b[31m", "1").Error.Should().NotContain("\u001b");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("classify", "--help")]
    public void Run_WithHelp_ExitsWith0(params string[] arguments)
    {
        CliResult result = CliProcess.Run(arguments);

        result.ExitCode.Should().Be(0);
        result.Output.Should().Contain("Usage:");
    }
}
