using VendorErrors.Cli.Output;
using VendorErrors.Packs;

namespace VendorErrors.Cli.Finding;

/// <summary>The words nearest to one that is not known, of all that can be found.</summary>
internal static class NearestWords
{
    private const int Count = 3;
    private const int Longest = 60;

    /// <summary>"; nearest: …" for a word that is near to known ones; nothing for any other.</summary>
    internal static string Suggest(string word, VendorRegistry registry)
    {
        string sought = Spelling.Plain(WordReadings.Of(word)[^1]);
        if (sought.Length is 0 or > Longest)
        {
            return string.Empty;
        }

        int farthest = Math.Max(1, sought.Length / 3);
        string[] nearest =
        [
            .. Known(registry).Where(known => known.Length <= Longest).DistinctBy(Spelling.Plain, StringComparer.Ordinal)
                .Select(known => (Known: known, Distance: PackText.Distance(Spelling.Plain(known), sought)))
                .Where(candidate => candidate.Distance <= farthest)
                .OrderBy(candidate => candidate.Distance)
                .Select(candidate => candidate.Known).Take(Count),
        ];
        return nearest.Length == 0 ? string.Empty : $"; nearest: {string.Join(", ", nearest)}";
    }

    private static IEnumerable<string> Known(VendorRegistry registry)
    {
        Vendor[] vendors = [.. registry.Vendors, .. registry.Shapes];
        IEnumerable<EventEntry> entries = vendors.SelectMany(EventEntry.Of).Concat(ReasonCatalog.All.SelectMany(EventEntry.Of));
        return
        [
            .. CategoryTable.All.Select(facts => SnakeCase.Of(facts.Category)),
            .. StopReasonText.All.Select(text => SnakeCase.Of(text.Reason)),
            .. vendors.SelectMany(vendor => vendor.Codes).SelectMany(row => (string[])[row.Code, row.Name]),
            .. entries.SelectMany(entry => (string[])[entry.Row.Code, entry.Row.Name]),
        ];
    }
}
