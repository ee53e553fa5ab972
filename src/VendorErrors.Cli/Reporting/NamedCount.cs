namespace VendorErrors.Cli.Reporting;

/// <summary>How often one word of the taxonomy came.</summary>
/// <param name="Name">The word in snake_case.</param>
/// <param name="Count">How often.</param>
internal sealed record NamedCount(string Name, long Count);
