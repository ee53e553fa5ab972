using VendorErrors;

namespace EventReceiverSample;

/// <summary>
/// Whether to call once more. An event never says to send the same again: it says whether another attempt, a new call, may get through. That alone is asked
/// here, not the state, the category or the code.
/// </summary>
internal static class NextCall
{
    internal const int MaxCalls = 2;

    private static readonly TimeSpan s_pause = TimeSpan.FromMinutes(1);

    /// <summary>How long to wait before a new call; null where there is to be none. What may work later, or after a change, is for another day or for a person.</summary>
    /// <param name="end">How the last call ended.</param>
    /// <param name="calls">How many calls were made so far.</param>
    internal static TimeSpan? PauseBefore(VendorEvent end, int calls) =>
        end.NextAttempt == NextAttempt.Soon && calls < MaxCalls ? end.NextAttemptDelay ?? s_pause : null;
}
