using Microsoft.Extensions.Logging;
using VendorErrors.Http.Telemetry;

namespace VendorErrors.Http.Ledger;

/// <summary>What senders ask of the ledger: leave to send, and to write down what became of it. Safe for use by several threads.</summary>
internal sealed class LedgerClaims(LedgerAccess access, LedgerOutage outage, ILogger logger)
{
    /// <summary>What is left of a right to send; nothing, or less, where it is over.</summary>
    public TimeSpan LeftOf(LedgerClaim claim)
    {
        TimeSpan left = access.Time.GetElapsedTime(access.Time.GetTimestamp(), claim.Deadline);
        TimeSpan byDay = claim.DeadlineByDay - access.Time.GetUtcNow();
        return left < byDay ? left : byDay;
    }

    /// <summary>Asks for leave to send. One round trip where nothing is known of the call.</summary>
    /// <param name="request">The call.</param>
    /// <param name="owner">Its owner: the same for all that one call asks.</param>
    /// <param name="mine">The claim that it holds already.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public async ValueTask<LedgerReply> ClaimAsync(LedgerRequest request, string owner, LedgerClaim? mine, CancellationToken cancellationToken)
    {
        for (var isSecond = false; ; isSecond = true)
        {
            try
            {
                return await TryClaimAsync(request, owner, mine, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw;
            }
#pragma warning disable CA1031 // Whatever the store throws, nobody knows whether it wrote. The second time the owner tells.
            catch (Exception e)
#pragma warning restore CA1031
            {
                if (isSecond)
                {
                    return new LedgerReply(LedgerLeave.Unavailable) { Reason = outage.Begin(e) };
                }
            }
        }
    }

    /// <summary>Writes down what became of a call that was claimed. Never throws: whatever happens, the vendor's answer is the caller's.</summary>
    /// <returns>Whether it is written down, or somebody wrote down more.</returns>
    public async ValueTask<bool> CompleteAsync(LedgerClaim claim, LedgerState state, LedgerData data)
    {
        for (var isSecond = false; ; isSecond = true)
        {
            try
            {
                return await TryCompleteAsync(claim, state, data, isSecond).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // See above.
            catch (Exception e)
#pragma warning restore CA1031
            {
                if (isSecond)
                {
                    Log.LedgerCompletionFailed(logger, outage.KindOf(e), data.Vendor, data.Id ?? string.Empty);
                    return false;
                }
            }
        }
    }

    /// <summary>Gives a call back whose claim was canceled while it was under way, if it was written at all. Never throws.</summary>
    public async ValueTask ReleaseAsync(LedgerRequest request, string owner)
    {
        try
        {
            LedgerEntry? entry = await access.FindAsync(request.Key, CancellationToken.None).ConfigureAwait(false);
            if (entry is { State: LedgerState.Sending } && entry.Owner == owner)
            {
                LedgerState before = LedgerData.Read(entry.Data).TookOver ? LedgerState.Unknown : LedgerState.Refused;
                await CompleteAsync(new LedgerClaim(entry, 0, default), before, request.Data).ConfigureAwait(false);
            }
        }
#pragma warning disable CA1031 // Then the lease ends, and its effect counts as unknown.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.LedgerCompletionFailed(logger, outage.KindOf(e), request.Data.Vendor, request.Data.Id ?? string.Empty);
        }
    }

    private async ValueTask<bool> TryCompleteAsync(LedgerClaim claim, LedgerState state, LedgerData data, bool looksFirst)
    {
        LedgerEntry? current = looksFirst ? await access.FindAsync(claim.Entry.Key, CancellationToken.None).ConfigureAwait(false) : claim.Entry;
        for (var round = 0; round < LedgerAccess.MostRounds && current is not null && claim.IsOf(current); round++)
        {
            // Somebody may have said that nothing happened; whoever sent it and does not know is heard all the same.
            if (current.State == LedgerState.Done || current.State == state)
            {
                return true;
            }

            // What was erased meanwhile stays erased.
            bool isErased = current.Fingerprint is null;
            LedgerEntry next = current with { Version = current.Version + 1, State = state, Data = (isErased ? LedgerData.Read(current.Data) with { Outcome = data.Outcome } : data with { SentAt = LedgerData.Read(current.Data).SentAt }).Write() };
            if (await access.ReplaceAsync(next, current, TimeSpan.Zero, CancellationToken.None).ConfigureAwait(false))
            {
                outage.End();
                return true;
            }

            current = await access.FindAsync(claim.Entry.Key, CancellationToken.None).ConfigureAwait(false);
        }

        VendorMeter.LeaseLost(data.Vendor, current is null ? "gone" : "taken");
        if (state == LedgerState.Done)
        {
            // Somebody else claimed it after a look-up, or a person, had said that it did not happen.
            Log.LedgerClaimLost(logger, data.Vendor, data.Id ?? string.Empty);
        }

        return false;
    }

    private async ValueTask<LedgerReply> TryClaimAsync(LedgerRequest request, string owner, LedgerClaim? mine, CancellationToken cancellationToken)
    {
        (long startedAt, DateTimeOffset startedAtByDay) = (access.Time.GetTimestamp(), access.Time.GetUtcNow());
        LedgerEntry first = EntryOf(request, owner);
        LedgerEntry? entry = mine?.Entry;
        var wasSent = false;
        for (var round = 0; round < LedgerAccess.MostRounds; round++)
        {
            if (entry is null && wasSent)
            {
                // Such entries are never purged: the store has lost it.
                return new LedgerReply(LedgerLeave.Unknown) { Reason = "the entry of an earlier delivery is gone" };
            }

            if (entry is null)
            {
                (startedAt, startedAtByDay) = (access.Time.GetTimestamp(), access.Time.GetUtcNow());
                LedgerAddition addition = await access.AddAsync(first, request.CreatedAt, cancellationToken).ConfigureAwait(false);
                if (addition.IsAdded)
                {
                    return Granted(first, startedAt, startedAtByDay, tookOver: false);
                }

                if (addition.IsTooOld)
                {
                    return new LedgerReply(LedgerLeave.Unknown) { Reason = "the message is older than the ledger remembers" };
                }

                entry = addition.Existing!;
            }

            // A claim of this very call whose reply got lost is its own.
            mine ??= entry.Owner == owner ? new LedgerClaim(entry, 0, default) : null;
            wasSent |= entry.State is LedgerState.Sending or LedgerState.Unknown;
            switch (LedgerProtocol.StepOf(entry, request, mine, access.Options, out LedgerReply reply))
            {
                case LedgerStep.Stop:
                    return reply;
                case LedgerStep.Probe:
                    entry = await ProbeAsync(entry, request, cancellationToken).ConfigureAwait(false);
                    break;
                default:
                    (startedAt, startedAtByDay) = (access.Time.GetTimestamp(), access.Time.GetUtcNow());
                    bool isMine = mine?.IsOf(entry) == true;
                    bool tookOver = isMine ? LedgerData.Read(entry.Data).TookOver : entry.State != LedgerState.Refused;
                    LedgerEntry claimed = first with { Version = entry.Version + 1, Claim = isMine ? entry.Claim : entry.Claim + 1, Data = DataOf(request, tookOver) };
                    if (await access.ReplaceAsync(claimed, entry, access.Options.Lease, cancellationToken).ConfigureAwait(false))
                    {
                        return Granted(claimed, startedAt, startedAtByDay, tookOver);
                    }

                    entry = await access.FindAsync(request.Key, cancellationToken).ConfigureAwait(false);
                    break;
            }
        }

        throw new InvalidOperationException("The entry of the call changed too often.");
    }

    /// <summary>Asks the vendor, as the only one, and writes down what it says.</summary>
    /// <returns>The entry afterwards.</returns>
    private async ValueTask<LedgerEntry?> ProbeAsync(LedgerEntry entry, LedgerRequest request, CancellationToken cancellationToken)
    {
        LedgerData data = LedgerData.Read(entry.Data);
        data = data with { Probes = data.Probes + 1 };
        LedgerEntry asking = entry with { Version = entry.Version + 1, State = LedgerState.Unknown, Data = data.Write() };
        if (!await access.ReplaceAsync(asking, entry, access.Options.ProbeTimeout + access.Options.StoreTimeout, cancellationToken).ConfigureAwait(false))
        {
            return await access.FindAsync(request.Key, cancellationToken).ConfigureAwait(false);
        }

        EffectProbeAnswer answer;
        try
        {
            answer = await AskAsync(request, data.SentAt, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await GiveBackAsync(asking, entry).ConfigureAwait(false);
            throw;
        }

        Log.Probed(logger, request.Data.Vendor, request.Data.Id ?? string.Empty, answer.HasHappened);
        VendorMeter.Probed(request.Data.Vendor, answer.HasHappened);
        LedgerEntry told = asking with
        {
            Version = asking.Version + 1,
            State = answer.HasHappened switch { true => LedgerState.Done, false => LedgerState.Refused, null => LedgerState.Unknown },
            Data = (answer.HasHappened is null ? data : data.ToldBy("probe", answer.VendorId)).Write(),
        };

        // After "not known" nobody asks again for a while.
        TimeSpan pause = answer.HasHappened is null ? access.Options.QuietTime : TimeSpan.Zero;
        return await access.ReplaceAsync(told, asking, pause, cancellationToken).ConfigureAwait(false)
            ? told with { LeaseLeft = pause }
            : await access.FindAsync(request.Key, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A question whose answer the caller did not wait for counts as none. Never throws.</summary>
    private async ValueTask GiveBackAsync(LedgerEntry asking, LedgerEntry before)
    {
        try
        {
            LedgerEntry unasked = asking with { Version = asking.Version + 1, Data = before.Data };
            await access.ReplaceAsync(unasked, asking, TimeSpan.Zero, CancellationToken.None).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Then it counts as one, and the next has to wait for the end of the lease.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.ProbeFailed(logger, LedgerData.Read(before.Data).Vendor, e.GetType().Name);
        }
    }

    private async ValueTask<EffectProbeAnswer> AskAsync(LedgerRequest request, DateTimeOffset sentAt, CancellationToken cancellationToken)
    {
        using CancellationTokenSource patience = access.Time.CreateCancellationTokenSource(access.Options.ProbeTimeout);
        using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await request.Probe!(sentAt, linked.Token).AsTask().WaitOrCancelAsync(linked.Token).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A probe that fails knows nothing.
        catch (Exception e)
#pragma warning restore CA1031
        {
            cancellationToken.ThrowIfCancellationRequested();
            Log.ProbeFailed(logger, request.Data.Vendor, e.GetType().Name);
            return EffectProbeAnswer.NotKnown;
        }
    }

    private LedgerReply Granted(LedgerEntry entry, long startedAt, DateTimeOffset startedAtByDay, bool tookOver)
    {
        outage.End();
        return new(LedgerLeave.Granted) { Claim = new LedgerClaim(entry, access.Time.Add(startedAt, access.Options.Lease), startedAtByDay + access.Options.Lease) { TookOver = tookOver } };
    }

    private LedgerEntry EntryOf(LedgerRequest request, string owner) =>
        new(request.Key, Version: 1, LedgerState.Sending, owner, Claim: 1, request.Fingerprint, DataOf(request, tookOver: false));

    private string DataOf(LedgerRequest request, bool tookOver) => (request.Data with { SentAt = access.Time.GetUtcNow(), TookOver = tookOver }).Write();
}
