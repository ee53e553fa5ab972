namespace VendorErrors.Http.Ledger;

/// <summary>The table of docs/ledger.md: entry and request in, step and reply out. Pure.</summary>
internal static class LedgerProtocol
{
    internal static LedgerStep StepOf(LedgerEntry entry, LedgerRequest request, LedgerClaim? mine, CallLedgerOptions options, out LedgerReply reply)
    {
        reply = default;
        if (entry.State == LedgerState.Refused)
        {
            return LedgerStep.Claim;
        }

        if (entry.Fingerprint is { } fingerprint && fingerprint != request.Fingerprint)
        {
            reply = new LedgerReply(LedgerLeave.Conflict) { Entry = entry, Reason = "the call id belongs to another request" };
            return LedgerStep.Stop;
        }

        if (entry.State == LedgerState.Done)
        {
            reply = new LedgerReply(LedgerLeave.Done) { Entry = entry, Reason = "an earlier delivery did it" };
            return LedgerStep.Stop;
        }

        // Whoever holds the claim asks again only where all that it sent surely did nothing, or may be repeated.
        if (mine?.IsOf(entry) == true || (request.IsRepeatable && entry.LeaseLeft <= TimeSpan.Zero))
        {
            return LedgerStep.Claim;
        }

        return entry.LeaseLeft > TimeSpan.Zero ? StopWhileLeased(entry, out reply) : AskOrStop(entry, request, options, out reply);
    }

    /// <summary>How much longer a probe must not be asked: the quiet time after the end of the lease, or after the attempt that ended without an answer.</summary>
    internal static TimeSpan QuietLeft(LedgerEntry entry, CallLedgerOptions options) =>
        options.QuietTime - (entry.State == LedgerState.Sending ? -entry.LeaseLeft : entry.Age);

    private static LedgerStep StopWhileLeased(LedgerEntry entry, out LedgerReply reply)
    {
        reply = entry.State == LedgerState.Sending
            ? new LedgerReply(LedgerLeave.InFlight) { Entry = entry, Wait = entry.LeaseLeft, Reason = "another delivery is on its way" }
            : new LedgerReply(LedgerLeave.AwaitingProbe) { Entry = entry, Wait = entry.LeaseLeft, Reason = "the vendor is being asked whether it happened, or was asked a moment ago" };
        return LedgerStep.Stop;
    }

    private static LedgerStep AskOrStop(LedgerEntry entry, LedgerRequest request, CallLedgerOptions options, out LedgerReply reply)
    {
        reply = default;
        if (request.Probe is null || LedgerData.Read(entry.Data).Probes >= options.MaxProbes)
        {
            reply = new LedgerReply(LedgerLeave.Unknown) { Entry = entry, Reason = "an earlier delivery was sent, and nobody knows what became of it" };
            return LedgerStep.Stop;
        }

        TimeSpan quiet = QuietLeft(entry, options);
        if (quiet <= TimeSpan.Zero)
        {
            return LedgerStep.Probe;
        }

        reply = new LedgerReply(LedgerLeave.AwaitingProbe) { Entry = entry, Wait = quiet, Reason = "the vendor may still execute an earlier delivery" };
        return LedgerStep.Stop;
    }
}
