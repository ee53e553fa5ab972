using VendorErrors.Build.Processes;

namespace VendorErrors.Build.Legs;

internal static class BuildLegs
{
    internal static Task BuildAsync() => Shell.Dotnet("build", "--configuration", "Release", "--verbosity", "quiet").RequireAsync();

    // White space alone: the build itself refuses what breaks the code style or a rule of an analyzer.
    internal static Task CheckFormatAsync() => Shell.Dotnet("format", "whitespace", "--verify-no-changes", "--no-restore", "--verbosity", "quiet").RequireAsync();
}
