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

    /// <summary>The findings, and the longest wait among those that count; null where the answer asks for none.</summary>
    internal static WaitFinding? Find(Catalog catalog, in VendorResponse response, in JsonView view, string[]? messages, ErrorCategory category, List<WaitFinding> findings)
    {
        DateTimeOffset now = response.ReceivedAt ?? PresentTime.Read();
        WaitFinding? found = FromHeader(s_retryAfter, WaitSource.RetryAfterHeader, response, now, findings);

        // The vendor's own headers and members tell when a limit resets; on other errors they are not about this answer.
        if (found is null && (category.ToGroup() == ErrorGroup.Limit || response.Status is 425 or 429))
        {
            found = FromVendorHints(catalog, response, view, now, findings);
        }

        foreach (string message in messages ?? [])
        {
            if (WaitText.Find(message.AsSpan(), out bool implausible) is { } wait)
            {
                var inText = new WaitFinding(wait, WaitSource.MessageText, "message", message);
                findings.Add(inText);
                found = found is { Wait: { } longer } && longer >= wait ? found : inText;
            }
            else if (implausible)
            {
                findings.Add(new WaitFinding(null, WaitSource.MessageText, "message", message));
            }
        }

        return found;
    }

    private static WaitFinding? FromVendorHints(Catalog catalog, in VendorResponse response, in JsonView view, DateTimeOffset now, List<WaitFinding> findings)
    {
        foreach (WaitHint hint in catalog.Definition.WaitHints)
        {
            if (hint.Source == WaitSource.VendorHeader && FromHeader(hint, WaitSource.VendorHeader, response, now, findings) is { } inHeader)
            {
                return inHeader;
            }
        }

        for (var i = 0; i < catalog.BodyHints.Length; i++)
        {
            WaitHint hint = catalog.Definition.WaitHints[i];
            if (view.Text(catalog.BodyHints[i]) is { } value && Add(WaitValue.Read(value, hint.Unit, now), WaitSource.BodyField, hint.Name, value, findings) is { } inBody)
            {
                return inBody;
            }
        }

        return null;
    }

    /// <summary>The longest wait among the header and its suffixed forms.</summary>
    private static WaitFinding? FromHeader(WaitHint hint, WaitSource source, in VendorResponse response, DateTimeOffset now, List<WaitFinding> findings)
    {
        WaitFinding? longest = null;
        foreach (KeyValuePair<string, IEnumerable<string>> header in response.Headers ?? [])
        {
            if (!ResponseHeaders.IsNameOrSuffixed(header.Key, hint.Name))
            {
                continue;
            }

            foreach (string value in header.Value ?? [])
            {
                WaitFinding? finding = Add(WaitValue.Read(value ?? string.Empty, UnitOf(header.Key, hint), now), source, header.Key, value ?? string.Empty, findings);
                longest = finding is null || (longest is { Wait: { } longer } && longer >= finding.Value.Wait) ? longest : finding;
            }
        }

        return longest;
    }

    // Azure services write retry-after-ms.
    private static WaitUnit UnitOf(string header, WaitHint hint) =>
        header.Length > hint.Name.Length && header.EndsWith("-ms", StringComparison.OrdinalIgnoreCase) ? WaitUnit.Milliseconds : hint.Unit;

    private static WaitFinding? Add(TimeSpan? wait, WaitSource source, string location, string value, List<WaitFinding> findings)
    {
        var finding = new WaitFinding(wait, source, location, value);
        findings.Add(finding);
        return wait is null ? null : finding;
    }
}
