using System.Text.Json;
using FluentAssertions;
using VendorErrors.Tests.Packs;
using Xunit;

namespace VendorErrors.Tests.Cli;

/// <summary><c>lint --pack</c>: everything that can be found in a pack, and what it makes repeatable.</summary>
[Trait("Category", "Slow")]
public sealed class PackLintTests : IDisposable
{
    private const string Repeating = """
        "waits": [{ "header": "X-Reset", "unit": "epoch" }],
          "idempotencyKey": "Idempotency-Key",
          "operations": [{ "operation": "POST calls/search", "safety": "read", "document": "errors" }]
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("packs").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Lint_ASoundPack_FindsNothingAndSaysWhatIsSentAgain()
    {
        string file = Write(SmallPack.Text);

        CliResult result = CliProcess.Run("lint", "--pack", file);

        result.Error.Should().BeEmpty();
        result.Output.Split(Environment.NewLine).Should().Equal(
            "acme-voice: what it makes repeatable after a failure (1, * against the default)",
            "    row 17 Busy: rate_limited without effect, sent again after a wait (Error codes, docs.acme.example/errors, documented)",
            $"nothing found in {file}",
            string.Empty);
        result.ExitCode.Should().Be(0);
    }

    [Fact]
    public void Lint_APackAgainstTheDefaults_MarksThemAndExitsAsBefore()
    {
        CliResult result = CliProcess.Run("lint", "--pack", Write(SmallPack.And(Repeating)));

        result.Output.Should().Contain("  * the operation 'POST calls/search': it counts as ").And.Contain("  * the header 'Idempotency-Key': ").And.Contain("(3, * against the default)");
        result.ExitCode.Should().Be(0);
    }

    [Fact]
    public void Lint_APackThatRepeatsNothing_SaysSo() =>
        CliProcess.Run("lint", "--pack", Write(SmallPack.With("\"is\": \"rate_limited\", \"name\": \"Busy\", \"wait\": \"5s\"", "\"is\": \"gone\", \"name\": \"Gone\""))).Output.Should().StartWith("acme-voice: it makes no failed write repeatable");

    [Fact]
    public void Lint_AsJson_HasFindingsAndWhatIsRepeatable()
    {
        JsonElement result = JsonDocument.Parse(CliProcess.Run("lint", "--pack", Write(SmallPack.And(Repeating)), "--output", "json").Output).RootElement;

        result.GetProperty("findings").GetArrayLength().Should().Be(0);
        JsonElement[] repeatable = [.. result.GetProperty("repeatable").EnumerateArray()];
        repeatable.Select(one => $"{one.GetProperty("vendor")} {one.GetProperty("kind")} {one.GetProperty("against_default")}").Should().Equal("acme-voice operation True", "acme-voice idempotency_key True", "acme-voice row False");
        repeatable[2].GetProperty("source").GetString().Should().Be("Error codes, docs.acme.example/errors, documented");
    }

    [Fact]
    public void Lint_AnAnswerThatMeansSomethingElse_IsFound()
    {
        CliResult result = CliProcess.Run("lint", "--pack", Write(SmallPack.And("\"answers\": [{ \"name\": \"busy line\", \"status\": 200, \"body\": { \"result\": \"17\" }, \"is\": \"gone\" }]")));

        result.ExitCode.Should().Be(4);
        result.Output.Should().Contain("acme-voice: error conformance: the captured answer 'busy line'").And.Contain("1 found in ");
    }

    [Fact]
    public void Lint_FaultsOfTheFile_AreAllFound()
    {
        CliResult result = CliProcess.Run("lint", "--pack", Write(SmallPack.With("5s", "5").Replace("\"text\"", "\"$\"", StringComparison.Ordinal)));

        result.ExitCode.Should().Be(4);
        result.Output.Should().StartWith("acme.json(7): envelopes[0].message: ").And.Contain("acme.json(12): codes[0].rows.17.wait: ").And.Contain("2 found in ").And.NotContain("repeatable");
    }

    [Fact]
    public void Lint_PackAndVendor_IsRefused() => CliProcess.Run("lint", "--pack", Write(SmallPack.Text), "--vendor", "dexatel").Error.Should().Be("vendor-errors: --vendor cannot be used with --pack" + Environment.NewLine);

    private string Write(string text)
    {
        string file = Path.Combine(_folder, "acme.json");
        File.WriteAllText(file, text);
        return file;
    }
}
