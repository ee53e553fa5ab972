using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using VendorErrors.Http.Ledger;
using VendorErrors.Http.Telemetry;

namespace VendorErrors.Http.Tests.Ledger;

/// <summary>What operators are alerted by.</summary>
public class LedgerMetricsTests : LedgerBench
{
    [Fact]
    public async Task Gauges_CountByState_AndWhatIsOverdue()
    {
        BreakTheConnection();
        await FailAsync();
        await DieAsync("died");
        AnswerWith(Done);
        using HttpResponseMessage done = await DeliverAsync(RequestOf(id: "another"));
        using LedgerGauges gauges = GaugesOf();
        using var seen = new SeenGauges();

        await gauges.AskAsync();
        seen.Read().Should().Contain(["entries sending=1", "entries unknown=1", "entries done=1", "entries refused=0", "overdue=0"]);

        // The lease of the one that died was over after 2 minutes, so that its effect has been unknown for two minutes less.
        Time.Advance(TimeSpan.FromMinutes(16));
        await gauges.AskAsync();
        seen.Read().Should().Contain("overdue=1").And.NotContain("overdue=2");
        Time.Advance(TimeSpan.FromMinutes(2));
        await gauges.AskAsync();
        seen.Read().Should().Contain("overdue=2");
    }

    [Fact]
    public async Task Gauges_WhileTheStoreIsAway_AreSilent_AndOneLineSaysSo()
    {
        var logs = new FakeLogCollector();
        using LedgerGauges gauges = GaugesOf(logs);
        using var seen = new SeenGauges();
        BreakTheConnection();
        await FailAsync();
        await gauges.AskAsync();
        seen.Read().Should().Contain("entries unknown=1");

        Store.FailsAt = "count";
        await gauges.AskAsync();
        await gauges.AskAsync();

        seen.Read().Should().NotContain("entries unknown=1", "old figures are no figures");
        logs.GetSnapshot().Should().ContainSingle(line => line.Id.Id == 27);
        Store.FailsAt = null;
        await gauges.AskAsync();
        seen.Read().Should().Contain("entries unknown=1");
    }

    [Fact]
    public async Task Gauges_AStoreThatHangs_HoldsUpNoCollector()
    {
        using LedgerGauges gauges = GaugesOf();
        using var seen = new SeenGauges();
        Store.Hangs = new TaskCompletionSource();

        Task asking = gauges.AskAsync();
        seen.Read().Should().NotContain("entries unknown=1");
        asking.IsCompleted.Should().BeFalse();
        Time.Advance(TimeSpan.FromSeconds(30));

        await asking.WaitAsync(TimeSpan.FromSeconds(10), Token);
        Store.Hangs.SetResult();
    }

    [Fact]
    public async Task Metrics_OfAHost_AskByThemselves_AndOnlyWhileSomebodyListens()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<TimeProvider>(Time).AddSingleton<ICallLedgerStore>(Store).AddCallLedgerMetrics(options => options.Interval = TimeSpan.FromSeconds(10));
        using IHost host = builder.Build();
        await host.StartAsync(Token);
        int before = Store.Counts;
        using (var seen = new SeenGauges())
        {
            Time.Advance(TimeSpan.FromSeconds(10));
            await Eventually.TrueAsync(() => Store.Counts > before);
            await Eventually.TrueAsync(() => seen.Read().Contains("entries refused=0", StringComparer.Ordinal));
        }

        await host.StopAsync(Token);
    }

    [Fact]
    public async Task Metrics_WithFaultsOfTheOptions_StopTheStart()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<ICallLedgerStore>(Store).AddCallLedgerMetrics(options => (options.Interval, options.OverdueAfter) = (TimeSpan.Zero, TimeSpan.FromDays(-1)));
        using IHost host = builder.Build();

        (await FluentActions.Awaiting(() => host.StartAsync(Token)).Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should().HaveCount(2);
    }

    [Fact]
    public async Task ALeaseThatRunsOut_IsCounted()
    {
        Vendor vendor = FrozenVendors.PbxCalled("lease-ran-out");
        using var seen = new SeenTelemetry();
        Remote.Answer = _ =>
        {
            Time.Advance(TimeSpan.FromMinutes(3));
            throw new HttpRequestException("reset", new IOException("reset"));
        };

        await FluentActions.Awaiting(() => DeliverAsync(vendor: vendor)).Should().ThrowAsync<Exception>();

        seen.MeasurementsOf(vendor.Id).Where(line => line.Contains("lease", StringComparison.Ordinal)).Should().Equal("vendor_errors.ledger.lease_losses cause=ran_out");
    }

    [Theory]
    [InlineData(true, "taken")]
    [InlineData(false, "gone")]
    public async Task ACallThatAnotherTook_OrTheStoreLost_IsCounted(bool isTaken, string cause)
    {
        Vendor vendor = FrozenVendors.PbxCalled($"lease-{cause}");
        using var seen = new SeenTelemetry();
        Remote.Answer = async _ =>
        {
            if (isTaken)
            {
                LedgerEntry entry = (await Store.ListAsync(null, default, 1, Token))[0];
                await Store.ReplaceAsync(entry with { Version = entry.Version + 1, Owner = "other", Claim = entry.Claim + 1 }, entry, TimeSpan.FromMinutes(2), TimeSpan.FromDays(1), Token);
            }
            else
            {
                Store.Forgets = true;
            }

            return AnyVendor.Json("""{"errcode":0,"errmsg":"SUCCESS"}""");
        };

        using HttpResponseMessage response = await DeliverAsync(vendor: vendor);

        seen.MeasurementsOf(vendor.Id).Where(line => line.Contains("lease", StringComparison.Ordinal)).Should().Equal($"vendor_errors.ledger.lease_losses cause={cause}");
    }

    [Fact]
    public async Task ACallInTime_LosesNoLease()
    {
        Vendor vendor = FrozenVendors.PbxCalled("lease-kept");
        using var seen = new SeenTelemetry();
        AnswerWith("""{"errcode":0,"errmsg":"SUCCESS"}""");

        using HttpResponseMessage response = await DeliverAsync(vendor: vendor);

        seen.MeasurementsOf(vendor.Id).Should().NotContain(line => line.Contains("lease", StringComparison.Ordinal)).And.Contain("vendor_errors.ledger.claims reply=granted");
    }

    private LedgerGauges GaugesOf(FakeLogCollector? logs = null) => new(Store, new CallLedgerMetricsOptions(), Time, new FakeLogger(logs ?? new FakeLogCollector()));

    /// <summary>Another process claims a call and is never heard of again.</summary>
    private async Task DieAsync(string id)
    {
        var entry = new LedgerEntry(new string('A', 64), 1, LedgerState.Sending, id, 1, new string('B', 64), "{}");
        (await Store.AddAsync(entry, TimeSpan.FromMinutes(2), Time.GetUtcNow(), TimeSpan.FromDays(1), Token)).IsAdded.Should().BeTrue();
    }

    /// <summary>What a collector gets of the two gauges; also of tests that run at the same time.</summary>
    private sealed class SeenGauges : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly List<string> _seen = [];

        public SeenGauges()
        {
            _listener.InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == VendorMeter.Name && instrument.Name is "vendor_errors.ledger.entries" or "vendor_errors.ledger.overdue")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
                _seen.Add($"{instrument.Name["vendor_errors.ledger.".Length..]}{(tags.Length == 0 ? string.Empty : $" {tags[0].Value}")}={value}"));
            _listener.Start();
        }

        public IReadOnlyList<string> Read()
        {
            _seen.Clear();
            _listener.RecordObservableInstruments();
            return [.. _seen];
        }

        public void Dispose() => _listener.Dispose();
    }
}
