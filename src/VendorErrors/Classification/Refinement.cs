using VendorErrors.Classification.Bodies;
using VendorErrors.Classification.Words;
using VendorErrors.Definitions;

namespace VendorErrors.Classification;

/// <summary>Lets the message text, and for 403 a <c>Retry-After</c>, refine a row that is declared generic. All other rows stay as they are.</summary>
internal static class Refinement
{
    /// <summary>The refined category, and what refined it; null where nothing does.</summary>
    internal static Evidence[]? Refine(CodeRow? row, string[] messages, in VendorResponse response, ref ErrorCategory category)
    {
        if (row is null)
        {
            return null;
        }

        bool isForbidden = row is { IsHttpStatus: true, Code: "403", LastCode: null };
        if (isForbidden && InText(StatusTable.ForbiddenRefinements, messages, ref category) is { } quota)
        {
            return quota;
        }

        if (RefineByText(row, messages, ref category) is { } refined)
        {
            return refined;
        }

        if (isForbidden && HasRetryAfter(response))
        {
            category = ErrorCategory.QuotaExhausted;
            return [new Evidence(EvidenceSource.Header, EvidenceVerdict.Won, ResponseHeaders.RetryAfter, null, "a 403 that says when to come back is a used-up quota")];
        }

        return null;
    }

    /// <summary>The part of it that needs no headers, for one entry of a list too.</summary>
    internal static Evidence[]? RefineByText(CodeRow row, string[] messages, ref ErrorCategory category) => row.IsGeneric ? InText(row.Refinements, messages, ref category) : null;

    private static Evidence[]? InText(IReadOnlyList<TextRule> rules, string[] messages, ref ErrorCategory category)
    {
        for (var r = 0; r < rules.Count; r++)
        {
            TextRule rule = rules[r];
            for (var m = 0; m < messages.Length; m++)
            {
                string message = messages[m];
                if (rule.Holds(message))
                {
                    category = rule.Category;
                    return [new Evidence(EvidenceSource.Text, EvidenceVerdict.Won, "message", message, $"a generic code refined by the words \"{rule.Contains}\"")];
                }
            }
        }

        return null;
    }

    private static bool HasRetryAfter(in VendorResponse response)
    {
        if (response.Headers is null)
        {
            return false;
        }

        foreach (KeyValuePair<string, IEnumerable<string>> header in response.Headers)
        {
            if (ResponseHeaders.IsNameOrSuffixed(header.Key, ResponseHeaders.RetryAfter))
            {
                return true;
            }
        }

        return false;
    }
}
