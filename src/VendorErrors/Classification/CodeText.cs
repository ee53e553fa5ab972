using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification;

/// <summary>A code as it was received.</summary>
internal static class CodeText
{
    /// <summary>The value as text. A code the catalog knows is the catalog's own text, without a copy, where the body writes it alike.</summary>
    internal static string? Of(in JsonView view, JsonSlot code, CodeRow? row) =>
        row is { IsFamily: false } && view.EqualsExactly(code, row.Code) ? row.Code : view.Text(code);
}
