using System.Diagnostics.CodeAnalysis;
using Polly;
using Polly.Timeout;
using VendorErrors.Http.Options;
using VendorErrors.Http.Retries;

namespace VendorErrors.Http;

/// <summary>The retry strategy for a Polly pipeline of one's own.</summary>
public static class VendorRetryExtensions
{
    // Polly takes a time-out of no time at all for none.
    private static readonly TimeSpan s_least = TimeSpan.FromMilliseconds(1);

    /// <summary>
    /// Adds a retry strategy that classifies each answer and obeys the same decisions as the handler. Put the request into the context
    /// under <see cref="VendorResilienceKeys.Request"/>; a new request message is needed for each attempt, as <see cref="HttpClient"/> sends none twice.
    /// </summary>
    /// <param name="builder">The pipeline.</param>
    /// <param name="vendor">The vendor.</param>
    /// <param name="options">The options. Default: all defaults.</param>
    /// <param name="refresher">Who refreshes a credential. Default: nobody.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options have faults; the message lists them all.</exception>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Polly validates options by their attributes; ours have no members, and its own are kept.")]
    public static ResiliencePipelineBuilder<HttpResponseMessage> AddVendorRetry(
        this ResiliencePipelineBuilder<HttpResponseMessage> builder, Vendor vendor, VendorErrorOptions? options = null, ICredentialRefresher? refresher = null)
    {
        _ = builder ?? throw new ArgumentNullException(nameof(builder));
        _ = vendor ?? throw new ArgumentNullException(nameof(vendor));
        options ??= new VendorErrorOptions();
        VendorErrorOptionsValidator.ThrowIfInvalid(options);
        TimeProvider time = builder.TimeProvider ?? TimeProvider.System;
        var services = new VendorServices { Time = time, Refresher = refresher };
        var engine = new VendorEngine(vendor, options, services.States.Of(vendor, options), services);
        builder.AddStrategy(_ => new VendorRetryStrategy(new VendorLoop(engine)), new NamedOptions("VendorErrors"));
        return options.AttemptTimeout is null && options.TotalTimeout is null ? builder : builder.AddTimeout(Timeout(engine));
    }

    /// <summary>Polly's own time-out, inside the retry: each attempt has what the options give it, and no more than is left of the whole.</summary>
    private static TimeoutStrategyOptions Timeout(VendorEngine engine) => new()
    {
        Name = "VendorErrors.Attempt",
        TimeoutGenerator = args => new ValueTask<TimeSpan>(args.Context.Properties.GetValue(VendorRetryStrategy.CallKey, null) is { } call && engine.TimeForAttempt(call) is { } left
            ? left > s_least ? left : s_least
            : System.Threading.Timeout.InfiniteTimeSpan),
    };

    private sealed class NamedOptions : ResilienceStrategyOptions
    {
        public NamedOptions(string name) => Name = name;
    }
}
