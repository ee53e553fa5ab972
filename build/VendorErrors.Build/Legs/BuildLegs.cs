using VendorErrors.Build.Processes;

namespace VendorErrors.Build.Legs;

internal static class BuildLegs
{
    internal static Task BuildAsync() => Shell.Dotnet("build", "--configuration", "Release", "--verbosity", "quiet").RequireAsync();

    internal static Task CheckFormatAsync() => Shell.Dotnet("format", "--verify-no-changes", "--no-restore", "--verbosity", "quiet").RequireAsync();
}
