namespace VendorErrors.Cli.Drafting;

/// <summary>A code whose name in a list is not the one it had.</summary>
internal sealed record RenamedCode(string Code, string Before, string After);
