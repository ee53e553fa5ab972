using System.Diagnostics;

namespace VendorErrors.Tests.Cli;

/// <summary>Runs <c>vendor-errors</c> as a process of its own, as a shell does.</summary>
internal static class CliProcess
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    internal static CliResult Run(params string[] arguments) => RunWithInput(string.Empty, arguments);

    internal static CliResult RunWithInput(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "vendor-errors.dll") },
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // A program that stops before it has read all of its input is right to do so.
        }

        if (!process.WaitForExit(s_patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"vendor-errors {string.Join(' ', arguments)} did not end.");
        }

        return new CliResult(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }
}
