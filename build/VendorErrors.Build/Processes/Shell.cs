using System.ComponentModel;
using CliWrap;
using CliWrap.Buffered;

namespace VendorErrors.Build.Processes;

/// <summary>Runs other programs: in the root of the repository, unless the command says another folder.</summary>
internal static class Shell
{
    internal static Command Dotnet(params string[] arguments) => Program("dotnet", arguments);

    internal static Command Program(string file, params string[] arguments) =>
        Cli.Wrap(file).WithArguments(arguments).WithWorkingDirectory(Repository.Root).WithValidation(CommandResultValidation.None);

    internal static Command With(this Command command, string variable, string? value)
    {
        var variables = new Dictionary<string, string?>(command.EnvironmentVariables, StringComparer.Ordinal) { [variable] = value };
        return command.WithEnvironmentVariables(variables);
    }

    /// <summary>Runs it with its output on the console; gives its exit code.</summary>
    internal static async Task<int> ShowAsync(this Command command)
    {
        await using Stream output = Console.OpenStandardOutput();
        await using Stream errors = Console.OpenStandardError();
        Command shown = command.WithStandardOutputPipe(PipeTarget.ToStream(output)).WithStandardErrorPipe(PipeTarget.ToStream(errors));
        CommandResult result = await StartAsync(command, () => shown.ExecuteAsync());
        return result.ExitCode;
    }

    /// <summary>Runs it with its output on the console; anything but 0 fails the leg.</summary>
    internal static async Task RequireAsync(this Command command)
    {
        int exitCode = await command.ShowAsync();
        if (exitCode != 0)
        {
            throw new LegFailedException($"exit code {exitCode} from {command.TargetFilePath} {command.Arguments}");
        }
    }

    /// <summary>Runs it and gives its output.</summary>
    internal static Task<BufferedCommandResult> CaptureAsync(this Command command, CancellationToken cancellationToken = default) =>
        StartAsync(command, () => command.ExecuteBufferedAsync(cancellationToken));

    private static async Task<T> StartAsync<T>(Command command, Func<CommandTask<T>> start)
    {
        try
        {
            return await start();
        }
        catch (Win32Exception missing)
        {
            throw new LegFailedException($"'{command.TargetFilePath}' cannot be started: {missing.Message}", missing);
        }
    }
}
