using Microsoft.Extensions.Logging;
using VendorErrors.Http.Cooldowns;
using VendorErrors.Http.Reading;
using VendorErrors.Http.Telemetry;

namespace VendorErrors.Http.Accounts;

/// <summary>
/// The gate of one client: closed by an answer that asks to wait, entered before each attempt, left after it. Keeps what the client's
/// options say; the lane that it leads to is shared by the clients of the account. Safe for use by several threads.
/// </summary>
internal sealed class CooldownGate
{
    private readonly Vendor _vendor;
    private readonly VendorErrorOptions _options;
    private readonly string _name;
    // Held by whoever uses it: the accounts that nobody uses are forgotten.
    private readonly VendorClientState _state;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CooldownLane _lane;

    public CooldownGate(Vendor vendor, VendorErrorOptions options, string name, VendorClientState state, TimeProvider time, ILogger logger)
    {
        (_vendor, _options, _name, _state, _time, _logger) = (vendor, options, name, state, time, logger);
        _lane = state.Cooldown.LaneOf(options.ClampWait && options.MaxWait < options.MaxCooldown ? options.MaxWait : options.MaxCooldown);
    }

    /// <summary>Whether a request may be sent without entering. So it is in most programs for most of the time.</summary>
    public bool IsKnownOpen => _lane.IsOpen || _options.Cooldown == CooldownMode.Off;

    /// <summary>How long the account still cools down; null for no longer.</summary>
    public TimeSpan? Left => _options.Cooldown == CooldownMode.Off ? null : _lane.Left;

    /// <summary>Whether the vendor is there, and says of the whole account when to come again.</summary>
    public static bool IsAskedToWait(VendorError error) => error.Group == ErrorGroup.Limit && error.Retry.MinimumWait > TimeSpan.Zero;

    /// <summary>Closes the gate for as long as an error of a limit asks for; other errors leave it as it is. Nothing can cancel it.</summary>
    public void Start(VendorError error)
    {
        if (_options.Cooldown == CooldownMode.Off || !IsAskedToWait(error))
        {
            return;
        }

        TimeSpan asked = error.Retry.MinimumWait!.Value;
        if (_state.Cooldown.Start(_lane, asked, _options.MaxCooldown))
        {
            Log.CoolingDown(_logger, _vendor.Id, _name.Length == 0 ? "(default)" : _name, asked < _lane.Limit ? asked : _lane.Limit);
        }
    }

    /// <summary>Closes the gate by the head of an answer whose body could not be read.</summary>
    public void StartByHead(HttpResponseMessage response)
    {
        var head = new VendorResponse((int)response.StatusCode, default(ReadOnlySpan<byte>)) { Headers = new CombinedHeaders(response), ReceivedAt = _time.GetUtcNow() };
        if (_vendor.Classify(head).Error is { } error)
        {
            Start(error);
        }
    }

    /// <summary>Waits until the request may be sent, for as long as the client's options and the call's time allow.</summary>
    /// <param name="deadline">The call's time.</param>
    /// <param name="isReplay">Whether the request was sent before; such go first.</param>
    /// <param name="ownWait">How long it would wait without a gate, which counts neither as a cooldown nor against the options' longest wait.</param>
    /// <param name="isAsync">Whether no thread may be blocked.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public async ValueTask<CooldownEntry> EnterAsync(Deadline deadline, bool isReplay, TimeSpan ownWait, bool isAsync, CancellationToken cancellationToken)
    {
        if (IsKnownOpen)
        {
            return default;
        }

        var waiter = new CooldownWaiter(isReplay);
        long arrivedAt = _time.GetTimestamp();
        ownWait = ownWait > TimeSpan.Zero ? ownWait : TimeSpan.Zero;
        var hasWaited = false;
        var entry = new CooldownEntry(CooldownEntryKind.Canceled, default, TimeSpan.Zero);
        try
        {
            do
            {
                // Whoever has no time left is let in for nothing.
                if (_lane.TryEnter(waiter, out CooldownStep step) && deadline.Left is not { Ticks: <= 0 })
                {
                    return entry = new CooldownEntry(CooldownEntryKind.Entered, waiter.Ticket, TimeSpan.Zero);
                }

                // A wait that the vendor named is refused before it starts; a turn in the line, whose length nobody knows, when it took too long.
                TimeSpan patience = _options.MaxWait + ownWait - _time.GetElapsedTime(arrivedAt);
                TimeSpan rest = Least(patience + step.Jitter, deadline.Left ?? TimeSpan.MaxValue);
                if (rest <= TimeSpan.Zero || (step.Left > TimeSpan.Zero && (_options.Cooldown == CooldownMode.FailFast || step.Left > patience || step.Left >= deadline.Left)))
                {
                    return entry = new CooldownEntry(CooldownEntryKind.Refused, default, step.Left > TimeSpan.Zero ? step.Left : CooldownLane.RefusalPause);
                }

                hasWaited |= _time.GetElapsedTime(arrivedAt) >= ownWait;
                await WaitAsync(waiter.Signal, Least(Least(step.Wait, rest), _options.MaxWait), isAsync, cancellationToken).ConfigureAwait(false);
            }
            while (!cancellationToken.IsCancellationRequested && !_state.Cooldown.Stopping.IsCancellationRequested);

            CooldownEntryKind kind = cancellationToken.IsCancellationRequested ? CooldownEntryKind.Canceled : CooldownEntryKind.Stopping;
            return entry = new CooldownEntry(kind, default, _lane.Left ?? TimeSpan.Zero);
        }
        finally
        {
            if (entry.Kind != CooldownEntryKind.Entered)
            {
                _lane.Withdraw(waiter);
            }

            if (hasWaited)
            {
                VendorMeter.CooldownWait(_vendor, _time.GetElapsedTime(arrivedAt) - ownWait);
            }
        }
    }

    /// <summary>Says what the attempt came to, after <see cref="Start"/> where it applies. A default result is an attempt of which nobody knows.</summary>
    public void Leave(CooldownTicket ticket, in VendorResult result) => _lane.Leave(ticket, VerdictOf(result));

    private static AttemptVerdict VerdictOf(in VendorResult result) => result.Error switch
    {
        null => result.Outcome == VendorOutcome.Undetermined ? AttemptVerdict.Unknown : AttemptVerdict.Passed,
        { Group: ErrorGroup.Transport } => AttemptVerdict.Unknown,
        { Group: ErrorGroup.Limit } error when error.Retry.Disposition == RetryDisposition.AfterDelay => AttemptVerdict.Refused,
        _ => AttemptVerdict.Passed,
    };

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private async ValueTask WaitAsync(Task signal, TimeSpan wait, bool isAsync, CancellationToken cancellationToken)
    {
        if (signal.IsCompleted)
        {
            return;
        }

        using CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _state.Cooldown.Stopping);
        Task<Task> first = Task.WhenAny(signal, _time.Delay(Pause.RoundUp(wait), over.Token));
        if (isAsync)
        {
            await first.ConfigureAwait(false);
        }
        else
        {
            _ = first.GetAwaiter().GetResult();
        }

#pragma warning disable CA1849, MA0042 // Only a timer hangs on it.
        over.Cancel();
#pragma warning restore CA1849, MA0042
    }
}
