using VendorErrors;

namespace EventReceiverSample;

/// <summary>
/// Ties events to calls. Vendors deliver an event twice, out of order, and sooner than their own answer, so:
/// each event counts once, by its key; an end is not undone by a step, whatever the times say; a good end counts more than a bad one, since a person who was
/// reached must not be called again; of two other ends, or two steps, the one that happened later counts, and where that is not known, the first end or a further
/// step; what is next is decided once for a call; what nobody understands changes nothing. Safe for use by several threads. It keeps all until the process ends; an
/// application keeps this in its database: the keys unique, and for longer than the vendor goes on delivering.
/// </summary>
internal sealed class CallTracker
{
    private readonly Lock _lock = new();
    private readonly List<TrackedCall> _calls = [];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly List<VendorEvent> _early = [];
    private readonly List<VendorEvent> _forAPerson = [];

    /// <summary>What nobody understood.</summary>
    internal IReadOnlyList<VendorEvent> ForAPerson
    {
        get
        {
            lock (_lock)
            {
                return [.. _forAPerson];
            }
        }
    }

    /// <summary>A call that is about to be asked for: its event may be here before the answer.</summary>
    internal TrackedCall Begin(Vendor vendor, string callId)
    {
        lock (_lock)
        {
            var call = new TrackedCall(vendor, callId);
            _calls.Add(call);
            return call;
        }
    }

    /// <summary>The vendor's id of a call is known now, and with it the events that came too early.</summary>
    internal IReadOnlyList<TakenEvent> Know(TrackedCall call, string id)
    {
        lock (_lock)
        {
            call.Know(id);
            VendorEvent[] due = [.. _early.Where(call.IsConcernedBy)];
            _early.RemoveAll(due.Contains);
            return [.. due.Select(Apply)];
        }
    }

    internal TakenEvent Take(VendorEvent seen)
    {
        lock (_lock)
        {
            if (!_keys.Add($"{seen.Vendor.Id}|{seen.Key}"))
            {
                return new TakenEvent(seen, Change.Repeated, Call: null);
            }

            if (seen.State != EventState.Unknown)
            {
                return Apply(seen);
            }

            _forAPerson.Add(seen);
            return new TakenEvent(seen, Change.ForAPerson, Call: null);
        }
    }

    private TakenEvent Apply(VendorEvent seen)
    {
        TrackedCall? call = _calls.Find(known => known.IsConcernedBy(seen));
        if (call is null)
        {
            _early.Add(seen);
            return new TakenEvent(seen, Change.Early, Call: null);
        }

        if (!call.IsSubjectOf(seen))
        {
            return new TakenEvent(seen, Change.OfALeg, call);
        }

        if (call.Last is { } last && !Replaces(seen, last))
        {
            return new TakenEvent(seen, Change.Outdated, call);
        }

        call.Last = seen;
        bool isFirstEnd = seen.IsFinal && !call.HasEnded;
        call.HasEnded |= seen.IsFinal;
        return new TakenEvent(seen, isFirstEnd ? Change.Ended : Change.Moved, call);
    }

    private static bool Replaces(VendorEvent seen, VendorEvent last) =>
        seen.IsFinal != last.IsFinal ? seen.IsFinal
        : seen.IsFinal && seen.Outcome == VendorOutcome.Success != (last.Outcome == VendorOutcome.Success) ? seen.Outcome == VendorOutcome.Success
        : seen.OccurredAt is { } at && last.OccurredAt is { } before && at != before ? at > before
        : RankOf(seen) > RankOf(last);

    // Steps and good ends by their order: queued, ringing, answered; completed, delivered, read. Of bad ends the first one stays.
    private static int RankOf(VendorEvent seen) => seen.IsFinal && seen.Outcome != VendorOutcome.Success ? 0 : 1 + (int)seen.State;
}
