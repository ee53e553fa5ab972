namespace VendorErrors.Fleet.Tests.Servers;

/// <summary>A real Redis where it is installed, and otherwise, or where the environment variable VENDOR_ERRORS_GARNET is 1, Garnet within this process.</summary>
internal sealed class RedisServer : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vendor-errors-redis-");
    private readonly string? _program = Environment.GetEnvironmentVariable("VENDOR_ERRORS_GARNET") == "1" ? null : ServerProcess.Find("redis-server");
    private readonly string[] _settings;
    private readonly string _fsync;
    private readonly string? _password;
    private readonly int? _follows;
    private ServerProcess? _process;
    private global::Garnet.GarnetServer? _garnet;

    private RedisServer(string fsync, string? password, int? follows, string[] settings) => (_fsync, _password, _follows, _settings) = (fsync, password, follows, settings);

    public int Port { get; } = ServerProcess.FreePort();

    public string Address => $"127.0.0.1:{Port}";

    /// <summary>Its folder.</summary>
    public string Folder => _folder.FullName;

    public bool IsReal => _program is not null;

    public static async Task<RedisServer> StartAsync(string fsync = "always", string? password = null, int? follows = null, params string[] settings)
    {
        var server = new RedisServer(fsync, password, follows, settings);
        await server.StartAsync();
        return server;
    }

    public async Task StartAsync()
    {
        if (_program is null)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "redis-server is not installed, and this is CI");
            _garnet = new global::Garnet.GarnetServer(["--port", $"{Port}", "--bind", "127.0.0.1", "--lua", "--lua-transaction-mode", "--memory", "64m", "--index", "16m"]);
            _garnet.Start();
        }
        else
        {
            string[] login = _password is null ? [] : ["--requirepass", _password];
            string[] primary = _follows is null ? [] : ["--replicaof", "127.0.0.1", $"{_follows}"];
            _process = new ServerProcess("KILL", [_program, "--port", $"{Port}", "--bind", "127.0.0.1", "--dir", _folder.FullName, "--save", "", "--appendonly", "yes", "--appendfsync", _fsync, .. login, .. primary, .. _settings], Path.Combine(_folder.FullName, "log"));
        }

        await ServerProcess.WaitForAsync(Port);
    }

    /// <summary>Kills it; its data stays, where it is a real one.</summary>
    public void Kill()
    {
        _process?.Dispose();
        _process = null;
        _garnet?.Dispose();
        _garnet = null;
    }

    public void Dispose()
    {
        Kill();
        _folder.Delete(recursive: true);
    }
}
