using VendorErrors.Comparison.Stage;
using VendorErrors.Http;
using VendorErrors.Http.Retries;

namespace VendorErrors.Comparison.Contestants;

/// <summary>This library. Made by the constructor that AddVendorErrors uses, because only that one takes the jitter's source, which has to be seeded here.</summary>
internal sealed class VendorErrorsHandler : Contestant
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
        };
        return new VendorErrorHandler(vendor, options, services) { InnerHandler = vendorSide };
    }

    public override Judgment Judge(HttpResponseMessage response)
    {
        VendorResult result = response.GetVendorResult();
        return new(result.IsSuccess ? Told.Success : ByEffect(result.Effect), response.GetVendorDecision().StopReason.ToString());
    }

    public override Judgment Judge(Exception exception) => exception.GetVendorResult() is { IsFailure: true } result
        ? new(ByEffect(result.Effect), exception.GetVendorDecision().StopReason.ToString())
        : new(Told.Unknown, "an exception that is no failure of the vendor or the transport");

    private static Told ByEffect(Effect effect) => effect switch
    {
        Effect.None => Told.Failure,
        Effect.Applied => Told.Success,
        _ => Told.Unknown,
    };

    private sealed class Refresher(PbxTokens tokens) : ICredentialRefresher
    {
        public async ValueTask<bool> RefreshAsync(CancellationToken cancellationToken) => await tokens.RefreshAsync(cancellationToken).ConfigureAwait(false);
    }
}
