namespace VendorErrors.Comparison.Traffic;

/// <summary>How often something becomes of an attempt.</summary>
/// <param name="Percent">In how many of a hundred attempts.</param>
/// <param name="Kind">What.</param>
/// <param name="IsExecuted">Whether the vendor does what is asked all the same.</param>
/// <param name="Words">The same for the reader of the page.</param>
internal sealed record Share(double Percent, FaultKind Kind, bool IsExecuted, string Words);
