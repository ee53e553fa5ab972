using CliWrap.Buffered;
using VendorErrors.Build.Processes;

namespace VendorErrors.Build.Legs;

/// <summary>The sample shows the whole of it against fake vendors, alone and as a fleet of processes, and ends by itself.</summary>
internal static class SampleLeg
{
    internal static async Task RunAsync(LegContext context)
    {
        await RunAsync(context, "Nothing was done twice");
        await RunAsync(context, "With the ledger nobody was called twice", "fleet");
    }

    private static async Task RunAsync(LegContext context, string promise, params string[] arguments)
    {
        BufferedCommandResult result = await Shell.Dotnet(["run", "--project", "docs/samples/FiveVendors", "--", .. arguments]).CaptureAsync();
        Console.Write(result.StandardError);
        context.Require(result.ExitCode == 0, $"exit code {result.ExitCode}");
        if (!result.StandardOutput.Contains(promise, StringComparison.Ordinal))
        {
            Console.Write(result.StandardOutput);
            context.Fail($"the output lacks '{promise}'");
        }
    }
}
