using VendorErrors.Definitions;

namespace VendorErrors.Classification;

/// <summary>The failed entries of a body's list, and which of them leads.</summary>
/// <param name="Items">The entries; null where there is none.</param>
/// <param name="Lead">The position of the worst one in <paramref name="Items"/>.</param>
/// <param name="LeadRow">The row of the worst one: of its code, or of the HTTP status it states.</param>
/// <param name="LeadConfidence">How sure that row is: of its very code, of a range that holds it, or only of the HTTP status.</param>
/// <param name="SomeWorked">Whether the list holds entries that were done.</param>
/// <param name="SomeUnknown">Whether it holds entries of which nobody knows whether they were done; they are among <paramref name="Items"/>.</param>
/// <param name="IsTruncated">Whether the body holds more than were kept.</param>
internal readonly record struct ItemList(VendorItem[]? Items, int Lead, CodeRow? LeadRow, Confidence LeadConfidence, bool SomeWorked, bool SomeUnknown, bool IsTruncated)
{
    /// <summary>Whether the row of the worst entry is of its code, be it by a range.</summary>
    public bool IsLeadByCode => LeadConfidence is Confidence.Exact or Confidence.Family;

    public bool Any => Items is { Length: > 0 };
}
