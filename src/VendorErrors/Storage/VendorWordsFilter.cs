using VendorErrors.Problems;

namespace VendorErrors.Storage;

/// <summary>What of the vendor's own words goes along: all of it, or what is known to be nobody's data.</summary>
/// <param name="Vendor">Whose words they are.</param>
/// <param name="AreIncluded">Whether all go along.</param>
internal readonly record struct VendorWordsFilter(Vendor? Vendor, bool AreIncluded)
{
    /// <summary>A text that may hold anything.</summary>
    public string? Text(string? text) => AreIncluded ? text : null;

    /// <summary>A code: one of the catalog stays, of any other only what may stand in a log.</summary>
    public string? Code(string? code) => AreIncluded || code is null ? code : Redactor.Code(code, Vendor);

    /// <summary>The name of a field, of which known words stay.</summary>
    public string? Name(string? name) => AreIncluded || name is null ? name : Redactor.Code(name, vendor: null);

    /// <summary>An id of the answer, where it cannot be the number of a person or a key.</summary>
    public string? Id(string? id) => AreIncluded || (id is not null && PlainId.IsUuid(id)) ? id : null;
}
