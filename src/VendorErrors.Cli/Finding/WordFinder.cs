using VendorErrors.Cli.Input;

namespace VendorErrors.Cli.Finding;

/// <summary>Finds all that a word may mean that names no vendor.</summary>
internal static class WordFinder
{
    internal static IReadOnlyList<Found> Find(string word, VendorRegistry registry) =>
        WordReadings.Of(word).Select(reading => In(reading, registry)).FirstOrDefault(found => found.Length > 0)
        ?? throw new UsageException(Missing(word, registry));

    // "HTTP 429" is no vendor's code.
    private static Found[] In(string word, VendorRegistry registry) =>
        StatusFinder.IsNamed(word)
            ? [.. StatusFinder.Find(word)]
            : [.. CategoryFinder.Find(word, registry), .. StopReasonFinder.Find(word), .. StatusFinder.Find(word), .. CodeFinder.Find(word, registry)];

    private static string Missing(string word, VendorRegistry registry) =>
        registry.Candidates(word) is [var vendor]
            ? $"CODE is missing; '{word}' is the vendor {vendor.Id}: vendor-errors explain {vendor.Id} CODE"
            : $"nothing is known as '{(word.Length > 100 ? word[..100] + "…" : word)}': no code, name, category, stop reason or HTTP status{NearestWords.Suggest(word, registry)}";
}
