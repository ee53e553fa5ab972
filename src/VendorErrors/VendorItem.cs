using System.Globalization;
using VendorErrors.Redaction;

namespace VendorErrors;

/// <summary>One entry of a list of errors, or one recipient or record of a batch that was not done. Immutable.</summary>
public sealed record VendorItem
{
    /// <summary>Its position in the vendor's list, from 0.</summary>
    /// <value>From 0. Default: 0.</value>
    public int Index { get; init; }

    /// <summary>The vendor's code for the entry, as text.</summary>
    /// <value>Default: <see langword="null"/>, not known.</value>
    public string? Code { get; init; }

    /// <summary>The catalog's name for <see cref="Code"/>, where it is known.</summary>
    /// <value>Default: <see langword="null"/>, not known.</value>
    public string? CodeName { get; init; }

    /// <summary>The category of the entry alone.</summary>
    /// <value>Default: <see cref="ErrorCategory.Unrecognized"/>.</value>
    public ErrorCategory Category { get; init; }

    /// <summary>The vendor's words; may hold phone numbers or names.</summary>
    /// <value>Default: <see langword="null"/>, not known.</value>
    public string? Message { get; init; }

    /// <summary>The HTTP status that the entry states, where it states one.</summary>
    /// <value>Default: <see langword="null"/>, not known.</value>
    public int? HttpStatus { get; init; }

    /// <summary>The client's or vendor's id of the recipient or record.</summary>
    /// <value>Default: <see langword="null"/>, not known.</value>
    public string? Id { get; init; }

    /// <summary>The request path that the entry states.</summary>
    /// <value>Default: <see langword="null"/>, not known.</value>
    public string? Path { get; init; }

    /// <summary>The request method that the entry states.</summary>
    /// <value>Default: <see langword="null"/>, not known.</value>
    public string? Method { get; init; }

    /// <summary>The time that the entry states, as the vendor writes it.</summary>
    /// <value>Default: <see langword="null"/>, not known.</value>
    public string? Timestamp { get; init; }

    /// <summary>Position, redacted code and category; nothing of the vendor's words and ids, so it is safe to log.</summary>
    public override string ToString() => $"[{Index.ToString(CultureInfo.InvariantCulture)}] {(CodeName is null ? Redactor.Code(Code, vendor: null) : OneLine.Of(Code ?? Redactor.NoCode))}: {SnakeCase.Of(Category)}";
}
