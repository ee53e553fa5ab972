using VendorErrors.Definitions;

namespace VendorErrors.Classification.Events;

/// <summary>What word and reason of an event mean together. See docs/events.md for the rules.</summary>
internal readonly record struct EventMeaning(
    EventState State, bool IsFinal, ErrorCategory? Category, Effect Effect, bool? IsBilled, NextAttempt NextAttempt, TimeSpan? NextAttemptDelay, Confidence Confidence)
{
    /// <param name="word">The word of the state; null where the event has none.</param>
    /// <param name="stated">What it means, or every event of the shape; null where neither is known.</param>
    /// <param name="reason">The reason.</param>
    /// <param name="evidence">Where it is said which of them won.</param>
    public static EventMeaning Of(string? word, EventRow? stated, EventReason reason, List<Evidence> evidence)
    {
        EventState own = stated?.State ?? EventState.Unknown;
        EventState state = StateOf(own, isMissing: word is null && stated is null, reason.Row);
        EventStateFacts facts = EventStateTable.Of(state);
        bool isBad = facts.Outcome == VendorOutcome.Failure;
        EventRow? why = isBad || state != own ? reason.Row : null;
        EventRow? said = state == own ? stated : null;
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
            state == EventState.Unknown && stated is null && reason.Row is null ? Confidence.Default : isBad && reason.IsUnlisted ? Confidence.Family : Confidence.Exact);
    }

    /// <summary>Of a body that breaks off nothing is known: what is missing may say something else.</summary>
    public static EventMeaning OfCutBody(List<Evidence> evidence)
    {
        evidence.Add(new Evidence(EvidenceSource.Family, EvidenceVerdict.Won, "body", Value: null, "the body is cut or malformed, so the state is unknown"));
        EventStateFacts facts = EventStateTable.Of(EventState.Unknown);
        return new EventMeaning(facts.State, facts.IsFinal, Category: null, facts.Effect, IsBilled: null, facts.NextAttempt, NextAttemptDelay: null, Confidence.Default);
    }

    // A reason is more exact than a word that only says that it went wrong, and never makes it good. Where there is no word, it says all; a word that is in
    // no list stays unknown.
    private static EventState StateOf(EventState own, bool isMissing, EventRow? reason)
    {
        if (reason?.State is not { } state)
        {
            return isMissing && reason?.Category is not null ? EventState.Failed : own;
        }

        bool mayReplace = own is EventState.Failed or EventState.Undelivered && EventStateTable.Of(state).Outcome != VendorOutcome.Success && (EventStateTable.Of(state).Outcome != VendorOutcome.Accepted || reason.IsFinal == false);
        return isMissing || mayReplace ? state : own;
    }

    private static ErrorCategory? CategoryOf(EventStateFacts facts, EventRow? why, EventRow? said, EventReason reason)
    {
        // That something failed, and nobody says what, is no error of a line that was busy.
        ErrorCategory? known = why?.Category == ErrorCategory.VendorUnspecified && facts.Category is null ? null : why?.Category;
        return known
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
