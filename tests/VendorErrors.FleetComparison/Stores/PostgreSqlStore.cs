using System.Diagnostics;
using Npgsql;
using VendorErrors.Fleet.Tests.Servers;

namespace VendorErrors.FleetComparison.Stores;

/// <summary>A PostgreSQL of this run's own. It refuses to run as root, so that it then runs as another user.</summary>
internal sealed class PostgreSqlStore : StoreServer
{
    internal const string Id = "postgresql";

    internal const string Title = "PostgreSQL";

    internal const string Setting = "PostgreSQL with its defaults, so with `fsync` and `synchronous_commit` on; killed by an immediate shutdown, which writes nothing more, and recovered from its log";

    private const string Programs = "/usr/lib/postgresql/15/bin";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vendor-errors-fleet-postgresql-");
    private readonly int _port = ServerProcess.FreePort();
    private ServerProcess? _process;

    public override string Name => Title;

    public override StoreAddress Address => new(StoreAddress.PostgreSql, $"Host=127.0.0.1;Port={_port};Username=fleet;Database=postgres;Timeout=5;Maximum Pool Size=20");

    private string Data => Path.Combine(_folder.FullName, "data");

    internal static PostgreSqlStore? TryCreate() =>
        ServerProcess.Find("initdb", Programs) is null || ServerProcess.Find("postgres", Programs) is null ? null : new PostgreSqlStore();

    public override async Task StartAsync()
    {
        await RunAsync("chmod", "-R", "a+rwX", _folder.FullName);
        await RunAsync([.. As(), ServerProcess.Find("initdb", Programs)!, "-D", Data, "-U", "fleet", "-A", "trust", "--no-sync", "-E", "UTF8"]);
        await StartAgainAsync();
    }

    public override void Kill()
    {
        _process?.Dispose();
        _process = null;
    }

    public override async Task StartAgainAsync()
    {
        _process = new ServerProcess(
            "QUIT",
            [.. As(), ServerProcess.Find("postgres", Programs)!, "-D", Data, "-p", $"{_port}", "-k", _folder.FullName, "-c", "listen_addresses=127.0.0.1", "-c", "max_connections=400"],
            Path.Combine(_folder.FullName, "log"));
        await ServerProcess.WaitForAsync(_port);
        for (var i = 0; ; i++)
        {
            try
            {
                await using NpgsqlDataSource source = NpgsqlDataSource.Create(Address.Connection);
                await using NpgsqlConnection connection = await source.OpenConnectionAsync();
                return;
            }
            catch (NpgsqlException) when (i < 200)
            {
                await Task.Delay(50);
            }
        }
    }

    public override ValueTask DisposeAsync()
    {
        Kill();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string[] As() =>
        Environment.UserName != "root" ? []
        : File.ReadAllText("/etc/passwd").Contains("postgres:", StringComparison.Ordinal) ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        : ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"];

    private static async Task RunAsync(params string[] command)
    {
        using Process process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command[0]}: {errors}{await output}");
        }
    }
}
