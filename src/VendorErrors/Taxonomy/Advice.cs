namespace VendorErrors;

/// <summary>What a person should do: one short sentence of ours, and for whom. Holds nothing of the vendor's answer, so it is safe to log.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Audience">Who can act on it.</param>
public sealed record Advice(string Text, Audience Audience);
