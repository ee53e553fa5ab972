using System.Diagnostics;

namespace VendorErrors.Tests.Cli;

/// <summary>Runs <c>vendor-errors</c> as a process of its own, as a shell does.</summary>
internal static class CliProcess
{
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The program, as an argument of <c>dotnet</c>.</summary>
    internal static string Program => Path.Combine(AppContext.BaseDirectory, "vendor-errors.dll");

    internal static CliResult Run(params string[] arguments) => RunWithInput(string.Empty, arguments);

    internal static CliResult RunWithInput(string input, params string[] arguments) => RunWithInput(input, "dotnet", [Program, .. arguments]);

    /// <summary>Runs any program.</summary>
    internal static CliResult RunWithInput(string input, string program, string[] arguments)
    {
        using Process process = Start(program, arguments);
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

        WaitForExit(process);
        return new CliResult(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    /// <summary>Starts any program and leaves its input open.</summary>
    internal static Process Start(string program, string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    internal static void WaitForExit(Process process)
    {
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)} did not end.");
        }
    }
}
