using System.Globalization;
using FluentAssertions;
using VendorErrors.Tests.Packs;
using Xunit;

namespace VendorErrors.Tests.Cli;

/// <summary>A hostile pack ends the tool with one line, and nothing of it reaches the terminal as it is.</summary>
[Trait("Category", "Slow")]
public sealed class HostilePackCommandTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public static TheoryData<string> Files =>
    [
        string.Empty,
        "{",
        new string(' ', 5 * 1024 * 1024),
        new string('[', 10_000),
        SmallPack.Text + "}",
        SmallPack.With("Busy", "\\u001b[2J"),
        SmallPack.With("Busy", "\u009B2J"),
        SmallPack.With("Busy", "\u202E"),
        SmallPack.With("\"17\"", "\"\\u001b[2J\""),
        SmallPack.With("message", "\u202E"),
        SmallPack.With("rate_limited", "\\u001b]0;x\\u0007"),
        SmallPack.With("Busy", "\\ud800"),
        SmallPack.And("\"use\": \"\\u001b[31m\""),
    ];

    // Captured bodies may hold anything.
    public static TheoryData<string, string> Commands => new()
    {
        { "lint", "text" }, { "lint", "json" }, { "codes", "table" }, { "codes", "csv" }, { "codes", "json" },
    };

    public void Dispose() => File.Delete(_file);

    [Theory]
    [MemberData(nameof(Files))]
    public void Codes_HostilePack_IsOneLineAndNothingOfIt(string text)
    {
        File.WriteAllText(_file, text);

        CliResult result = CliProcess.Run("codes", "--pack", _file);

        result.ExitCode.Should().Be(2);
        result.Output.Should().BeEmpty();
        result.Error.Should().StartWith("vendor-errors: ").And.MatchRegex("^[^\\n]*\\n$");
        HazardsIn(result.Error).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_PackWithHazardsInABody_PrintsNoneRaw(string command, string output)
    {
        File.WriteAllText(_file, SmallPack.And("\"answers\": [{ \"name\": \"a\", \"status\": 200, \"text\": \"{\\\"result\\\":\\\"\\u001b[2J\u202E\\\",\\\"text\\\":\\\"\u009B2J\\\"}\", \"is\": \"gone\", \"code\": \"17\" }]"));

        CliResult result = CliProcess.Run(command, "--pack", _file, "--output", output);

        result.Output.Should().NotBeEmpty();
        HazardsIn(result.Output + result.Error).Should().BeEmpty();
    }

    [Fact]
    public void Message_OfAFileWithAHazardInItsName_HasItWrittenOut()
    {
        CliResult result = CliProcess.Run("codes", "--pack", "no\u001b[31m\u202Efile.json");

        result.Error.Should().StartWith("vendor-errors: no file 'no\\u001b[31m\\u202efile.json'");
    }

    private static string[] HazardsIn(string text) =>
    [
        .. text.Where(c => c is not ('\n' or '\r') && (char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
            .Select(c => $"U+{(int)c:X4}"),
    ];
}
