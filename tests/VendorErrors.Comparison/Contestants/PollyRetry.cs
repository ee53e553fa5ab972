using System.Net;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace VendorErrors.Comparison.Contestants;

/// <summary>The retry of .NET's documentation on HTTP resilience, with its defaults, built from Polly's parts.</summary>
internal class PollyRetry : Contestant
{
    private static readonly TimeSpan s_firstDelay = TimeSpan.FromSeconds(2);

    public override string Name => "Polly, all methods";

    public override IReadOnlyList<string> Settings =>
    [
        $"retry: HTTP 408, 429 and 5xx, `HttpRequestException`, `TimeoutRejectedException`; {Methods}; {MaxRetries} retries",
        $"delay: exponential from {s_firstDelay.TotalSeconds} s with jitter; `Retry-After` honoured",
        $"time-out of an attempt: {AttemptTimeout.TotalSeconds} s; `HttpClient.Timeout`: {ClientTimeout.TotalSeconds} s, its default",
        "success: `IsSuccessStatusCode`",
    ];

    protected virtual string Methods => "all methods";

    public override HttpMessageHandler Wrap(Vendor vendor, HttpMessageHandler vendorSide, Surroundings surroundings) =>
        new PollyHandler(Pipeline(surroundings)) { InnerHandler = WithTokens(vendorSide, surroundings) };

    protected virtual bool MayRetry(HttpMethod method) => true;

    private ResiliencePipeline<HttpResponseMessage> Pipeline(Surroundings surroundings) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = surroundings.Time }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                ShouldHandle = args => new ValueTask<bool>(IsTransient(args.Outcome) && MayRetry(PollyHandler.MethodOf(args.Context))),
                MaxRetryAttempts = MaxRetries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = s_firstDelay,
                UseJitter = true,
                Randomizer = surroundings.Jitter,
                DelayGenerator = args => new ValueTask<TimeSpan?>(RetryAfter(args.Outcome.Result, surroundings.Time)),
            })
            .AddTimeout(AttemptTimeout)
            .Build();

    private static bool IsTransient(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException or TimeoutRejectedException } => true,
        { Result.StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError } => true,
        _ => false,
    };

    /// <summary>The wait that the answer asks for; null leaves it to the back-off.</summary>
    private static TimeSpan? RetryAfter(HttpResponseMessage? response, TimeProvider time)
    {
        TimeSpan? wait = response?.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => null,
        };
        return wait >= TimeSpan.Zero ? wait : null;
    }
}
