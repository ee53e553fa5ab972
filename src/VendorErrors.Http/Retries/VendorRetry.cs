using System.Diagnostics.CodeAnalysis;
using Polly;
using Polly.Retry;

namespace VendorErrors.Http.Retries;

/// <summary>
/// Polly's retry strategy, fed from the engine. The decision is made once, in the predicate, which runs first; the delay generator only
/// reads it, because Polly's own <c>MaxDelay</c> does not bound a generated delay.
/// </summary>
internal static class VendorRetry
{
    /// <summary>The strategies, outermost first: the call, the retry, the attempt with its time-out, the reading.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Polly validates options by their attributes; ours have no members, and its own are kept.")]
    internal static ResiliencePipelineBuilder<HttpResponseMessage> AddTo(ResiliencePipelineBuilder<HttpResponseMessage> builder, VendorEngine engine)
    {
        builder
            .AddStrategy(_ => new CallStrategy(engine), new NamedOptions("VendorErrors.Call"))
            .AddRetry(Strategy(engine))
            .AddStrategy(_ => new AttemptStrategy(engine), new NamedOptions("VendorErrors.Attempt"));
        if (engine.Options.AttemptTimeout is { } timeout)
        {
            builder.AddTimeout(timeout);
        }

        return builder.AddStrategy(_ => new ReadingStrategy(engine), new NamedOptions("VendorErrors.Reading"));
    }

    private static RetryStrategyOptions<HttpResponseMessage> Strategy(VendorEngine engine) => new()
    {
        Name = "VendorErrors",

        // The policy decides when enough was tried, by category and row; a bound here would only hide its reason.
        MaxRetryAttempts = int.MaxValue,
        ShouldHandle = args => engine.ShouldRetryAsync(CallOf(args.Context), args.Outcome, args.Context.CancellationToken),
        // The attempt itself waits, by a clock that no timer is ahead of.
        DelayGenerator = static _ => new ValueTask<TimeSpan?>(TimeSpan.Zero),
        OnRetry = args => engine.OnRetryAsync(CallOf(args.Context), args.Outcome.Result, args.Context.CancellationToken),
    };

    internal static VendorCall CallOf(ResilienceContext context) => context.Properties.GetValue(VendorCall.Key, null)!;

    private sealed class NamedOptions : ResilienceStrategyOptions
    {
        public NamedOptions(string name) => Name = name;
    }
}
