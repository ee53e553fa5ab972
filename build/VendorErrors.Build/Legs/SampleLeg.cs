using CliWrap.Buffered;
using VendorErrors.Build.Processes;

namespace VendorErrors.Build.Legs;

/// <summary>The sample shows the whole of it against a fake vendor on loopback, and ends by itself.</summary>
internal static class SampleLeg
{
    internal static async Task RunAsync(LegContext context)
    {
        BufferedCommandResult result = await Shell.Dotnet("run", "--project", "docs/samples/FiveVendors").CaptureAsync();
        Console.Write(result.StandardError);
        context.Require(result.ExitCode == 0, $"exit code {result.ExitCode}");
        if (!result.StandardOutput.Contains("Nothing was done twice", StringComparison.Ordinal))
        {
            Console.Write(result.StandardOutput);
            context.Fail("the output lacks 'Nothing was done twice'");
        }
    }
}
