using System.Collections.Concurrent;
using VendorErrors.Definitions;

namespace VendorErrors.Tests.Documents;

/// <summary>What the documents of a vendor say, read from them and not from the catalog, and where the catalog says something else.</summary>
internal static class DocumentList
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<DocumentDifference>> s_differences = new(StringComparer.Ordinal);

    /// <summary>The vendors whose documents were read a second time into a list.</summary>
    internal static IReadOnlyList<string> VendorIds { get; } = [.. Vendor.All.Select(vendor => vendor.Id).Where(id => Resource.Exists($"Documents/{id}.tsv"))];

    internal static IReadOnlyList<DocumentLine> Of(string vendorId)
    {
        string file = $"Documents/{vendorId}.tsv";
        return Parse($"tests/VendorErrors.Tests/{file}", Resource.Lines(file));
    }

    /// <summary>Every difference between the list of a vendor and its catalog. While there is one, <see cref="DocumentTests"/> alone reports the row.</summary>
    internal static IReadOnlyList<DocumentDifference> DifferencesOf(string vendorId) => s_differences.GetOrAdd(vendorId, static id => VendorIds.Contains(id, StringComparer.Ordinal) && Vendor.Find(id) is { } vendor ? Differences(Of(id), vendor.Codes) : []);

    /// <summary>The lines below the names of the columns.</summary>
    /// <param name="file">What to name in a fault.</param>
    /// <param name="lines">The lines of the file.</param>
    internal static IReadOnlyList<DocumentLine> Parse(string file, IEnumerable<string> lines) =>
        lines.FirstOrDefault()?.Split('\t').SequenceEqual(DocumentLine.Columns, StringComparer.Ordinal) == true
            ? [.. lines.Skip(1).Select(DocumentLine.Parse)]
            : throw new FormatException($"The first line of {file} has to name the columns, separated by tabs: {string.Join(' ', DocumentLine.Columns)}. Step 3 of docs/add-a-vendor.md shows it.");

    /// <summary>Every difference, both ways; none where list and catalog agree.</summary>
    internal static IReadOnlyList<DocumentDifference> Differences(IEnumerable<DocumentLine> list, IEnumerable<CodeRow> rows)
    {
        ILookup<string, DocumentLine> listed = list.ToLookup(line => line.Key, StringComparer.Ordinal);
        ILookup<string, DocumentLine> used = rows.Select(DocumentLine.Of).ToLookup(line => line.Key, StringComparer.Ordinal);
        return [.. listed.Select(lines => lines.Key).Union(used.Select(lines => lines.Key), StringComparer.Ordinal)
            .SelectMany(key => DifferencesAt(key, [.. listed[key]], [.. used[key]]))];
    }

    private static IEnumerable<DocumentDifference> DifferencesAt(string key, DocumentLine[] listed, DocumentLine[] used) => (listed, used) switch
    {
        ([{ IsUnlisted: true }], []) => [],
        ([{ IsUnlisted: false } line], [var row]) => line.DifferencesFrom(row).Select(text => new DocumentDifference(key, line["code"], text)),
        _ => [new(key, listed.Concat(used).First()["code"], $"{key}: {listed.Length} on the list ({string.Join(", ", listed.Select(line => line["meaning"]))}) and {used.Length} in the catalog")],
    };
}
