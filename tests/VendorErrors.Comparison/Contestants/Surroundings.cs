using VendorErrors.Comparison.Stage;

namespace VendorErrors.Comparison.Contestants;

/// <summary>What a contestant may use.</summary>
/// <param name="Time">The clock.</param>
/// <param name="Jitter">Chance, from 0 up to 1.</param>
/// <param name="Tokens">The tokens, at a vendor whose tokens time out.</param>
internal sealed record Surroundings(TimeProvider Time, Func<double> Jitter, PbxTokens? Tokens);
