using Microsoft.Extensions.DependencyInjection;
using VendorErrors.Comparison.Contestants;
using VendorErrors.FleetComparison.Plan;
using VendorErrors.FleetComparison.Workers;
using VendorErrors.Http;
using VendorErrors.Retries;

namespace VendorErrors.FleetComparison.Contestants;

/// <summary>This library, in a worker that does what <c>ForQueue</c> says.</summary>
internal sealed class VendorErrorsContestant(bool hasLedger, bool hasProbe) : FleetContestant
{
    public override string Id => hasProbe ? "probe" : hasLedger ? "ledger" : "vendor-errors";

    public override string Name => hasProbe ? "with ledger and probe" : hasLedger ? "with ledger" : "VendorErrors";

    public override bool HasLedger => hasLedger;

    public override IReadOnlyList<string> Settings(FleetScale scale)
    {
        List<string> lines = [$"`AddVendorErrors`, all defaults but `AttemptTimeout`: {scale.AttemptTimeout.TotalSeconds} s, and `TotalTimeout`: {scale.TotalTimeout.TotalSeconds} s"];
        if (hasLedger)
        {
            lines.Add($"`request.SetCallId(job.Id, job.CreatedAt)`; `AddCallLedger` with `Lease`: {scale.Lease.TotalSeconds} s, `StoreTimeout`: {scale.StoreTimeout.TotalSeconds} s, otherwise its defaults");
        }

        if (hasProbe)
        {
            lines.Add($"`QuietTime`: {scale.QuietTime.TotalSeconds} s, `MaxProbes`: {FleetScale.MostProbes}; `AddEffectProbe` at all vendors but Talkdesk, which has no look-up; elsewhere too it answers only for what the vendor's documents have a look-up for: calls of Dialnexa and Yeastar, messages of Dexatel and 8x8");
        }

        lines.Add("the worker does what `ForQueue` says: `CheckFirst` leaves the message to a person");
        return lines;
    }

    public override void Register(IServiceCollection services, FleetScale scale)
    {
        if (hasLedger)
        {
            services.AddCallLedger(options => (options.Lease, options.StoreTimeout, options.QuietTime, options.MaxProbes) = (scale.Lease, scale.StoreTimeout, scale.QuietTime, FleetScale.MostProbes));
        }
    }

    public override void Register(IHttpClientBuilder client, Vendor vendor, FleetScale scale)
    {
        client.AddVendorErrors(vendor, options => (options.AttemptTimeout, options.TotalTimeout, options.AllowNoCredentialRefresher) = (scale.AttemptTimeout, scale.TotalTimeout, true));
        if (hasProbe && vendor != Vendor.TalkdeskDialer)
        {
            client.AddEffectProbe<LookUpProbe>();
        }
    }

    public override Verdict Judge(HttpResponseMessage response, int deliveries) => Judge(response.GetVendorResult(), response.GetVendorDecision());

    public override Verdict Judge(Exception exception, int deliveries) => exception.GetVendorResult() is { IsFailure: true } result
        ? Judge(result, exception.GetVendorDecision())
        : new Verdict(QueueAction.CheckFirst, Told.Unknown, Wait: null, exception.GetType().Name);

    private static Verdict Judge(VendorResult result, RetryDecision decision)
    {
        QueueDecision next = decision.ForQueue(result);
        Told told = result.IsSuccess || result.Effect == Effect.Applied ? Told.Success : result.Effect == Effect.None ? Told.Failure : Told.Unknown;
        return new Verdict(next.Action, told, next.Wait, decision.Source == DecisionSource.Ledger && next.Action == QueueAction.Acknowledge ? "Ledger" : decision.StopReason.ToString());
    }
}
