using VendorErrors.Definitions;

namespace VendorErrors.Classification.Events;

/// <summary>What word and reason of an event mean together. See docs/events.md for the rules.</summary>
internal readonly record struct EventMeaning(
    EventState State, bool IsFinal, ErrorCategory? Category, Effect Effect, bool? IsBilled, NextAttempt NextAttempt, TimeSpan? NextAttemptDelay, Confidence Confidence)
{
    /// <param name="word">The event's own word, and what it means.</param>
    /// <param name="reason">The reason.</param>
    /// <param name="evidence">Where it is said which of them won.</param>
    public static EventMeaning Of(EventWord word, EventReason reason, List<Evidence> evidence)
    {
        EventState own = word.Row?.State ?? EventState.Unknown;
        EventState state = StateOf(own, word, reason.Row);
        EventStateFacts facts = EventStateTable.Of(state);
        bool isBad = facts.Outcome == VendorOutcome.Failure;
        EventRow? why = state != own || (isBad && Refines(own, reason.Row)) ? reason.Row : null;
        EventRow? said = state == own ? word.Row : null;
        ErrorCategory? category = isBad ? CategoryOf(facts, why, said, reason) : null;
        AddReason(reason, isUsed: why is not null, evidence);

        // What a reason says of the cause says more of another attempt than the word that it failed.
        EventRow? next = why?.NextAttempt is not null || why?.Category is not null ? why : said;
        bool isFinal = why?.IsFinal ?? said?.IsFinal ?? facts.IsFinal;
        NextAttempt attempt = NextAttemptOf(facts, category, next?.NextAttempt, isFinal);
        return new EventMeaning(
            state,
            isFinal,
            category,
            why?.Effect ?? said?.Effect ?? category?.ToDefaultEffect() ?? facts.Effect,
            why?.IsBilled ?? said?.IsBilled,
            attempt,
            attempt is NextAttempt.Soon or NextAttempt.Later ? next?.NextAttemptDelay : null,
            ConfidenceOf(state, word, reason, isBad));
    }

    /// <summary>Of a body that breaks off nothing is known: what is missing may say something else.</summary>
    public static EventMeaning OfCutBody(List<Evidence> evidence)
    {
        for (var i = 0; i < evidence.Count; i++)
        {
            evidence[i] = evidence[i] with { Verdict = evidence[i].Verdict == EvidenceVerdict.Won ? EvidenceVerdict.Noted : evidence[i].Verdict };
        }

        evidence.Add(new Evidence(EvidenceSource.Family, EvidenceVerdict.Won, "body", Value: null, "the body is cut or malformed, so the state is unknown"));
        EventStateFacts facts = EventStateTable.Of(EventState.Unknown);
        return new EventMeaning(facts.State, facts.IsFinal, Category: null, facts.Effect, IsBilled: null, facts.NextAttempt, NextAttemptDelay: null, Confidence.Default);
    }

    // A reason is more exact than a word that only says that it went wrong, and never makes it good. Where the shape has no word, it says all; where a word
    // is missing that should be there, it says what went wrong and no more. A word that is in no list stays unknown.
    private static EventState StateOf(EventState own, EventWord word, EventRow? reason)
    {
        if (reason?.State is not { } state)
        {
            return word.IsMissing && reason?.Category is not null ? EventState.Failed : own;
        }

        if (word.IsMissing)
        {
            return word.IsExpected && IsGood(state) ? EventState.Unknown : state;
        }

        bool isRepeatedByTheVendor = reason.IsFinal == false && EventStateTable.Of(state).Outcome == VendorOutcome.Accepted;
        return own is EventState.Failed or EventState.Undelivered && (!IsGood(state) || isRepeatedByTheVendor) ? state : own;
    }

    // What a reason says counts beside a word that leaves the cause open, and beside one that it confirms. A line that was busy was busy, whatever else is said.
    private static bool Refines(EventState own, EventRow? reason) =>
        reason is not null
        && !(reason.State is { } state && IsGood(state))
        && (own is EventState.Failed or EventState.Undelivered or EventState.Rejected or EventState.Expired || reason.State == own);

    private static bool IsGood(EventState state) => EventStateTable.Of(state).Outcome is VendorOutcome.Success or VendorOutcome.Accepted;

    private static ErrorCategory? CategoryOf(EventStateFacts facts, EventRow? why, EventRow? said, EventReason reason)
    {
        // That something failed, and nobody says what, is no error of a line that was busy.
        ErrorCategory? known = why?.Category == ErrorCategory.VendorUnspecified && facts.Category is null ? null : why?.Category;
        return facts.State is EventState.Busy or EventState.NoAnswer or EventState.Canceled ? null
            : known
            ?? (why is not null && why.State == facts.State ? (facts.State is EventState.Failed or EventState.Undelivered ? facts.Category : null)
            : said?.Category is { } stated && (stated != ErrorCategory.VendorUnspecified || !reason.IsUnlisted) ? stated
            : facts.Category is null && said?.Category is null ? null
            : reason.IsUnlisted ? ErrorCategory.Unrecognized
            : facts.Category);
    }

    private static NextAttempt NextAttemptOf(EventStateFacts facts, ErrorCategory? category, NextAttempt? stated, bool isFinal)
    {
        if (facts.Outcome != VendorOutcome.Failure)
        {
            return facts.NextAttempt;
        }

        // While the vendor goes on by itself, an attempt of ours would be one more.
        if (!isFinal)
        {
            return NextAttempt.Undetermined;
        }

        NextAttempt byCategory = category is { } known ? EventStateTable.NextAttemptAfter(known) : NextAttempt.Undetermined;
        return stated ?? (byCategory == NextAttempt.Undetermined ? facts.NextAttempt : byCategory);
    }

    private static Confidence ConfidenceOf(EventState state, EventWord word, EventReason reason, bool isBad) =>
        state == EventState.Unknown && word.Row is null && (!word.IsMissing || reason.Row is null) ? Confidence.Default
        : isBad && reason.IsUnlisted ? Confidence.Family
        : Confidence.Exact;

    private static void AddReason(EventReason reason, bool isUsed, List<Evidence> evidence)
    {
        if (reason.Code is not null)
        {
            evidence.Add(new Evidence(
                EvidenceSource.Code,
                reason.Row is null ? EvidenceVerdict.Ignored : isUsed ? EvidenceVerdict.Won : EvidenceVerdict.Noted,
                reason.Place ?? string.Empty,
                reason.Code,
                reason.Row is { } row ? $"{reason.Space}: {row} means {row.Meaning}{(isUsed ? null : "; the state decides here, and a reason beside it is usual")}" : $"{reason.Space}: the code is in no list"));
        }
    }
}
