using System.Globalization;
using System.Text.Json;
using FluentAssertions;
using VendorErrors.Tests.Packs;
using Xunit;

namespace VendorErrors.Tests.Cli.Drafting;

/// <summary><c>draft</c> as a shell runs it.</summary>
[Trait("Category", "Slow")]
public sealed class DraftCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("draft").FullName;

    public static TheoryData<string> Hostile =>
    [
        string.Empty,
        "{",
        new string('[', 100_000),
        "[\"\\ud800\"]",
        "[\"\u009B2J\"]",
        "\u001b[2J\u202E",
        "{\"\\u001b[31m\": 1}",
        "enum \u009B { A = 1 << 2 }",
    ];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Draft_List_IsASectionOfAPack()
    {
        CliResult result = CliProcess.RunWithInput(ListSamples.ListInAMember, "draft", "-", "--document", "errors");

        result.Should().BeEquivalentTo(new
        {
            ExitCode = 0,
            Output = """
                {
                  "document": "errors",
                  "rows": {
                    "40300": { "is": "?", "name": "Line closed", "note": "HTTP 403" },
                    "42900": { "is": "?", "name": "Slow down", "note": "HTTP 429" }
                  }
                }

                """.ReplaceLineEndings("\n"),
            Error = "standard input, read as 'list', has codes: 2" + Environment.NewLine,
        });
    }

    [Fact]
    public void Draft_Rows_AreRefusedUntilAPersonDecides()
    {
        string section = CliProcess.RunWithInput(ListSamples.Map, "draft", "-", "--document", "errors").Output;
        string pack = Write("acme.json", SmallPack.With("\"codes\": [", $"\"codes\": [ {section}, "));

        CliResult refused = CliProcess.Run("lint", "--pack", pack);
        CliResult decided = CliProcess.Run("codes", "--pack", Write("decided.json", File.ReadAllText(pack).Replace("\"?\"", "\"gone\"", StringComparison.Ordinal)), "--output", "csv");

        refused.ExitCode.Should().Be(4);
        refused.Output.Should().Contain("codes[0].rows.line_busy.is: '?' is neither a category nor an outcome").And.Contain("4 found");
        decided.Output.Should().Contain("line_closed,");
    }

    [Fact]
    public void Draft_AgainstAPack_SaysWhatDiffers()
    {
        CliResult result = CliProcess.RunWithInput("""{ "17": "Too fast now", "18": "New one" }""", "draft", "-", "--pack", Write("acme.json", SmallPack.Text));

        result.Should().BeEquivalentTo(new
        {
            ExitCode = 4,
            Output = """
                standard input, read as 'map', has codes: 2; compared with acme-voice
                new: 1, gone: 0, renamed: 1, covered by rows of many codes: 0
                renamed  17  Busy → Too fast now
                new codes, whose meaning a person decides:
                {
                  "document": "errors",
                  "rows": {
                    "18": { "is": "?", "name": "New one" }
                  }
                }

                """.ReplaceLineEndings("\n"),
            Error = string.Empty,
        });
    }

    [Fact]
    public void Draft_AgainstAPackThatHasAll_ExitsWith0() =>
        CliProcess.RunWithInput("""{ "17": "busy" }""", "draft", "-", "--pack", Write("acme.json", SmallPack.Text), "--document", "errors").ExitCode.Should().Be(0);

    [Fact]
    public void Draft_SinceAnOlderList_CountsWhatChanged()
    {
        CliResult result = CliProcess.RunWithInput("[17, 18]", "draft", "-", "--since", Write("old.json", "[17, 16]"), "--output", "json");

        result.ExitCode.Should().Be(4);
        JsonElement json = JsonDocument.Parse(result.Output).RootElement;
        json.GetProperty("form").GetString().Should().Be("list");
        json.GetProperty("new").EnumerateArray().Select(code => code.GetProperty("code").GetString()).Should().Equal("18");
        json.GetProperty("gone").EnumerateArray().Select(code => code.GetProperty("code").GetString()).Should().Equal("16");
    }

    [Fact]
    public void Draft_AVendorOfTheLibrary_FindsItsDocumentsByKey()
    {
        CliResult result = CliProcess.RunWithInput("""[{ "code": 20003, "message": "Authenticate" }]""", "draft", "-", "--vendor", "twilio", "--document", "dictionary", "--output", "json");

        JsonElement json = JsonDocument.Parse(result.Output).RootElement;
        json.GetProperty("new").GetArrayLength().Should().Be(0);
        json.GetProperty("gone").GetArrayLength().Should().BeGreaterThan(100);
    }

    [Theory]
    [InlineData("no file 'none.json'", "draft", "none.json")]
    [InlineData("LIST is missing; see vendor-errors draft --help", "draft")]
    [InlineData("unknown form 'yaml'; one of list, map, aws, openapi, enum", "draft", "-", "--form", "yaml")]
    [InlineData("unknown output 'csv'; one of text, json", "draft", "-", "--output", "csv")]
    [InlineData("unknown vendor 'twillio'; did you mean 'twilio'?", "draft", "-", "--vendor", "twillio")]
    [InlineData("the pack has no document 'dictionry'; did you mean 'dictionary'? there are errors, ", "draft", "-", "--vendor", "twilio", "--document", "dictionry")]
    [InlineData("standard input: it is empty", "draft", "-")]
    [InlineData("unknown option '--sinze'; did you mean '--since'?", "draft", "-", "--sinze", "x")]
    public void Draft_WithWrongInput_ExitsWith2AndOneLine(string expected, params string[] arguments)
    {
        CliResult result = CliProcess.Run(arguments);

        result.ExitCode.Should().Be(2);
        result.Output.Should().BeEmpty();
        result.Error.Should().StartWith($"vendor-errors: {expected}").And.MatchRegex("^[^\n]*\n$");
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Draft_HostileList_IsOneLineAndNothingOfIt(string text)
    {
        CliResult result = CliProcess.Run("draft", Write("list.json", text));

        result.ExitCode.Should().Be(2);
        result.Output.Should().BeEmpty();
        result.Error.Should().StartWith("vendor-errors: ").And.MatchRegex("^[^\n]*\n$");
        HazardsIn(result.Error).Should().BeEmpty();
    }

    [Fact]
    public void Draft_ListThatIsTooLong_IsOneLine()
    {
        string list = Write("list.json", new string(' ', (32 * 1024 * 1024) + 1));

        CliProcess.Run("draft", list).Error.Should().Be($"vendor-errors: '{list}' has more than 32 MiB, which is more than is read" + Environment.NewLine);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public void Draft_ListWithHazards_PrintsNoneRaw(string output)
    {
        string list = Write("li\u202Est.json", "[{ \"code\": \"a\\u001b[2J\" }, { \"code\": 1, \"message\": \"x\\u001b[2J\u009B2J\u202Ey\u2028z\" }, { \"code\": \"\U000E0041\" }]");

        CliResult[] results =
        [
            CliProcess.Run("draft", list, "--output", output),
            CliProcess.Run("draft", list, "--output", output, "--pack", Write("acme.json", SmallPack.Text)),
        ];

        results[0].Output.Should().Contain("\"1\"");
        results.Should().OnlyContain(result => HazardsIn(result.Output + result.Error).Length == 0);
    }

    private static string[] HazardsIn(string text) =>
    [
        .. text.Where(c => c is not ('\n' or '\r') && (char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
            .Select(c => $"U+{(int)c:X4}"),
    ];

    private string Write(string name, string text)
    {
        string file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
