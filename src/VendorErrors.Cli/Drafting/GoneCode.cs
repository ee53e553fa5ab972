namespace VendorErrors.Cli.Drafting;

/// <summary>A code that a list has no more, and the name it had.</summary>
internal sealed record GoneCode(string Code, string Name);
