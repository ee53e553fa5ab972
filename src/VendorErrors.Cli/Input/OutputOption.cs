using System.CommandLine;

namespace VendorErrors.Cli.Input;

/// <summary><c>--output</c>, whose values each command names.</summary>
internal static class OutputOption
{
    internal static Option<string?> Create(string description) => new("--output", "-o") { Description = description, HelpName = "FORMAT" };

    internal static string Parse(string? text, string fallback, params string[] known) =>
        text is null ? fallback
        : Array.Find(known, name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase))
            ?? throw new UsageException($"unknown output '{text}'; one of {string.Join(", ", known)}");
}
