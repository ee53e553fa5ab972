using VendorErrors.Comparison.Stage;
using VendorErrors.Http;
using VendorErrors.Http.Retries;
using VendorErrors.Retries;

namespace VendorErrors.Comparison.Contestants;

/// <summary>This library. Made by the constructor that AddVendorErrors uses, because only that one takes the jitter's source, which has to be seeded here.</summary>
internal class VendorErrorsHandler : Contestant
{
    private static readonly VendorErrorOptions s_defaults = new();

    public override string Name => "VendorErrors";

    public override string Explanation => "This library's handler, which reads each answer by the vendor's definition and decides by the effect of the attempt whether it may be sent again.";

    public override IReadOnlyList<string> Settings =>
    [
        $"`VendorErrorHandler`, all defaults but `AttemptTimeout`: {AttemptTimeout.TotalSeconds} s, so that it has no longer than the others",
        $"among the defaults: {s_defaults.MaxRetryAttempts} retries; backoff from {s_defaults.BaseDelay.TotalSeconds} s; `TotalTimeout` {s_defaults.TotalTimeout!.Value.TotalSeconds} s; `MaxWait` {s_defaults.MaxWait.TotalSeconds} s; cooldown `{s_defaults.Cooldown}`; retry budget {s_defaults.RetryBudgetRatio} of the requests, and {s_defaults.RetryBudgetReserve} saved up",
        $"`HttpClient.Timeout`: {ClientTimeout.TotalSeconds} s, its default",
        "at the PBX a refresher that signs in again",
        "success, failure or unknown: outcome and effect of `GetVendorResult()`, on the response and on the exception",
    ];

    public override HttpMessageHandler Wrap(Vendor vendor, HttpMessageHandler vendorSide, Surroundings surroundings)
    {
        var options = new VendorErrorOptions { AttemptTimeout = AttemptTimeout };
        options.Authorize = surroundings.Tokens is { } tokens ? tokens.Authorize : null;
        var services = new VendorServices
        {
            Time = surroundings.Time,
            Random = surroundings.Jitter,
            Refresher = surroundings.Tokens is null ? null : new Refresher(surroundings.Tokens),
            Ledger = surroundings.Ledger,
            Probe = ProbeOf(vendor, surroundings),
        };
        return new VendorErrorHandler(vendor, options, services) { InnerHandler = vendorSide };
    }

    public override Judgment Judge(HttpResponseMessage response) => Judge(response.GetVendorResult(), response.GetVendorDecision());

    public override Judgment Judge(Exception exception) => exception.GetVendorResult() is { IsFailure: true } result
        ? Judge(result, exception.GetVendorDecision())
        : new(Told.Unknown, "an exception that is no failure of the vendor or the transport");

    /// <summary>Who asks the vendor whether a call happened. Default: nobody.</summary>
    protected virtual IEffectProbe? ProbeOf(Vendor vendor, Surroundings surroundings) => null;

    /// <summary>What result and decision tell the caller.</summary>
    protected virtual Judgment Judge(VendorResult result, RetryDecision decision) =>
        new(result.IsSuccess ? Told.Success : ByEffect(result.Effect), decision.StopReason.ToString());

    private static Told ByEffect(Effect effect) => effect switch
    {
        Effect.None => Told.Failure,
        Effect.Applied => Told.Success,
        _ => Told.Unknown,
    };

    private sealed class Refresher(PbxTokens tokens) : ICredentialRefresher
    {
        private long _version;

        public long Version => Volatile.Read(ref _version);

        public async ValueTask RefreshAsync(long refusedVersion, CancellationToken cancellationToken)
        {
            if (await tokens.RefreshAsync(cancellationToken).ConfigureAwait(false))
            {
                Interlocked.Increment(ref _version);
            }
        }
    }
}
