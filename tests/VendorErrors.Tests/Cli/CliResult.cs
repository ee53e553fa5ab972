namespace VendorErrors.Tests.Cli;

/// <summary>What a run of the program left behind.</summary>
internal sealed record CliResult(int ExitCode, string Output, string Error);
