using System.Text.Json;
using FluentAssertions;
using VendorErrors.Packs;
using VendorErrors.Tests.Packs;
using Xunit;

namespace VendorErrors.Tests.Cli;

/// <summary>A vendor of one's own as a pack, in every command.</summary>
[Trait("Category", "Slow")]
public sealed class PackCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("packs").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Classify_OnePack_NeedsNoVendor()
    {
        CliResult result = CliProcess.RunWithInput("""{"result":"17","text":"all lines are busy"}""", "classify", "--pack", Write("acme.json", SmallPack.Text), "--status", "200", "--output", "json");

        result.ExitCode.Should().Be(1);
        JsonElement verdict = JsonDocument.Parse(result.Output).RootElement;
        verdict.GetProperty("vendor").GetString().Should().Be("acme-voice");
        verdict.GetProperty("category").GetString().Should().Be("rate_limited");
    }

    [Fact]
    public void Classify_FolderOfOnePack_NeedsNoVendor()
    {
        _ = Write("acme.json", SmallPack.Text);

        CliProcess.RunWithInput("""{"result":"17"}""", "classify", "--pack", _folder).Output.Should().StartWith("failure · rate_limited · acme-voice");
    }

    [Fact]
    public void Classify_SeveralPacks_AsksWhich()
    {
        CliResult result = CliProcess.RunWithInput("{}", "classify", "--pack", WriteTwo());

        result.Should().BeEquivalentTo(new { ExitCode = 2, Output = string.Empty, Error = "vendor-errors: --vendor is missing; one of acme-voice, acme-fax" + Environment.NewLine });
    }

    [Fact]
    public void Classify_SeveralPacks_TakesTheNamedOne() =>
        CliProcess.RunWithInput("""{"result":"17"}""", "classify", "--pack", WriteTwo(), "--vendor", "acme-fax").Output.Should().StartWith("failure · rate_limited · acme-fax");

    [Fact]
    public void Classify_PackGivenTwice_ReadsBoth() =>
        CliProcess.RunWithInput("""{"result":"17"}""", "classify", "--pack", Write("a.json", SmallPack.Text), "--pack", Write("b.json", SmallPack.With("acme-voice", "acme-fax")), "-v", "acme-fax").ExitCode.Should().Be(1);

    [Fact]
    public void Classify_BatchOfPacks_TakesTheVendorOfEachRecord()
    {
        string records = """
            {"vendor":"acme-voice","status":200,"body":"{\"result\":\"17\"}"}
            {"vendor":"acme-fax","status":200,"body":"{\"result\":\"0\"}"}
            {"vendor":"dialnexa","status":429,"body":"{}"}

            """;

        CliResult result = CliProcess.RunWithInput(records, "classify", "--batch", "--pack", WriteTwo());

        result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).Select(line => $"{line.GetProperty("vendor")} {line.GetProperty("outcome")}")
            .Should().Equal("acme-voice failure", "acme-fax success", "dialnexa failure");
    }

    [Fact]
    public void Explain_CodeOfAPack_IsExplained() =>
        CliProcess.Run("explain", "acme-voice", "17", "--pack", Write("acme.json", SmallPack.Text)).Output.Should().StartWith("17  Busy  · acme-voice").And.Contain("docs.acme.example/errors");

    [Fact]
    public void Codes_OfAPack_AreItsOwnAlone() =>
        CliProcess.Run("codes", "--pack", Write("acme.json", SmallPack.Text), "--output", "csv").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(3);

    [Fact]
    public void Vendors_WithAPack_ListsItToo() =>
        CliProcess.Run("vendors", "--pack", Write("acme.json", SmallPack.Text)).Output.Should().Contain("acme-voice").And.Contain("dexatel");

    [Fact]
    public void Simulate_APack_IsSimulated()
    {
        using System.Diagnostics.Process process = CliProcess.Start("dotnet", [CliProcess.Program, "simulate", "--pack", Write("acme.json", SmallPack.Text)]);
        string? line = process.StandardOutput.ReadLine();
        process.Kill();

        line.Should().StartWith("Acme Voice simulated at http://127.0.0.1:");
    }

    [Theory]
    [InlineData("8x8-connect")]
    [InlineData("rfc9457")]
    public void Export_AVendor_IsItsFile(string id)
    {
        using Stream pack = BuiltInPacks.Open(id);
        using var reader = new StreamReader(pack);

        CliProcess.Run("export", id).Should().BeEquivalentTo(new { ExitCode = 0, Output = reader.ReadToEnd(), Error = string.Empty });
    }

    [Theory]
    [InlineData("classify")]
    [InlineData("codes")]
    [InlineData("lint")]
    [InlineData("vendors")]
    public void Pack_ThatIsNotThere_IsNamed(string command) => Fails(["none.json"], command, "no file 'none.json'; name an existing file");

    [Fact]
    public void Pack_FolderWithoutPacks_IsNamed() => Fails([_folder], "codes", $"the folder '{_folder}' holds no pack, which is a file *.json");

    [Fact]
    public void Pack_FolderWithTheSchemaBesideIt_ReadsOverTheSchema()
    {
        _ = Write("acme.json", SmallPack.Text);
        _ = Write("vendor-pack.schema.json", "{}");

        CliProcess.Run("codes", "--pack", _folder).ExitCode.Should().Be(0);
    }

    [Fact]
    public void Pack_WithAnIdOfTheLibrary_IsRefused() =>
        Fails([Write("acme.json", SmallPack.With("acme-voice", "dexatel"))], "codes", "acme.json: There is a vendor with the id 'dexatel' already; choose another id, or say that it is replaced (in a pack: \"replace\": true).");

    [Fact]
    public void Pack_WithOneFault_IsOneLine() =>
        Fails([Write("acme.json", SmallPack.With("rate_limited", "too_fast"))], "codes", "acme.json(12): codes[0].rows.17.is: 'too_fast' is neither a category nor an outcome");

    [Fact]
    public void Pack_WithSeveralFaults_SaysWhereTheOthersAre()
    {
        string file = Write("acme.json", "{}");

        Fails([file], "codes", $"acme.json(1): 'pack' is missing; the present format is 1; 2 more: vendor-errors lint --pack {file}");
    }

    [Theory]
    [InlineData("yeastar", "'yeastar' may be yeastar-p-series (Yeastar P-Series PBX) or yeastar-s-series (")]
    [InlineData("talkdesk", "unknown vendor 'talkdesk'; it is talkdesk-dialer (Talkdesk Advanced Dialer)")]
    [InlineData("dexatell", "unknown vendor 'dexatell'; did you mean 'dexatel'? 'vendor-errors vendors' lists all ")]
    [InlineData("azur", "'azur' may be azure-communication (Azure Communication Services) or azure (")]
    public void Vendor_ThatIsNone_NamesThoseThatMayBeMeant(string id, string expected)
    {
        CliResult result = CliProcess.Run("classify", "--vendor", id, "--status", "500");

        result.ExitCode.Should().Be(2);
        result.Error.Should().StartWith($"vendor-errors: {expected}").And.EndWith(Environment.NewLine).And.MatchRegex("^[^\n]*\n$");
    }

    [Fact]
    public void Vendor_OfAPackThatIsNearlyNamed_IsSuggested()
    {
        CliResult result = CliProcess.Run("explain", "acme-voise", "1", "--pack", Write("acme.json", SmallPack.Text));

        result.Error.Should().Contain("did you mean 'acme-voice'?");
    }

    private static void Fails(string[] packs, string command, string expected)
    {
        CliResult result = CliProcess.Run([command, .. packs.SelectMany(pack => new[] { "--pack", pack })]);

        result.ExitCode.Should().Be(2);
        result.Output.Should().BeEmpty();
        result.Error.Should().StartWith($"vendor-errors: {expected}").And.EndWith(Environment.NewLine).And.MatchRegex("^[^\n]*\n$");
    }

    private string WriteTwo()
    {
        _ = Write("a.json", SmallPack.Text);
        _ = Write("b.json", SmallPack.With("acme-voice", "acme-fax"));
        return _folder;
    }

    private string Write(string name, string text)
    {
        string file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
