using VendorErrors.Build.Processes;

namespace VendorErrors.Build.Legs;

/// <summary>Redis and PostgreSQL, which the tests of the stores start by themselves. Installs what is missing, where Debian's packages are at hand.</summary>
internal static class ServersLeg
{
    private static readonly (string Package, string Program, string[] Folders)[] s_servers =
    [
        ("redis-server", "redis-server", []),
        ("postgresql", "initdb", ["/usr/lib/postgresql/15/bin"]),
    ];

    internal static async Task RunAsync(LegContext context)
    {
        string[] missing = Missing();
        if (missing.Length > 0)
        {
            if (Find("apt-get") is null || Environment.UserName != "root")
            {
                context.Fail($"not installed: {string.Join(", ", missing)}; install them, or run this as root where apt-get is");
                return;
            }

            await AptAsync("update");
            await AptAsync(["install", "--yes", "--no-install-recommends", .. missing]);
        }

        context.Fail(Missing().Select(package => $"{package} was installed, and its program is not found"));
        Console.WriteLine(string.Join(", ", s_servers.Select(server => Find(server.Program, server.Folders))));
    }

    private static Task AptAsync(params string[] arguments) =>
        Shell.Program("apt-get", ["--quiet", "--quiet", .. arguments]).With("DEBIAN_FRONTEND", "noninteractive").RequireAsync();

    private static string[] Missing() => [.. s_servers.Where(server => Find(server.Program, server.Folders) is null).Select(server => server.Package)];

    private static string? Find(string program, params string[] folders) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Concat(folders).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
