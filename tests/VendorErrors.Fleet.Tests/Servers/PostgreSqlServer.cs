using System.Diagnostics;
using Npgsql;

namespace VendorErrors.Fleet.Tests.Servers;

/// <summary>A PostgreSQL of this test run's own. It refuses to run as root, so that it then runs as another user.</summary>
internal sealed class PostgreSqlServer : IDisposable
{
    public const string Password = "of-this-test-run";
    private const string Programs = "/usr/lib/postgresql/15/bin";
    private static readonly Lazy<Task<PostgreSqlServer?>> s_shared = new(() => TryStartAsync([]));

    private readonly string[] _settings;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vendor-errors-postgresql-");
    private ServerProcess? _process;

    private PostgreSqlServer(string[] settings) => _settings = settings;

    public int Port { get; } = ServerProcess.FreePort();

    private string Data => Path.Combine(_folder.FullName, "data");

    /// <summary>The one of all tests that do not stop it; the test is skipped where none is installed.</summary>
    public static async Task<PostgreSqlServer> SharedAsync() => OrSkip(await s_shared.Value);

    /// <summary>One of a test's own, which may stop it.</summary>
    /// <param name="settings">Its settings, such as <c>fsync=off</c>.</param>
    public static async Task<PostgreSqlServer> StartAsync(params string[] settings) => OrSkip(await TryStartAsync(settings));

    private static PostgreSqlServer OrSkip(PostgreSqlServer? server)
    {
        Assert.SkipWhen(server is null && Environment.GetEnvironmentVariable("CI") != "true", "PostgreSQL is not installed: neither initdb nor postgres is in PATH or /usr/lib/postgresql/15/bin");
        Assert.False(server is null, "PostgreSQL is not installed, and this is CI");
        return server!;
    }

    public NpgsqlDataSource Source(string password = Password, int? port = null, int pool = 4) =>
        NpgsqlDataSource.Create($"Host=127.0.0.1;Port={port ?? Port};Username=fleet;Password={password};Database=postgres;Timeout=15;Maximum Pool Size={pool};Minimum Pool Size=0;Pooling=true;Cancellation Timeout=1000");

    private static async Task<PostgreSqlServer?> TryStartAsync(string[] settings)
    {
        if (ServerProcess.Find("initdb", Programs) is not { } initdb || ServerProcess.Find("postgres", Programs) is null)
        {
            return null;
        }

        var server = new PostgreSqlServer(settings);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Dispose();
        string secret = Path.Combine(server._folder.FullName, "password");
        await File.WriteAllTextAsync(secret, Password);
        await RunAsync("chmod", "-R", "a+rwX", server._folder.FullName);
        await RunAsync([.. As(), initdb, "-D", server.Data, "-U", "fleet", "-A", "scram-sha-256", "--pwfile", secret, "--no-sync", "-E", "UTF8"]);
        server.Start();
        await server.WaitAsync();
        return server;
    }

    /// <summary>Waits until it takes connections.</summary>
    public async Task WaitAsync()
    {
        await ServerProcess.WaitForAsync(Port);
        for (var i = 0; ; i++)
        {
            try
            {
                await using NpgsqlDataSource source = Source();
                await using NpgsqlConnection connection = await source.OpenConnectionAsync();
                return;
            }
            catch (NpgsqlException) when (i < 100)
            {
                await Task.Delay(50);
            }
        }
    }

    public void Start() =>
        _process = new ServerProcess(
            "QUIT",
            [.. As(), ServerProcess.Find("postgres", Programs)!, "-D", Data, "-p", $"{Port}", "-k", _folder.FullName, "-c", "listen_addresses=127.0.0.1", "-c", "max_connections=200", .. _settings.SelectMany(setting => new[] { "-c", setting })],
            Path.Combine(_folder.FullName, "log"));

    /// <summary>Restarts it as a standby of nobody, which can be read only.</summary>
    public async Task BecomeStandbyAsync()
    {
        Kill();
        await File.WriteAllTextAsync(Path.Combine(Data, "standby.signal"), string.Empty);
        Start();
        await WaitAsync();
    }

    public void Kill()
    {
        _process?.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        Kill();
        if (Directory.Exists(_folder.FullName))
        {
            _folder.Delete(recursive: true);
        }
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
        Assert.True(process.ExitCode == 0, $"{command[0]}: {errors}{await output}");
    }
}
