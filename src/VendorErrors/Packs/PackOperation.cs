namespace VendorErrors.Packs;

/// <summary>An operation with the answer of its success.</summary>
/// <param name="Kind">What it does: a word of <see cref="SimulationPart.Kinds"/>.</param>
/// <param name="Operation">Which requests it is.</param>
/// <param name="Status">The HTTP status of a success.</param>
/// <param name="Body">The body of a success; null for the vendor's plain success.</param>
internal sealed record PackOperation(string Kind, string Operation, int Status, string? Body);
