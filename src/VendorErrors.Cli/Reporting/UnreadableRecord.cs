namespace VendorErrors.Cli.Reporting;

/// <summary>A record that could not be read.</summary>
/// <param name="Place">The file and the line or entry in it.</param>
/// <param name="Error">Why.</param>
internal sealed record UnreadableRecord(string Place, string Error);
