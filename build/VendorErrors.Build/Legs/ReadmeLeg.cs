using CliWrap.Buffered;
using VendorErrors.Build.Processes;

namespace VendorErrors.Build.Legs;

/// <summary>The first command of the README. Its answer is a vendor's error, so its exit code is 1.</summary>
internal static class ReadmeLeg
{
    internal const string Command = "dotnet run --project src/VendorErrors.Cli -- classify --vendor talkdesk-dialer docs/samples/talkdesk-rate-limited.json";

    internal static async Task RunAsync(LegContext context)
    {
        string[] words = Command.Split(' ');
        BufferedCommandResult result = await Shell.Program(words[0], words[1..]).CaptureAsync();
        Console.Write(result.StandardOutput);
        Console.Write(result.StandardError);
        context.Require(result.ExitCode == 1, $"exit code {result.ExitCode}, 1 was expected");
        context.Require(result.StandardOutput.Contains("rate_limited", StringComparison.Ordinal), "the output lacks 'rate_limited'");
    }
}
