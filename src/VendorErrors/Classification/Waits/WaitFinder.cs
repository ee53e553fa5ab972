using VendorErrors.Classification.Bodies;
using VendorErrors.Classification.Compiled;
using VendorErrors.Classification.Words;
using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification.Waits;

/// <summary>
/// Collects every wait that an answer asks for: <c>Retry-After</c> and its other spellings, else the vendor's own headers, else members of
/// the body, else the rate limit headers that everybody writes; a sentence of the message may only lengthen it.
/// </summary>
internal static class WaitFinder
{
    // Azure services write retry-after-ms, a suffixed form, and x-ms-retry-after-ms.
    private static readonly WaitHint[] s_retryAfter =
    [
        WaitHint.Header(ResponseHeaders.RetryAfter, WaitUnit.SecondsOrDate),
        WaitHint.Header("x-ms-retry-after-ms", WaitUnit.Milliseconds),
    ];

    // Of the IETF's drafts, always seconds; and what everybody else writes, whose unit only the magnitude shows.
    private static readonly WaitHint s_reset = WaitHint.Header("RateLimit-Reset", WaitUnit.Seconds);
    private static readonly WaitHint[] s_undeclared = [WaitHint.Header("X-RateLimit-Reset", WaitUnit.SecondsOrEpoch), WaitHint.Header("X-Rate-Limit-Reset", WaitUnit.SecondsOrEpoch)];

    // Where gateways and frameworks put it in a body that is none of the vendor's.
    private static readonly PathTree s_paths = new();
    private static readonly (int Slot, string Path, WaitUnit Unit)[] s_members =
    [
        Member("retry_after", WaitUnit.SecondsOrDate), Member("retryAfter", WaitUnit.SecondsOrDate), Member("retry_after_seconds", WaitUnit.Seconds),
        Member("retry_after_ms", WaitUnit.Milliseconds), Member("retryAfterMs", WaitUnit.Milliseconds), Member("error.retry_after", WaitUnit.SecondsOrDate),
    ];

    /// <summary>Whether an answer of this category may ask for a wait at all.</summary>
    internal static bool MayAsk(ErrorCategory category) =>
        category == ErrorCategory.QuotaExhausted || category.ToRetryDisposition() != RetryDisposition.Never;

    /// <summary>
    /// The longest wait that counts; null where the answer asks for none. The findings in headers and members are collected; those in
    /// messages are found again when they are asked for, because the answer keeps its messages.
    /// </summary>
    internal static TimeSpan? Find(
        Catalog catalog, in VendorResponse response, in Reading reading, string[] messages, ErrorCategory category, List<WaitFinding> findings, out WaitSource source)
    {
        var clock = new AnswerClock(response.Headers, response.ReceivedAt);
        source = WaitSource.RetryAfterHeader;
        TimeSpan? longest = null;
        foreach (WaitHint hint in s_retryAfter)
        {
            longest = WaitBounds.Longer(longest, FromHeader(hint, source, response, clock, findings));
        }

        longest ??= FromGatewaysBody(catalog, reading, clock, findings, out source);

        // The vendor's own headers and members mostly say when a limit resets; on other errors they are not about this answer.
        bool isLimit = category.ToGroup() == ErrorGroup.Limit || response.Status is 425 or 429;
        if (longest is null && (isLimit || catalog.HasHintsForAll))
        {
            longest = FromVendorHints(catalog, response, reading.View, messages, isLimit, clock, findings, out source);
        }

        if (longest is null && isLimit)
        {
            longest = FromCommonHeaders(catalog, response, clock, findings, out source);
        }

        for (var i = 0; i < messages.Length; i++)
        {
            if (WaitPhrase.Find(messages[i].AsSpan(), out _) is { } wait && !(longest >= wait))
            {
                longest = wait;
                source = WaitSource.MessageText;
            }
        }

        source = longest is null ? WaitSource.None : source;
        return longest;
    }

    /// <summary>The wait in a message; null where there is none.</summary>
    internal static WaitFinding? InText(string message)
    {
        TimeSpan? wait = WaitPhrase.Find(message.AsSpan(), out bool implausible);
        return wait is null && !implausible ? null : new WaitFinding(wait, WaitSource.MessageText, "message", message);
    }

    /// <summary>A member of a body that no envelope of the vendor's took: it says when to come back, as <c>Retry-After</c> does.</summary>
    private static TimeSpan? FromGatewaysBody(Catalog catalog, in Reading reading, in AnswerClock clock, List<WaitFinding> findings, out WaitSource source)
    {
        source = WaitSource.RetryAfterHeader;
        return reading.Envelope is not null || reading.Kind != BodyKind.Json ? null : FromGatewaysMembers(catalog, reading, clock, findings, stackalloc JsonSlot[s_paths.SlotCount], ref source);
    }

    // A method of its own: one with a loop and an array on the stack is optimized at once, which the first error of a process would wait for.
    private static TimeSpan? FromGatewaysMembers(Catalog catalog, in Reading reading, in AnswerClock clock, List<WaitFinding> findings, Span<JsonSlot> slots, ref WaitSource source)
    {
        _ = s_paths.Read(reading.Body, slots, out _);
        var view = new JsonView(reading.Body, slots);
        foreach ((int slot, string path, WaitUnit unit) in s_members)
        {
            if (!IsDeclared(catalog, path) && view[slot].Kind is (JsonKind.Text or JsonKind.Number) && view.Text(slot) is { } value
                && Add(WaitValue.Read(value, unit, clock), WaitSource.BodyField, path, value, findings) is { } wait)
            {
                source = WaitSource.BodyField;
                return wait;
            }
        }

        return null;
    }

    private static TimeSpan? FromVendorHints(
        Catalog catalog, in VendorResponse response, in JsonView view, string[] messages, bool isLimit, in AnswerClock clock, List<WaitFinding> findings, out WaitSource source)
    {
        source = WaitSource.VendorHeader;
        IReadOnlyList<WaitHint> hints = catalog.Definition.WaitHints;
        for (var i = 0; response.Headers is not null && i < hints.Count; i++)
        {
            if (hints[i].Source == WaitSource.VendorHeader && (isLimit || hints[i].Always) && FromHeader(hints[i], source, response, clock, findings) is { } inHeader)
            {
                return inHeader;
            }
        }

        source = WaitSource.BodyField;
        for (var i = 0; i < catalog.BodyHints.Length; i++)
        {
            if (catalog.BodyHints[i] is { } hint && (isLimit || hints[i].Always) && view.Text(hint.Of(view)) is { } value && Add(WaitValue.Read(value, hints[i].Unit, clock), source, hints[i].Name, value, findings) is { } inBody)
            {
                return inBody;
            }
        }

        source = WaitSource.MessageText;
        for (var i = 0; i < hints.Count; i++)
        {
            if (hints[i].Source == WaitSource.MessageText && (isLimit || hints[i].Always) && InMessages(hints[i], messages, clock, findings) is { } inMessage)
            {
                return inMessage;
            }
        }

        return null;
    }

    /// <summary>The longest wait that a message states between the hint's two texts.</summary>
    private static TimeSpan? InMessages(WaitHint hint, string[] messages, in AnswerClock clock, List<WaitFinding> findings)
    {
        TimeSpan? longest = null;
        foreach (string message in messages)
        {
            if (WaitBetween.Find(message, hint.Place.After, hint.Place.Before) is { } number)
            {
                longest = WaitBounds.Longer(longest, Add(WaitValue.Read(number, hint.Unit, clock), WaitSource.MessageText, hint.Name, message, findings));
            }
        }

        return longest;
    }

    /// <summary>The rate limit headers that a definition need not name; one that it names has the unit that it states.</summary>
    private static TimeSpan? FromCommonHeaders(Catalog catalog, in VendorResponse response, in AnswerClock clock, List<WaitFinding> findings, out WaitSource source)
    {
        source = WaitSource.VendorHeader;
        TimeSpan? longest = FromRateLimit(response, findings);
        longest = IsDeclared(catalog, s_reset.Name) ? longest : WaitBounds.Longer(longest, FromHeader(s_reset, source, response, clock, findings));
        for (var i = 0; longest is null && response.Status is (425 or 429) && i < s_undeclared.Length; i++)
        {
            longest = IsDeclared(catalog, s_undeclared[i].Name) ? null : FromHeader(s_undeclared[i], source, response, clock, findings);
        }

        return longest;
    }

    private static bool IsDeclared(Catalog catalog, string name)
    {
        IReadOnlyList<WaitHint> hints = catalog.Definition.WaitHints;
        for (var i = 0; i < hints.Count; i++)
        {
            if (string.Equals(hints[i].Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static TimeSpan? FromRateLimit(in VendorResponse response, List<WaitFinding> findings)
    {
        TimeSpan? longest = null;
        foreach (KeyValuePair<string, IEnumerable<string>> header in response.Headers ?? [])
        {
            if (!string.Equals(header.Key, RateLimitHeader.Name, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            foreach (string? given in header.Value ?? [])
            {
                string value = given ?? string.Empty;
                longest = WaitBounds.Longer(longest, Add(RateLimitHeader.Read(value), WaitSource.VendorHeader, header.Key, value, findings));
            }
        }

        return longest;
    }

    /// <summary>The longest wait among the header and its suffixed forms.</summary>
    private static TimeSpan? FromHeader(WaitHint hint, WaitSource source, in VendorResponse response, in AnswerClock clock, List<WaitFinding> findings)
    {
        TimeSpan? longest = null;
        if (response.Headers is null)
        {
            return longest;
        }

        foreach (KeyValuePair<string, IEnumerable<string>> header in response.Headers)
        {
            if (!ResponseHeaders.IsNameOrSuffixed(header.Key, hint.Name))
            {
                continue;
            }

            foreach (string? given in header.Value ?? [])
            {
                string value = given ?? string.Empty;
                longest = WaitBounds.Longer(longest, hint.Member is { } member ? InJson(hint, member, value, source, header.Key, clock, findings)
                    : Add(WaitValue.Read(value, UnitOf(header.Key, hint), clock), source, header.Key, value, findings));
            }
        }

        return longest;
    }

    /// <summary>The wait in a header that is JSON. Nothing to wait for is no wait: such a header reports what is used, also where nothing is used up.</summary>
    private static TimeSpan? InJson(WaitHint hint, string member, string value, WaitSource source, string header, in AnswerClock clock, List<WaitFinding> findings)
    {
        TimeSpan? wait = WaitMember.Find(value, member, hint.Unit, clock, out string? found);
        return found is null || wait == TimeSpan.Zero ? null : Add(wait, source, header, found, findings);
    }

    private static WaitUnit UnitOf(string header, WaitHint hint) =>
        header.Length > hint.Name.Length && header.EndsWith("-ms", StringComparison.OrdinalIgnoreCase) ? WaitUnit.Milliseconds : hint.Unit;

    private static (int Slot, string Path, WaitUnit Unit) Member(string path, WaitUnit unit) => (s_paths.SlotOf(path), path, unit);

    private static TimeSpan? Add(TimeSpan? wait, WaitSource source, string location, string value, List<WaitFinding> findings)
    {
        findings.Add(new WaitFinding(wait, source, location, value));
        return wait;
    }
}
