using System.Diagnostics;
using VendorErrors.Tests.Docs;

namespace VendorErrors.Fleet.Tests.Docs;

/// <summary>The fleet of the sample, with processes of its own that are killed.</summary>
public class FiveVendorsFleetTests
{
    [Trait("Category", "Slow")]
    [Fact(Timeout = 120_000)]
    public async Task Fleet_Run_PrintsWhatThePagePrints_AndCallsNobodyTwiceWithTheLedger()
    {
        string sample = AppContext.BaseDirectory.Replace(Path.Combine("tests", "VendorErrors.Fleet.Tests"), Path.Combine("docs", "samples", "FiveVendors"), StringComparison.Ordinal);
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(sample, "FiveVendors.dll"), "fleet"]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        process.ExitCode.Should().Be(0, output + await errors);
        string printed = Repository.Read("docs/queues.md").Split("```text\n")[1].Split("```")[0];
        output.Split('\n').Should().Contain(printed.Split('\n').Where(line => line.Trim().Length > 0));
        output.Should().Contain("customer 1 was called 2 times, customer 2 2 times", "without the ledger");
    }
}
