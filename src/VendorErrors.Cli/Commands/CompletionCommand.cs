using System.CommandLine;
using VendorErrors.Cli.Completion;
using VendorErrors.Cli.Input;
using VendorErrors.Cli.Output;

namespace VendorErrors.Cli.Commands;

/// <summary><c>completion</c>: the script by which a shell completes the commands, options, vendors and codes of this program.</summary>
internal static class CompletionCommand
{
    private static readonly Argument<string> s_shell = new("SHELL") { Description = "bash, zsh or powershell." };

    internal static Command Create()
    {
        s_shell.CompletionSources.Add(ShellScript.All.Select(script => script.Shell).ToArray());
        var command = new Command("completion", "Writes the script by which a shell completes commands, vendors and codes.") { s_shell };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult arguments)
    {
        string shell = arguments.GetRequiredValue(s_shell);
        ShellScript script = ShellScript.All.FirstOrDefault(known => string.Equals(known.Shell, shell, StringComparison.OrdinalIgnoreCase))
            ?? throw new UsageException($"unknown shell '{shell}'; one of {string.Join(", ", ShellScript.All.Select(known => known.Shell))}");
        Console.Out.Write(script.Text.ReplaceLineEndings("\n") + "\n");
        return ExitCodes.Success;
    }
}
