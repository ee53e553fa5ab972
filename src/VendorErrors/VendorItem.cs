using System.Globalization;
using VendorErrors.Redaction;

namespace VendorErrors;

/// <summary>One entry of a list of errors, or one recipient or record of a batch that was not done. Immutable.</summary>
public sealed record VendorItem
{
    /// <summary>Its position in the vendor's list, from 0.</summary>
    public int Index { get; init; }

    /// <summary>The vendor's code for the entry, as text.</summary>
    public string? Code { get; init; }

    /// <summary>The catalog's name for <see cref="Code"/>, where it is known.</summary>
    public string? CodeName { get; init; }

    /// <summary>The category of the entry alone.</summary>
    public ErrorCategory Category { get; init; }

    /// <summary>The vendor's words; may hold phone numbers or names.</summary>
    public string? Message { get; init; }

    /// <summary>The HTTP status that the entry states, where it states one.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>The client's or vendor's id of the recipient or record.</summary>
    public string? Id { get; init; }

    /// <summary>The request path that the entry states.</summary>
    public string? Path { get; init; }

    /// <summary>The request method that the entry states.</summary>
    public string? Method { get; init; }

    /// <summary>The time that the entry states, as the vendor writes it.</summary>
    public string? Timestamp { get; init; }

    /// <summary>Position, redacted code and category; nothing of the vendor's words and ids, so it is safe to log.</summary>
    public override string ToString() => $"[{Index.ToString(CultureInfo.InvariantCulture)}] {(CodeName is null ? Redactor.Code(Code, vendor: null) : OneLine.Of(Code ?? Redactor.NoCode))}: {SnakeCase.Of(Category)}";
}
