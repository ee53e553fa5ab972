using VendorErrors.Comparison.Stage;

namespace VendorErrors.Comparison.Measures;

/// <summary>What the vendor's last word was where a failure was taken for success.</summary>
internal static class FalseSuccessCauses
{
    /// <summary>Vendor and last word, and how many of each contestant's calls, the most frequent first.</summary>
    internal static IReadOnlyList<(string Cause, IReadOnlyList<int> Counts)> Of(IReadOnlyList<CampaignReport> reports)
    {
        Dictionary<string, int>[] counts = [.. reports.Select(report => report.Calls.Where(Scores.IsFalseSuccess).CountBy(CauseOf).ToDictionary(StringComparer.Ordinal))];
        return
        [
            .. counts
                .SelectMany(known => known.Keys)
                .Distinct(StringComparer.Ordinal)
                .Select(cause => (Cause: cause, Counts: (IReadOnlyList<int>)[.. counts.Select(known => known.GetValueOrDefault(cause))]))
                .OrderByDescending(row => row.Counts.Max())
                .ThenBy(row => row.Cause, StringComparer.Ordinal),
        ];
    }

    private static string CauseOf(CallReport call)
    {
        string lastWord = call.Requests.Count == 0 ? "not asked" : call.Requests[^1].Outcome;
        string code = lastWord[(lastWord.LastIndexOf(' ') + 1)..];
        string? name = call.Call.Vendor.Codes.FirstOrDefault(row => row.Code == code && !row.IsHttpStatus)?.Name;
        return $"{call.Call.Vendor.Id}: {lastWord}{(name is null ? null : $" ({name})")}";
    }
}
