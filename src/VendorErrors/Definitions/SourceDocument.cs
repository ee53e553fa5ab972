namespace VendorErrors.Definitions;

/// <summary>A document that facts were taken from.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Address">Where it is; host and path without scheme, as printed.</param>
public sealed record SourceDocument(string Title, string Address);
