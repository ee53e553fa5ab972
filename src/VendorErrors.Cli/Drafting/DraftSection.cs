using System.Globalization;
using VendorErrors.Packs;

namespace VendorErrors.Cli.Drafting;

/// <summary>Rows to be decided, as a section of a pack. No pack with such a row can be loaded: its category is a person's decision.</summary>
internal static class DraftSection
{
    /// <summary>What a person has to write. No category, and no name of one.</summary>
    internal const string Undecided = "?";

    internal static string Write(IEnumerable<ListedCode> codes, string? document)
    {
        PackNode rows = PackNode.Object().Spread();
        foreach (ListedCode code in codes)
        {
            _ = rows.Add(code.Code, PackNode.Object().Add("is", Undecided).Add("name", code.Name).Add("note", NoteOf(code)));
        }

        return PackNode.Object().Spread().Add("document", document ?? Undecided).Add("rows", rows).ToString();
    }

    // As a member 'status' it would be a condition of the row.
    private static string? NoteOf(ListedCode code) =>
        code.Statuses.Count == 0 ? null : $"HTTP {string.Join(", ", code.Statuses.Select(status => status.ToString(CultureInfo.InvariantCulture)))}";
}
