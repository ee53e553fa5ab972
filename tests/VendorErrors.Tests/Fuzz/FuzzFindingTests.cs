using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Fuzz;

/// <summary>That the fuzzer would tell, if it found something.</summary>
public sealed class FuzzFindingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    [Fact]
    public void Report_OfAViolation_NamesSeedAndSmallestBodyAndKeepsAFixture()
    {
        var fuzzed = new FuzzCase(17, Vendor.Dexatel, 200, [.. "{\"some\":\"thing\",\"z\":1,\"more\":[1,2,3]}"u8]) { Method = "POST", Headers = [new("Retry-After", ["1"])] };

        string report = FuzzFinding.Report(fuzzed, DislikesZ, _folder.FullName);

        report.Should().Contain("seed 17").And.Contain("a z").And.Contain(Convert.ToBase64String("z"u8));
        File.ReadAllText(Path.Combine(_folder.FullName, "dexatel", "fuzz-17.txt")).Should().StartWith("source: fuzz, seed 17\nstatus: 200\nmethod: POST\n").And.NotContain("header").And.EndWith("---\nz");
    }

    [Fact]
    public void Minimize_OfAViolationThatNeedsTwoPlaces_KeepsBoth()
    {
        var fuzzed = new FuzzCase(1, Vendor.Dexatel, 200, [.. "aaaaaaaxbbbbbbbbbbbbbbycccccc"u8]);

        Minimizer.Minimize(fuzzed, static c => c.Body.Contains((byte)'x') && c.Body.Contains((byte)'y') ? "both" : null).Body.Should().Equal("xy"u8.ToArray());
    }

    [Fact]
    public void Make_OfASeed_IsTheSameAgain()
    {
        FuzzCase once = FuzzCorpus.Instance.Make(4711, Vendor.Dialnexa);
        FuzzCase again = FuzzCorpus.Instance.Make(4711, Vendor.Dialnexa);

        again.ToString().Should().Be(once.ToString());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string? DislikesZ(FuzzCase fuzzed) => fuzzed.Body.Contains((byte)'z') ? "a z" : null;
}
