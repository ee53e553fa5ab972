using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Polly;
using VendorErrors.Http.Cooldowns;
using VendorErrors.Http.Credentials;
using VendorErrors.Http.Options;
using VendorErrors.Http.Reading;
using VendorErrors.Http.Telemetry;
using VendorErrors.Retries;

namespace VendorErrors.Http.Retries;

/// <summary>
/// What the handler and the Polly strategy share: classifies what an attempt came to, decides, refreshes, cools down, and tells about
/// it. Made of one set of options; the state that outlives them is <see cref="VendorClientState"/>.
/// </summary>
internal sealed class VendorEngine
{
    private readonly VendorErrorOptions _options;
    private readonly VendorClientState _state;
    private readonly CredentialRefresh _credentials;
    private readonly VendorServices _services;
    private readonly RetryLimits _limits;
    private readonly ResponseReader _reader;
    private readonly CooldownGate _cooldown;
    private readonly PlainSuccesses _successes = new();

    public VendorEngine(Vendor vendor, VendorErrorOptions options, VendorClientState state, CredentialGate credentials, VendorServices services)
    {
        Vendor = CodeOverlays.Apply(vendor, options.Codes);
        _options = options;
        _state = state;
        _services = services;
        _credentials = new CredentialRefresh(Vendor, credentials, services, options.RefreshTimeout);
        _limits = options.ToLimits();
        _reader = new ResponseReader(Vendor, options.PeekLimit, options.ErrorBodyLimit, services.Time);
        _cooldown = new CooldownGate(Vendor, options, services);
    }

    public Vendor Vendor { get; }

    public VendorErrorOptions Options => _options;

    private TimeProvider Time => _services.Time;

    /// <summary>Begins a call: decides what it is, and whether its content can be sent again, before anything is sent.</summary>
    public VendorCall Begin(HttpRequestMessage? request, bool isAsync, bool isOfHandler)
    {
        _state.Budget.Deposit();
        VendorRequest vendorRequest = VendorRequest.From(request);
        return new VendorCall
        {
            Request = vendorRequest,
            IsOfHandler = isOfHandler,
            Message = request,
            Address = request?.RequestUri,
            HasKey = HasKey(request, mayAdd: isOfHandler),
            ContentIsReplayable = RequestContent.IsReplayable(request?.Content),
            IsAsync = isAsync,
            StartedAt = Time.GetTimestamp(),
        };
    }

    /// <summary>Before each attempt: waits for the cool-down, and puts the present credential on the request.</summary>
    public ValueTask PrepareAttemptAsync(VendorCall call, CancellationToken cancellationToken)
    {
        if (!_cooldown.IsSurelyOpen)
        {
            return PassAndAuthorizeAsync(call, cancellationToken);
        }

        Authorize(call);
        return default;
    }

    /// <summary>Classifies a response, once.</summary>
    public ValueTask<VendorResult> ReadAsync(VendorCall call, HttpResponseMessage response, CancellationToken cancellationToken) =>
        _reader.ReadAsync(response, call.Request, call.IsAsync, cancellationToken);

    /// <summary>After a first attempt that was a plain success: there is nothing to decide.</summary>
    public void Accept(VendorCall call, HttpResponseMessage response) => _successes.Mark(response, call.Result);

    /// <summary>After each attempt: what it came to, and whether to send again. All that is later done only reads the decision.</summary>
    public async ValueTask<bool> ShouldRetryAsync(VendorCall call, Outcome<HttpResponseMessage> outcome, CancellationToken cancellationToken)
    {
        if (outcome.Exception is VendorErrorException || call.First is not null)
        {
            return false;
        }

        if (outcome.Exception is { } exception)
        {
            if (TransportFailure.Classify(Vendor, exception, cancellationToken) is not { } failure)
            {
                return false;
            }

            call.Result = failure;
        }

        try
        {
            await DecideAsync(call, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // Polly lets go of the outcome when this throws.
            outcome.Result?.Dispose();
            throw;
        }

        if (outcome.Result is { } answer)
        {
            VendorOutcome.Attach(answer, new VendorOutcome(call.Result, call.Decision, NotBefore(call.Decision)));
        }

        return call.Decision.Action is RetryAction.Retry or RetryAction.RefreshThenRetry;
    }

    /// <summary>When a retry was decided and before its wait: counts it, and empties the response that is dropped, so that its connection can be used again.</summary>
    public async ValueTask OnRetryAsync(VendorCall call, HttpResponseMessage? dropped, CancellationToken cancellationToken)
    {
        VendorError error = call.Result.Error!;
        call.UsedOverride |= call.Decision.UsedOverride;

        // A refresh has its own bound and is no retry of the policy's.
        call.Retries += call.Decision.Action == RetryAction.Retry ? 1 : 0;
        call.RetryCause = error.Category;
        call.EffectWasUnknown |= call.Result.Effect == Effect.Unknown;
        Log.Retrying(_services.Logger, error, call.Retries, call.Decision.Wait ?? TimeSpan.Zero, call.Request.Method, call.Address);
        // The answer to a HEAD has no body that could be emptied.
        if (dropped?.Content is { } content && !call.Request.IsHead)
        {
            await Drain.ToEndAsync(content, call.IsAsync, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What is left of the decided wait, which counts from the decision: emptying the dropped response may have taken some of it.</summary>
    public TimeSpan RemainingWait(VendorCall call)
    {
        TimeSpan left = (call.Decision.Wait ?? TimeSpan.Zero) - Time.GetElapsedTime(call.DecidedAt);
        return left > TimeSpan.Zero ? TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)) : TimeSpan.Zero;
    }

    private async ValueTask PassAndAuthorizeAsync(VendorCall call, CancellationToken cancellationToken)
    {
        if (await _cooldown.PassAsync(DeadlineOf(call), _limits.MaxWait, call.IsAsync, cancellationToken).ConfigureAwait(false) is { } left)
        {
            throw Refuse(call, left);
        }

        Authorize(call);
    }

    private void Authorize(VendorCall call)
    {
        call.CredentialGeneration = _credentials.Generation;
        if (call is { IsOfHandler: true, Message: { } request })
        {
            // Back to the first address, whatever a redirect or the former credential made of it.
            if (call.WasRedirected)
            {
                request.Method = new HttpMethod(call.Request.Method!);
            }

            request.RequestUri = call.Address;
            _options.Authorize?.Invoke(request);
        }
    }

    private DateTimeOffset? NotBefore(RetryDecision decision) =>
        decision is { Action: RetryAction.Stop, Wait: { } wait } ? Time.GetUtcNow() + wait : null;

    private async ValueTask DecideAsync(VendorCall call, CancellationToken cancellationToken)
    {
        await ReportAsync(call, cancellationToken).ConfigureAwait(false);
        TimeSpan? cooldownLeft = call.Result.IsFailure && _options.Cooldown != CooldownMode.Off ? await _cooldown.LeftAsync(call.IsAsync, cancellationToken).ConfigureAwait(false) : null;
        RetryState state = StateOf(call, cooldownLeft, cancellationToken);
        call.DecidedAt = Time.GetTimestamp();
        VendorOperation operation = OperationOf(call);
        call.Result = RetryPolicy.Reconsider(call.Result, operation, state);
        call.Decision = RetryPolicy.Decide(call.Result, operation, state, _limits);
        if (call.Decision.StopReason == StopReason.CoolingDown)
        {
            call.Decision = call.Decision.StopFor(StopReason.CoolingDown, cooldownLeft);
        }

        if (call.Decision.Action == RetryAction.RefreshThenRetry)
        {
            call.Refreshed = true;
            if (!await _credentials.RunAsync(call, DeadlineOf(call), cancellationToken).ConfigureAwait(false))
            {
                call.Decision = call.Decision.StopFor(StopReason.CredentialNotRefreshed);
            }
        }

        if (call.Decision.Action == RetryAction.Retry && IsCharged(call) && !_state.Budget.TryWithdraw())
        {
            call.Decision = call.Decision.StopFor(StopReason.BudgetExhausted);
        }

        if (call.Decision.Action is RetryAction.Retry or RetryAction.RefreshThenRetry && operation.Safety != OperationSafety.Read && call.WasRedirected)
        {
            // The first address may have done it before it sent us on, whatever the second one says.
            call.Decision = call.Decision.StopFor(StopReason.EffectUnknown);
        }

        call.Decision = call.UsedOverride ? call.Decision.RecordOverride() : call.Decision;
        if (call.Decision.Action == RetryAction.Stop && call.Result.Error is { } final)
        {
            ReportStop(call, final);
        }
    }

    /// <summary>Tells of what an attempt came to: the meter, and the gate of the account.</summary>
    private async ValueTask ReportAsync(VendorCall call, CancellationToken cancellationToken)
    {
        if (call.RetryCause is { } cause)
        {
            VendorMeter.Retry(Vendor, cause, helped: !call.Result.IsFailure);
            call.RetryCause = null;
        }

        if (call.Result.Error is { } error)
        {
            VendorMeter.Error(error);
            await _cooldown.StartAsync(error, call.IsAsync, cancellationToken).ConfigureAwait(false);
        }
    }

    private RetryState StateOf(VendorCall call, TimeSpan? cooldownLeft, CancellationToken cancellationToken) => new()
    {
        Retries = call.Retries,
        Refreshed = call.Refreshed,
        EffectWasUnknown = call.EffectWasUnknown,
        ContentIsConsumed = !call.ContentIsReplayable,
        BudgetExhausted = IsCharged(call) && _state.Budget.IsExhausted,
        TimeLeft = DeadlineOf(call).Left,
        CooldownLeft = _options.Cooldown == CooldownMode.Wait ? cooldownLeft : null,
        GateClosed = _options.Cooldown == CooldownMode.FailFast && cooldownLeft is not null,
        Cancelled = cancellationToken.IsCancellationRequested,
        Jitter = _services.Random(),
    };

    /// <summary>The budget is for vendors that fail. One that asks to wait is well; that wait, and the gate, hold back the load.</summary>
    private static bool IsCharged(VendorCall call) => call.Result.Error is { } error && !CooldownGate.IsAskedToWait(error);

    private void ReportStop(VendorCall call, VendorError error)
    {
        VendorMeter.Stop(Vendor, call.Decision.StopReason);
        Log.Stopped(_services.Logger, error, call.Decision.StopReason, call.Request.Method, call.Address);
    }

    private Deadline DeadlineOf(VendorCall call) => new(Time, call.StartedAt, _options.TotalTimeout);

    /// <summary>What the call is. Found only where there is something to decide.</summary>
    private VendorOperation OperationOf(VendorCall call)
    {
        VendorOperation operation = Vendor.Operation(call.Request.Method, call.Request.Path, call.HasKey);
        return call.Message?.FindVendorOperation() is { } safety ? operation.WithSafety(safety) : operation;
    }

    private bool HasKey(HttpRequestMessage? request, bool mayAdd)
    {
        if (request is null || Vendor.Definition.IdempotencyKeyHeader is not { } header)
        {
            return false;
        }

        if (mayAdd && !request.Headers.Contains(header) && _options.AddIdempotencyKey && request.Method != HttpMethod.Get)
        {
            request.Headers.TryAddWithoutValidation(header, Guid.NewGuid().ToString());
        }

        return request.Headers.Contains(header);
    }

    /// <summary>The exception of a request that is not sent. Before a replay it carries the vendor's last error, whose response was let go of.</summary>
    private VendorErrorException Refuse(VendorCall call, TimeSpan left)
    {
        if (!call.Result.IsFailure)
        {
            var evidence = new Evidence(EvidenceSource.History, EvidenceVerdict.Won, "cool-down", null, "an earlier answer asked this account to wait; the request was not sent");
            call.Result = Rules.TransportAnswer.Create(Vendor, ErrorCategory.RateLimited, Effect.None, Confidence.Family, evidence);
        }

        call.Decision = RetryPolicy.Decide(call.Result, OperationOf(call)).StopFor(StopReason.CoolingDown);
        ReportStop(call, call.Result.Error!);
        return new VendorErrorException(call.Result.Error!, call.Decision, Time.GetUtcNow() + left);
    }
}
