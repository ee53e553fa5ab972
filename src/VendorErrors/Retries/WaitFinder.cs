using VendorErrors.Envelopes;
using VendorErrors.Rules;

namespace VendorErrors.Retries;

/// <summary>
/// Collects every wait that an answer asks for: <c>Retry-After</c> and its suffixed forms, else the vendor's own headers, else members
/// of the body; a sentence of the message may only lengthen it.
/// </summary>
internal static class WaitFinder
{
    private static readonly WaitHint s_retryAfter = WaitHint.Header(ResponseHeaders.RetryAfter, WaitUnit.SecondsOrDate);

    /// <summary>Whether an answer of this category may ask for a wait at all.</summary>
    internal static bool MayAsk(ErrorCategory category) =>
        category == ErrorCategory.QuotaExhausted || category.ToRetryDisposition() != RetryDisposition.Never;

    /// <summary>
    /// The longest wait that counts; null where the answer asks for none. The findings in headers and members are collected; those in
    /// messages are found again when they are asked for, because the answer keeps its messages.
    /// </summary>
    internal static TimeSpan? Find(
        Catalog catalog, in VendorResponse response, in JsonView view, MessageList messages, ErrorCategory category, ref Collected<WaitFinding> findings, out WaitSource source)
    {
        source = WaitSource.RetryAfterHeader;
        TimeSpan? longest = FromHeader(s_retryAfter, source, response, ref findings);

        // The vendor's own headers and members tell when a limit resets; on other errors they are not about this answer.
        if (longest is null && (category.ToGroup() == ErrorGroup.Limit || response.Status is 425 or 429))
        {
            longest = FromVendorHints(catalog, response, view, ref findings, out source);
        }

        for (var i = 0; i < messages.Count; i++)
        {
            if (WaitText.Find(messages[i].AsSpan(), out _) is { } wait && !(longest >= wait))
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
        TimeSpan? wait = WaitText.Find(message.AsSpan(), out bool implausible);
        return wait is null && !implausible ? null : new WaitFinding(wait, WaitSource.MessageText, "message", message);
    }

    private static TimeSpan? FromVendorHints(Catalog catalog, in VendorResponse response, in JsonView view, ref Collected<WaitFinding> findings, out WaitSource source)
    {
        source = WaitSource.VendorHeader;
        IReadOnlyList<WaitHint> hints = catalog.Definition.WaitHints;
        for (var i = 0; response.Headers is not null && i < hints.Count; i++)
        {
            if (hints[i].Source == WaitSource.VendorHeader && FromHeader(hints[i], source, response, ref findings) is { } inHeader)
            {
                return inHeader;
            }
        }

        source = WaitSource.BodyField;
        for (var i = 0; i < catalog.BodyHints.Length; i++)
        {
            if (view.Text(catalog.BodyHints[i]) is { } value && Add(WaitValue.Read(value, hints[i].Unit, NowOf(response)), source, hints[i].Name, value, ref findings) is { } inBody)
            {
                return inBody;
            }
        }

        return null;
    }

    /// <summary>The longest wait among the header and its suffixed forms.</summary>
    private static TimeSpan? FromHeader(WaitHint hint, WaitSource source, in VendorResponse response, ref Collected<WaitFinding> findings)
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
                TimeSpan? wait = Add(WaitValue.Read(value, UnitOf(header.Key, hint), NowOf(response)), source, header.Key, value, ref findings);
                longest = wait is null || longest >= wait ? longest : wait;
            }
        }

        return longest;
    }

    private static DateTimeOffset NowOf(in VendorResponse response) => response.ReceivedAt ?? PresentTime.Read();

    // Azure services write retry-after-ms.
    private static WaitUnit UnitOf(string header, WaitHint hint) =>
        header.Length > hint.Name.Length && header.EndsWith("-ms", StringComparison.OrdinalIgnoreCase) ? WaitUnit.Milliseconds : hint.Unit;

    private static TimeSpan? Add(TimeSpan? wait, WaitSource source, string location, string value, ref Collected<WaitFinding> findings)
    {
        findings.Add(new WaitFinding(wait, source, location, value));
        return wait;
    }
}
