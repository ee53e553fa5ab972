using VendorErrors.Comparison.Stage;
using VendorErrors.Http;
using VendorErrors.Http.Retries;

namespace VendorErrors.Comparison.Contestants;

/// <summary>This library. Made by the constructor that AddVendorErrors uses, because only that one takes the jitter's source, which has to be seeded here.</summary>
internal sealed class VendorErrorsHandler : Contestant
{
    private static readonly VendorErrorOptions s_defaults = new();

    public override string Name => "VendorErrors";

    public override IReadOnlyList<string> Settings =>
    [
        $"`VendorErrorHandler`, all defaults but `AttemptTimeout`: {AttemptTimeout.TotalSeconds} s, so that it has no longer than the others",
        $"among the defaults: {s_defaults.MaxRetries} retries; back-off from {s_defaults.BackoffBase.TotalSeconds} s; `TotalTimeout` {s_defaults.TotalTimeout!.Value.TotalSeconds} s; `MaxWait` {s_defaults.MaxWait.TotalSeconds} s; cool-down `{s_defaults.Cooldown}`",
        $"`HttpClient.Timeout`: {ClientTimeout.TotalSeconds} s, its default",
        "at the PBX a refresher that signs in anew",
        "success, failure or unknown: outcome and effect of `GetVendorResult()`",
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

    public override Told Judge(HttpResponseMessage response)
    {
        VendorResult result = response.GetVendorResult();
        return result.IsSuccess ? Told.Success : Judge(result.Effect);
    }

    public override Told Judge(Exception exception) => exception is VendorErrorException { Error.Effect: var effect } ? Judge(effect) : Told.Unknown;

    private static Told Judge(Effect effect) => effect switch
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
