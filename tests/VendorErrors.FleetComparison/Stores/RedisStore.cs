using System.Globalization;
using System.Text;
using VendorErrors.Fleet.Tests.Servers;

namespace VendorErrors.FleetComparison.Stores;

/// <summary>
/// A Redis of this run's own. A process that is killed loses nothing of what it has written, whatever <c>appendfsync</c> says; a machine that loses its power
/// does. So that <c>everysec</c> is tried on what it costs, its kill cuts off the last second of the file, as a loss of power does at the worst.
/// </summary>
internal sealed class RedisStore : StoreServer
{
    internal const string Always = "redis-always";
    internal const string EverySecond = "redis-everysec";

    private const string Annotation = "#TS:";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vendor-errors-fleet-redis-");
    private readonly string _program;
    private readonly string _fsync;
    private readonly int _port = ServerProcess.FreePort();
    private ServerProcess? _process;
    private int _writesLost;

    private RedisStore(string program, string fsync) => (_program, _fsync) = (program, fsync);

    public override string Name => Title(_fsync);

    public override StoreAddress Address => new(StoreAddress.Redis, $"127.0.0.1:{_port}");

    public override int WritesLost => _writesLost;

    internal static RedisStore? TryCreate(string name) =>
        ServerProcess.Find("redis-server") is { } program ? new RedisStore(program, FsyncOf(name)) : null;

    internal static string TitleOfRedis(string name) => Title(FsyncOf(name));

    internal static string SettingOfRedis(string name) =>
        $"`redis-server` with `appendonly yes`, `appendfsync {FsyncOf(name)}` and `maxmemory-policy noeviction`; killed by SIGKILL{(name == Always ? string.Empty : ", and the last second of its file cut off, as a loss of power does at the worst")}";

    public override async Task StartAsync()
    {
        _process = new ServerProcess(
            "KILL",
            [_program, "--port", $"{_port}", "--bind", "127.0.0.1", "--dir", _folder.FullName, "--save", "", "--appendonly", "yes", "--appendfsync", _fsync, "--aof-timestamp-enabled", "yes", "--maxmemory-policy", "noeviction"],
            Path.Combine(_folder.FullName, "log"));
        await ServerProcess.WaitForAsync(_port);
    }

    public override void Kill()
    {
        _process?.Dispose();
        _process = null;
        if (_fsync != "always")
        {
            CutOffLastSecond(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - 1);
        }
    }

    public override Task StartAgainAsync() => StartAsync();

    public override ValueTask DisposeAsync()
    {
        _process?.Dispose();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string Title(string fsync) => $"Redis {fsync}";

    private static string FsyncOf(string name) => name == Always ? "always" : "everysec";

    /// <summary>Cuts the file at the first second that Redis need not have brought to the disk. Redis notes each second in the file.</summary>
    private void CutOffLastSecond(long second)
    {
        FileInfo? file = new DirectoryInfo(Path.Combine(_folder.FullName, "appendonlydir")).GetFiles("*.incr.aof").MaxBy(known => known.LastWriteTimeUtc);
        if (file is null)
        {
            return;
        }

        string text = Encoding.Latin1.GetString(File.ReadAllBytes(file.FullName));
        for (int at = text.IndexOf(Annotation, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Annotation, at + 1, StringComparison.Ordinal))
        {
            int end = text.IndexOf('\r', at);
            if (end > 0 && long.TryParse(text.AsSpan(at + Annotation.Length, end - at - Annotation.Length), CultureInfo.InvariantCulture, out long noted) && noted >= second)
            {
                using FileStream stream = file.OpenWrite();
                stream.SetLength(at);

                // Each write of the ledger sets a hash.
                _writesLost += Count(text, "\r\nHSET\r\n", at);
                return;
            }
        }
    }

    private static int Count(string text, string part, int from)
    {
        var count = 0;
        for (int at = text.IndexOf(part, from, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(part, at + part.Length, StringComparison.OrdinalIgnoreCase))
        {
            count++;
        }

        return count;
    }
}
