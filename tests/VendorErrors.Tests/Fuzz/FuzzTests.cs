using System.Globalization;
using FluentAssertions;
using VendorErrors.Tests.Conventions;
using VendorErrors.Tests.Docs;
using Xunit;

namespace VendorErrors.Tests.Fuzz;

/// <summary>
/// The captured answers of all vendors, damaged at random. VENDOR_ERRORS_FUZZ_CASES asks for another number of cases,
/// VENDOR_ERRORS_FUZZ_SEED for others than those of every run.
/// </summary>
[Trait("Category", "Slow")]
public class FuzzTests
{
    private const int Cases = 250_000;
    private static readonly TimeSpan s_hang = TimeSpan.FromSeconds(60);

    public static TheoryData<string> VendorIds => VendorConventionTests.VendorIds;

    [Theory]
    [MemberData(nameof(VendorIds))]
    public async Task Classify_DamagedAnswers_KeepsItsWord(string id)
    {
        Vendor vendor = Vendor.Find(id)!;
        int count = Setting("VENDOR_ERRORS_FUZZ_CASES", Cases) / Vendor.All.Count;
        int first = Setting("VENDOR_ERRORS_FUZZ_SEED", 0);
        int current = first;
        Task<string?> run = Task.Run(() => Run(vendor, first, count, seed => Volatile.Write(ref current, seed)));

        // A case that never ends would otherwise tell nothing but that the run was cut off.
        for (int before = -1; !run.IsCompleted; before = Volatile.Read(ref current))
        {
            await Task.WhenAny(run, Task.Delay(s_hang, TestContext.Current.CancellationToken));
            (run.IsCompleted || Volatile.Read(ref current) != before).Should().BeTrue("no case takes {0}, and seed {1} of {2} does", s_hang, before, id);
        }

        (await run).Should().BeNull();
    }

    private static string? Run(Vendor vendor, int first, int count, Action<int> tell)
    {
        for (int seed = first; seed < first + count; seed++)
        {
            tell(seed);
            FuzzCase fuzzed = FuzzCorpus.Instance.Make(seed, vendor);
            if (FuzzCheck.Violation(fuzzed) is not null)
            {
                return FuzzFinding.Report(fuzzed, FuzzCheck.Violation, Repository.PathOf("tests/VendorErrors.Tests/Fixtures"));
            }
        }

        return null;
    }

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : otherwise;
}
