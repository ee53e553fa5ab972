using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;
using VendorErrors.Http.Telemetry;

namespace VendorErrors.Http;

/// <summary>
/// The vendors that clients name by their id: those of the library, and the packs of a folder, which are read again when its files change. Packs that
/// have faults then change nothing and are logged. A service of the container, see <c>AddVendorPacks</c>. Safe for use by several threads.
/// </summary>
/// <example>
/// <code>
/// VendorPacks packs = provider.GetRequiredService&lt;VendorPacks&gt;();
/// VendorResult result = packs.Current.Find("acme-voice")!.Classify(200, body);
/// </code>
/// </example>
public sealed class VendorPacks : IDisposable
{
    private const string Files = "*.json";

    /// <summary>An editor writes a file in several steps.</summary>
    private static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(250);

    private readonly string _folder;
    private readonly ILogger _logger;
    private readonly ITimer? _timer;
    private readonly PhysicalFileProvider? _files;
    private readonly IDisposable? _watch;
    private readonly object _reading = new();
    private volatile VendorRegistry _current;

    internal VendorPacks(VendorPacksOptions options, TimeProvider time, ILogger logger)
    {
        _folder = Path.GetFullPath(options.Folder!);
        _logger = logger;
        if (options.ReloadOnChange && Directory.Exists(_folder))
        {
            // Watched before it is read, so that no change is missed in between.
            _timer = time.CreateTimer(static packs => ((VendorPacks)packs!).Reload(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _files = new PhysicalFileProvider(_folder);
            _watch = Watch();
        }

        try
        {
            // A change that is reported meanwhile is read after it.
            lock (_reading)
            {
                _current = VendorRegistry.BuiltIn.WithFolder(_folder);
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The present vendors. Another registry after a change.</summary>
    public VendorRegistry Current => _current;

    /// <summary>Ends the watching; the vendors stay as they are.</summary>
    public void Dispose()
    {
        _watch?.Dispose();
        _timer?.Dispose();
        _files?.Dispose();
    }

    private IDisposable? Watch()
    {
        try
        {
            return ChangeToken.OnChange(() => _files!.Watch(Files), () => _timer!.Change(s_quiet, Timeout.InfiniteTimeSpan));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The system has no watcher left, or none for this kind of folder.
            Log.PacksNotWatched(_logger, _folder, e.Message);
            return null;
        }
    }

    private void Reload()
    {
        try
        {
            lock (_reading)
            {
                _current = VendorRegistry.BuiltIn.WithFolder(_folder);
            }

            Log.PacksReloaded(_logger, _folder);
        }
        catch (Exception e) when (e is VendorPackException or IOException or UnauthorizedAccessException)
        {
            Log.PacksReloadFailed(_logger, _folder, e.Message);
        }
    }
}
