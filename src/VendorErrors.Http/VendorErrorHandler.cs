using System.Diagnostics;
using Polly;
using Polly.Timeout;
using VendorErrors.Http.Credentials;
using VendorErrors.Http.Options;
using VendorErrors.Http.Retries;
using VendorErrors.Http.Telemetry;
using VendorErrors.Retries;

namespace VendorErrors.Http;

/// <summary>
/// Classifies the answers of a vendor, sends again where that is safe and useful, and gives the caller the vendor's real answer. One
/// handler that owns the order of things: classify inside, retry outside, refresh in between. Safe for use by several threads.
/// </summary>
public sealed class VendorErrorHandler : DelegatingHandler
{
    private readonly Func<VendorPipeline> _pipeline;

    /// <summary>Creates a handler without a container, in front of an <see cref="HttpClientHandler"/>.</summary>
    /// <param name="vendor">The vendor.</param>
    /// <param name="options">How to handle its calls. Default: all defaults.</param>
    /// <param name="refresher">Who refreshes a credential. Default: nobody, and an expired one is returned to the caller.</param>
    /// <param name="time">The clock. Default: the system's.</param>
    /// <exception cref="ArgumentNullException">The vendor is missing.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options have faults; the message lists them all.</exception>
    public VendorErrorHandler(Vendor vendor, VendorErrorOptions? options = null, ICredentialRefresher? refresher = null, TimeProvider? time = null)
        : this(vendor, options ?? new VendorErrorOptions(), new VendorServices { Refresher = refresher, Time = time ?? TimeProvider.System }) => InnerHandler = new HttpClientHandler();

    internal VendorErrorHandler(Vendor vendor, VendorErrorOptions options, VendorServices services)
    {
        _ = vendor ?? throw new ArgumentNullException(nameof(vendor));
        VendorErrorOptionsValidator.ThrowIfInvalid(options);
        var pipeline = new VendorPipeline(new VendorEngine(vendor, options, new VendorClientState(options), new CredentialGate(services.Time), services), services.Time);
        _pipeline = () => pipeline;
    }

    internal VendorErrorHandler(Func<VendorPipeline> pipeline) => _pipeline = pipeline;

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        RunAsync(request, isAsync: true, cancellationToken);

#if NET
    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        return RunAsync(request, isAsync: false, cancellationToken).GetAwaiter().GetResult();
    }
#endif

    private Task<HttpResponseMessage> SendInnerAsync(HttpRequestMessage request, CancellationToken cancellationToken) => base.SendAsync(request, cancellationToken);

#if NET
    private HttpResponseMessage SendInner(HttpRequestMessage request, CancellationToken cancellationToken) => base.Send(request, cancellationToken);
#else
    private HttpResponseMessage SendInner(HttpRequestMessage request, CancellationToken cancellationToken) => SendInnerAsync(request, cancellationToken).GetAwaiter().GetResult();
#endif

    private async Task<HttpResponseMessage> RunAsync(HttpRequestMessage request, bool isAsync, CancellationToken cancellationToken)
    {
        VendorPipeline pipeline = _pipeline();
        VendorEngine engine = pipeline.Engine;
        VendorCall call = engine.Begin(request, isAsync, isOfHandler: true);
        using Activity? activity = VendorMeter.Activities.HasListeners() ? VendorMeter.Activities.StartActivity($"vendor_errors {engine.Vendor.Id}") : null;
        try
        {
            // Nearly all calls are over after one attempt, which needs nothing of the pipeline but a time-out.
            if (engine.Options.AttemptTimeout is null && !cancellationToken.IsCancellationRequested)
            {
                HttpResponseMessage? answer = null;
                try
                {
                    await engine.PrepareAttemptAsync(call, cancellationToken).ConfigureAwait(false);
                    cancellationToken.ThrowIfCancellationRequested();
                    answer = isAsync ? await SendInnerAsync(request, cancellationToken).ConfigureAwait(false) : SendInner(request, cancellationToken);
                    call.Result = await engine.ReadAsync(call, answer, cancellationToken).ConfigureAwait(false);
                    if (call.IsPlainSuccess)
                    {
                        engine.Accept(call, answer);
                        return answer;
                    }

                    call.First = Polly.Outcome.FromResult(answer);
                }
#pragma warning disable CA1031 // The pipeline tells what it means, and throws it again.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    answer?.Dispose();
                    call.First = Polly.Outcome.FromException<HttpResponseMessage>(e);
                }
            }

            return Finish(engine, call, await RetryAsync(pipeline, call, request, cancellationToken).ConfigureAwait(false));
        }
        catch (TimeoutRejectedException e)
        {
            // What HttpClient itself throws when its time runs out.
            throw new TaskCanceledException($"The attempt was cancelled after {engine.Options.AttemptTimeout}, its time-out.", new TimeoutException(e.Message, e));
        }
        finally
        {
            Describe(activity, call);
        }
    }

    private async ValueTask<HttpResponseMessage> RetryAsync(VendorPipeline pipeline, VendorCall call, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        context.Properties.Set(VendorCall.Key, call);
        try
        {
            return call.IsAsync
                ? await pipeline.Retry.ExecuteAsync(static (context, attempt) => attempt.SendAsync(context.CancellationToken), context, new Attempt(this, request)).ConfigureAwait(false)
                : pipeline.Retry.Execute(static (context, attempt) => attempt.Send(context.CancellationToken), context, new Attempt(this, request));
        }
        catch (OperationCanceledException) when (call.First is not null)
        {
            // The caller cancelled before the pipeline took the first attempt over: it stands.
            Outcome<HttpResponseMessage> first = call.TakeFirst()!.Value;
            await pipeline.Engine.ShouldRetryAsync(call, first, cancellationToken).ConfigureAwait(false);
            first.ThrowIfException();
            return first.Result!;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static HttpResponseMessage Finish(VendorEngine engine, VendorCall call, HttpResponseMessage response)
    {
        if (!engine.Options.ThrowOnFailure || !call.Result.IsFailure)
        {
            return response;
        }

        VendorErrorException exception = VendorOutcome.Find(response)!.ToException();
        response.Dispose();
        throw exception;
    }

    private static void Describe(Activity? activity, VendorCall call)
    {
        if (activity is null)
        {
            return;
        }

        activity.SetTag("vendor_errors.outcome", SnakeCase.Of(call.Result.Outcome));
        activity.SetTag("vendor_errors.retries", call.Retries);
        if (call.Result.Error is { } error)
        {
            activity.SetTag("error.type", SnakeCase.Of(error.Category));
            activity.SetTag("vendor_errors.effect", SnakeCase.Of(error.Effect));
            activity.SetTag("vendor_errors.stop_reason", SnakeCase.Of(call.Decision.StopReason));
            activity.SetStatus(ActivityStatusCode.Error);
        }
    }

    private readonly record struct Attempt(VendorErrorHandler Handler, HttpRequestMessage Request)
    {
        public ValueTask<HttpResponseMessage> SendAsync(CancellationToken cancellationToken) => new(Handler.SendInnerAsync(Request, cancellationToken));

        public HttpResponseMessage Send(CancellationToken cancellationToken) => Handler.SendInner(Request, cancellationToken);
    }
}
