namespace VendorErrors.Benchmarks.Measuring;

/// <summary>What the pairs came to.</summary>
/// <param name="Ratios">The first candidate's time for a call, divided by that of each of the others: medians over all pairs.</param>
/// <param name="SelfRatio">The same between two identical copies of the first candidate; 1 where nothing disturbed the run.</param>
/// <param name="Nanoseconds">The median time of one call of each candidate, the first included; for reading, never for a gate.</param>
internal sealed record Comparison(double[] Ratios, double SelfRatio, double[] Nanoseconds);
