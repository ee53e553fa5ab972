using VendorErrors.Definitions;

namespace VendorErrors.Cli.Drafting;

/// <summary>A code of a list that a range, a family or an HTTP status of the pack is for.</summary>
internal sealed record CoveredCode(ListedCode Code, CodeRow Row);
