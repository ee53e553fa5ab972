using EffectProbes;
using VendorErrors.Http;
using VendorErrors.Retries;

namespace VendorErrors.Comparison.Contestants;

/// <summary>The same with a call ledger, a queue that delivers again while the effect of a call is unknown, and the recipes for probes.</summary>
internal sealed class VendorErrorsWithProbe : VendorErrorsHandler
{
    private static readonly CallLedgerOptions s_ledger = new() { QuietTime = TimeSpan.FromMinutes(5) };

    private static readonly TimeSpan s_redelivery = TimeSpan.FromSeconds(30);

    public override string Name => "VendorErrors with a probe";

    public override string Explanation =>
        "The same with a call ledger: a call has an id, and its message is delivered again as long as the ledger waits for the vendor. The recipes of `docs/samples/EffectProbes` ask; talkdesk-dialer has none.";

    public override IReadOnlyList<string> Settings =>
    [
        $"as VendorErrors, and `CallLedger` with `InMemoryCallLedgerStore`; a message is delivered again when the decision says so, and {s_redelivery.TotalSeconds} s after a worker gave up; {Stage.Campaign.MostDeliveries} times at the most",
        $"`QuietTime` {s_ledger.QuietTime.TotalMinutes:0} min, so that a short call has ended and is in the vendor's log; the defaults of the ledger otherwise: `Lease` {s_ledger.Lease.TotalMinutes:0} min, `MaxProbes` {s_ledger.MaxProbes}, `ProbeTimeout` {s_ledger.ProbeTimeout.TotalSeconds} s",
        "look-ups go through the handler of the calls; the vendor answers them with the same faults as reads, and its limits count them",
    ];

    public override CallLedger CreateLedger(TimeProvider time) => new(new InMemoryCallLedgerStore(time), s_ledger, time);

    protected override IEffectProbe? ProbeOf(Vendor vendor, Surroundings surroundings) =>
        surroundings.Clients is not { } clients ? null
        : vendor == Vendor.Dialnexa ? new DialnexaCallProbe(clients)
        : vendor == Vendor.Dexatel ? new DexatelMessageProbe(clients)
        : vendor == Vendor.YeastarPSeries ? new YeastarProbe(clients, surroundings.Time)
        : vendor == Vendor.EightByEightConnect ? new EightByEightProbe(clients, surroundings.Time)
        : null;

    // A worker that gave up acknowledges nothing, so the queue delivers the message again.
    public override Judgment Judge(Exception exception) => base.Judge(exception) is var judgment && exception.GetVendorResult().IsFailure ? judgment : judgment with { Again = s_redelivery };

    protected override Judgment Judge(VendorResult result, RetryDecision decision) =>
        base.Judge(result, decision) with { Again = decision.StopReason is StopReason.AwaitingProbe or StopReason.InFlight ? decision.Wait : null };
}
