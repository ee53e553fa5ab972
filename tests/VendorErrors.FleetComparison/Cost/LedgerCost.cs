using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;
using VendorErrors.FleetComparison.Plan;
using VendorErrors.FleetComparison.Stores;
using VendorErrors.FleetComparison.Vendors;
using VendorErrors.Http;

namespace VendorErrors.FleetComparison.Cost;

/// <summary>
/// Measures calls a second with and without a call id: in one process, against a vendor that answers at once, in pairs that take turns, so that a busy machine
/// is busy for both.
/// </summary>
internal sealed class LedgerCost : IAsyncDisposable
{
    private const int Pairs = 7;

    private static readonly TimeSpan s_part = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan s_untilStatistics = TimeSpan.FromSeconds(2);
    private static readonly int[] s_atOnce = [1, 16, 64];

    private readonly StoreServer _store;
    private readonly ServiceProvider _provider;
    private readonly HttpClient _client;
    private readonly Uri _address;
    private readonly FleetVendor _vendor;
    private readonly string _run = Guid.NewGuid().ToString("N");
    private long _calls;

    private LedgerCost(StoreServer store, FleetVendor vendor)
    {
        (_store, _vendor, _address) = (store, vendor, new Uri(vendor.Address, FleetVendor.WarmUp));
        var services = new ServiceCollection();
        store.Address.Register(services);
        services.AddCallLedger();
        CountingStore.Register(services);
        services.AddHttpClient("dialer").AddVendorErrors(Vendor.TalkdeskDialer);
        _provider = services.BuildServiceProvider();
        _provider.GetService<IStartupValidator>()?.Validate();
        _client = _provider.GetRequiredService<IHttpClientFactory>().CreateClient("dialer");
    }

    private CountingStore Counter => _provider.GetRequiredService<CountingStore>();

    internal static async Task<IReadOnlyList<CostReport>> MeasureAsync(StoreServer store)
    {
        FleetVendor vendor = await FleetVendor.StartAsync(new FleetPlan([], Seed: 0), Vendor.TalkdeskDialer, static _ => null);
        await using var cost = new LedgerCost(store, vendor);
        List<CostReport> reports = [];
        foreach (int atOnce in s_atOnce)
        {
            reports.Add(await cost.MeasureAsync(atOnce));
        }

        return reports;
    }

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        await _vendor.DisposeAsync();
    }

    private async Task<CostReport> MeasureAsync(int atOnce)
    {
        // Both ways are warm before anything counts.
        await PlayAsync(atOnce, hasId: false);
        await PlayAsync(atOnce, hasId: true);
        (double trips, double syncs, double questions) = await CountAsync(atOnce);
        long before = Counter.Questions;
        (long withoutCalls, _) = await PlayAsync(atOnce, hasId: false);
        double questionsWithout = (double)(Counter.Questions - before) / withoutCalls;

        List<(double Without, double With)> pairs = [];
        for (var i = 0; i < Pairs; i++)
        {
            pairs.Add((Rate(await PlayAsync(atOnce, hasId: false)), Rate(await PlayAsync(atOnce, hasId: true))));
        }

        return new CostReport(
            _store.Name,
            atOnce,
            Median(pairs.Select(pair => pair.Without)),
            Median(pairs.Select(pair => pair.With)),
            Median(pairs.Select(pair => pair.With / pair.Without)),
            questions,
            questionsWithout,
            double.IsNaN(trips) ? null : trips,
            double.IsNaN(syncs) ? null : syncs,
            DiskSyncs(),
            TimeProvider.System.GetUtcNow());
    }

    /// <summary>A part that is not timed, in which commands and writes to the disk are counted.</summary>
    private async Task<(double Trips, double Syncs, double Questions)> CountAsync(int atOnce)
    {
        long trips = 0;
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Npgsql",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => _ = activity.OperationName.Contains("connect", StringComparison.OrdinalIgnoreCase) ? 0 : Interlocked.Increment(ref trips),
        };
        bool isPostgreSql = _store.Address.Kind == StoreAddress.PostgreSql;
        long syncsBefore = isPostgreSql ? await SyncsAsync() : 0;
        long questionsBefore = Counter.Questions;
        ActivitySource.AddActivityListener(listener);
        (long calls, _) = await PlayAsync(atOnce, hasId: true);
        listener.Dispose();
        double questions = (double)(Counter.Questions - questionsBefore) / calls;
        return isPostgreSql ? ((double)trips / calls, (double)(await SyncsAsync() - syncsBefore) / calls, questions) : (double.NaN, double.NaN, questions);
    }

    private async Task<long> SyncsAsync()
    {
        await Task.Delay(s_untilStatistics);
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(_store.Address.Connection);
        await using NpgsqlCommand command = source.CreateCommand("SELECT wal_sync FROM pg_stat_wal");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<(long Calls, TimeSpan Took)> PlayAsync(int atOnce, bool hasId)
    {
        long begin = TimeProvider.System.GetTimestamp();
        long[] calls = await Task.WhenAll(Enumerable.Range(0, atOnce).Select(async _ =>
        {
            long made = 0;
            for (; TimeProvider.System.GetElapsedTime(begin) < s_part; made++)
            {
                await CallAsync(hasId);
            }

            return made;
        }));
        return (calls.Sum(), TimeProvider.System.GetElapsedTime(begin));
    }

    private async Task CallAsync(bool hasId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new StringContent("""{"phoneNumber":"+493000000001"}""", Encoding.UTF8, "application/json") };
        if (hasId)
        {
            request.SetCallId(string.Create(CultureInfo.InvariantCulture, $"{_run}/{Interlocked.Increment(ref _calls)}"), TimeProvider.System.GetUtcNow());
        }

        using HttpResponseMessage response = await _client.SendAsync(request);
        if (!response.GetVendorResult().IsSuccess)
        {
            throw new InvalidOperationException($"A call of the measurement failed: {response.GetVendorResult()}");
        }
    }

    /// <summary>One writer that brings a page to the disk, again and again.</summary>
    private static double DiskSyncs()
    {
        string path = Path.GetTempFileName();
        using FileStream file = new(path, FileMode.Open, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
        byte[] page = new byte[8192];
        long begin = TimeProvider.System.GetTimestamp();
        var syncs = 0;
        for (; TimeProvider.System.GetElapsedTime(begin) < s_part; syncs++)
        {
            file.Write(page);
            file.Flush(flushToDisk: true);
        }

        return syncs / TimeProvider.System.GetElapsedTime(begin).TotalSeconds;
    }

    private static double Rate((long Calls, TimeSpan Took) part) => part.Calls / part.Took.TotalSeconds;

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
