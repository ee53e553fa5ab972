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
        _cooldown = new CooldownGate(Vendor, options, state, services);
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

    /// <summary>Before each attempt: waits as decided and for the cooldown, and puts the present credential on the request.</summary>
    public ValueTask PrepareAttemptAsync(VendorCall call, CancellationToken cancellationToken)
    {
        if (!_cooldown.IsKnownOpen || call.Decision.Wait > TimeSpan.Zero)
        {
            return EnterAndAuthorizeAsync(call, cancellationToken);
        }

        Authorize(call);
        return default;
    }

    /// <summary>Classifies a response, once.</summary>
    public async ValueTask<VendorResult> ReadAsync(VendorCall call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await _reader.ReadAsync(response, call.Request, call.IsAsync, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // A caller that goes away in the middle of the body must not make the others forget what the head said.
            _cooldown.StartByHead(response);
            throw;
        }
    }

    /// <summary>After a first attempt that was a plain success: there is nothing to decide.</summary>
    public void Accept(VendorCall call, HttpResponseMessage response)
    {
        Leave(call, call.Result);
        _successes.Mark(response, call.Result);
    }

    /// <summary>Gives the gate's ticket back, if the call still holds one. What an attempt came to is said once; at the latest when the call ends.</summary>
    public void Leave(VendorCall call, in VendorResult result)
    {
        _cooldown.Leave(call.Ticket, result);
        call.Ticket = default;
    }

    /// <summary>After each attempt: what it came to, and whether to send again. All that is later done only reads the decision.</summary>
    public async ValueTask<bool> ShouldRetryAsync(VendorCall call, Outcome<HttpResponseMessage> outcome, CancellationToken cancellationToken)
    {
        if (outcome.Exception is VendorErrorException or NeverSentException || call.First is not null)
        {
            return false;
        }

        if (outcome.Exception is { } exception)
        {
            if (TransportFailure.Classify(Vendor, exception, cancellationToken) is not { } failure)
            {
                Leave(call, default);
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
        Log.Retrying(_services.Logger, Vendor.Id, Redacted(error.Code), error.Category, error.Effect, call.Retries, call.Decision.Wait ?? TimeSpan.Zero, call.Request.Method, Redactor.Path(call.Address));
        // The answer to a HEAD has no body that could be emptied.
        if (dropped?.Content is { } content && !call.Request.IsHead)
        {
            await Drain.ToEndAsync(content, call.IsAsync, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask EnterAndAuthorizeAsync(VendorCall call, CancellationToken cancellationToken)
    {
        try
        {
            // The wait counts from the decision: emptying the dropped response may have taken some of it.
            await Pause.UntilAsync(Time, call.DecidedAt, call.Decision.Wait ?? TimeSpan.Zero, call.IsAsync, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw Refuse(call, new CooldownEntry(CooldownEntryKind.Canceled, default, TimeSpan.Zero), cancellationToken);
        }

        CooldownEntry entry = await _cooldown.EnterAsync(DeadlineOf(call), call.RetryCause is not null, call.IsAsync, cancellationToken).ConfigureAwait(false);
        if (entry.Kind != CooldownEntryKind.Entered)
        {
            throw Refuse(call, entry, cancellationToken);
        }

        call.Ticket = entry.Ticket;
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

    private static string Redacted(string? code) => code is null ? "(no code)" : Redactor.Text(code);

    private async ValueTask DecideAsync(VendorCall call, CancellationToken cancellationToken)
    {
        Report(call);
        TimeSpan? cooldownLeft = call.Result.IsFailure ? _cooldown.Left : null;
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
    private void Report(VendorCall call)
    {
        if (call.RetryCause is { } cause)
        {
            VendorMeter.Retry(Vendor, cause, helped: !call.Result.IsFailure);
            call.RetryCause = null;
        }

        if (call.Result.Error is { } error)
        {
            VendorMeter.Error(error);
            _cooldown.Start(error);
        }

        Leave(call, call.Result);
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
        Log.Stopped(_services.Logger, Vendor.Id, Redacted(error.Code), error.Category, error.Effect, call.Decision.StopReason, call.Request.Method, Redactor.Path(call.Address));
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
    private Exception Refuse(VendorCall call, CooldownEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Kind == CooldownEntryKind.Refused)
        {
            call.Result = call.Result.IsFailure ? call.Result : NeverSent(ErrorCategory.RateLimited, Effect.None, "an earlier answer asked this account to wait; the request was not sent");
            call.Decision = RetryPolicy.Decide(call.Result, OperationOf(call)).StopFor(StopReason.CoolingDown, entry.Left);
            ReportStop(call, call.Result.Error!);
            return new VendorErrorException(call.Result.Error!, call.Decision, Time.GetUtcNow() + entry.Left);
        }

        // What an earlier attempt may have done is not undone by not sending another.
        Effect effect = call.EffectWasUnknown ? Effect.Unknown : Effect.None;
        call.Result = NeverSent(ErrorCategory.Cancelled, effect, "it ended while it waited to be sent; nothing was sent");
        call.Decision = RetryPolicy.Decide(call.Result, OperationOf(call)).StopFor(StopReason.Cancelled);
        ReportStop(call, call.Result.Error!);
        return entry.Kind == CooldownEntryKind.Canceled
            ? new NeverSentException("Canceled while the request waited to be sent; it was not sent.", cancellationToken)
            : new VendorErrorException(call.Result.Error!, call.Decision, entry.Left > TimeSpan.Zero ? Time.GetUtcNow() + entry.Left : null);
    }

    private VendorResult NeverSent(ErrorCategory category, Effect effect, string rule) => Rules.TransportAnswer.Create(
        Vendor, category, effect, Confidence.Family, new Evidence(EvidenceSource.History, EvidenceVerdict.Won, "cooldown", null, rule));
}
