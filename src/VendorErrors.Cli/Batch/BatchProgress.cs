using System.Diagnostics;
using System.Globalization;

namespace VendorErrors.Cli.Batch;

/// <summary>A progress bar on standard error, only where that is a terminal and the records do not go to one.</summary>
internal sealed class BatchProgress : IDisposable
{
    private const int BarWidth = 30;
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(200);

    private readonly long? _totalBytes;
    private readonly bool _isVisible;
    private readonly Stopwatch _sinceLast = Stopwatch.StartNew();
    private bool _wasShown;

    private BatchProgress(long? totalBytes, bool isVisible)
    {
        _totalBytes = totalBytes;
        _isVisible = isVisible;
    }

    /// <param name="totalBytes">How long the input is, where that is known.</param>
    /// <param name="isOutputLater">Whether nothing is written to standard output until all is read.</param>
    internal static BatchProgress Start(long? totalBytes, bool isOutputLater = false) => new(totalBytes, !Console.IsErrorRedirected && (Console.IsOutputRedirected || isOutputLater));

    internal void Report(long bytes, long lines)
    {
        if (!_isVisible || _sinceLast.Elapsed < s_interval)
        {
            return;
        }

        _sinceLast.Restart();
        _wasShown = true;
        Console.Error.Write($"\r{Bar(bytes)} {lines.ToString("N0", CultureInfo.InvariantCulture)} lines ");
    }

    public void Dispose()
    {
        if (_wasShown)
        {
            Console.Error.WriteLine();
        }
    }

    private string Bar(long bytes)
    {
        if (_totalBytes is not > 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024 * 1024)} MiB");
        }

        double share = Math.Min(1, (double)bytes / _totalBytes.Value);
        var done = (int)(share * BarWidth);
        return string.Create(CultureInfo.InvariantCulture, $"[{new string('#', done)}{new string('.', BarWidth - done)}] {share:P0}");
    }
}
