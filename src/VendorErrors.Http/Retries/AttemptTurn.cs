using VendorErrors.Http.Cooldowns;
using VendorErrors.Http.Timing;

namespace VendorErrors.Http.Retries;

/// <summary>When an attempt may go out: the wait after the one before it, the gate of the account, and the last look.</summary>
internal static class AttemptTurn
{
    /// <summary>How much later than the gate a wait may end that is spent in its line: 100 ms. The gate was closed a moment before the decision.</summary>
    private static readonly TimeSpan s_afterGate = TimeSpan.FromMilliseconds(100);

    /// <summary>Before each attempt: waits for the cooldown, and for what is left of the call's own wait.</summary>
    public static ValueTask TakeAsync(VendorCall call, CancellationToken cancellationToken)
    {
        if (!call.Gate.IsKnownOpen)
        {
            return EnterAsync(call, cancellationToken);
        }

        return OwnWaitOf(call) > TimeSpan.Zero ? FinishWaitAsync(call, cancellationToken) : default;
    }

    /// <summary>Right before an attempt is sent: whether its claim in the ledger and the gate still allow it. An answer may have closed the gate since the call went through it without a ticket.</summary>
    public static bool MaySend(VendorCall call) => call.Entry is not { MaySend: false } && (call.Ticket.IsHeld || call.Gate.IsKnownOpen);

    /// <summary>
    /// Waits as long as was decided, counted from the decision: emptying the dropped response may have taken some of it. Where the gate is closed
    /// for as long, it waits in the gate's line instead, where it has its place before those that were not refused.
    /// </summary>
    public static async ValueTask WaitAsync(VendorCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (call.Gate.Left is not { } left || OwnWaitOf(call) > left + s_afterGate)
        {
            await FinishWaitAsync(call, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Gives the gate's ticket back, if the call still holds one. What an attempt came to is said once, at the latest when the call ends.</summary>
    public static void Leave(VendorCall call, in VendorResult result)
    {
        call.Gate.Leave(call.Ticket, result);
        call.Ticket = default;
    }

    private static async ValueTask EnterAsync(VendorCall call, CancellationToken cancellationToken)
    {
        CooldownEntry entry = await call.Gate.EnterAsync(call.Deadline, call.RetryCause is not null, OwnWaitOf(call), call.IsAsync, cancellationToken).ConfigureAwait(false);
        switch (entry.Kind)
        {
            case CooldownEntryKind.Entered:
                call.Ticket = entry.Ticket;
                await FinishWaitAsync(call, cancellationToken).ConfigureAwait(false);
                break;
            case CooldownEntryKind.Canceled:
                throw new OperationCanceledException("Canceled while the request waited for the account's cooldown; it was not sent.", cancellationToken);
            default:
                throw call.Engine.Ending.Refuse(call, entry);
        }
    }

    private static ValueTask FinishWaitAsync(VendorCall call, CancellationToken cancellationToken) =>
        Pause.UntilAsync(call.Engine.Time, call.DecidedAt, call.Decision.Wait ?? TimeSpan.Zero, call.IsAsync, cancellationToken);

    /// <summary>How much is left of the wait that was decided after the last attempt; negative where it is over.</summary>
    private static TimeSpan OwnWaitOf(VendorCall call) => call.Decision.Wait is { } wait ? wait - call.Engine.Time.GetElapsedTime(call.DecidedAt) : TimeSpan.Zero;
}
