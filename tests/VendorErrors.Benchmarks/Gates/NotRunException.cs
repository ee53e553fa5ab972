namespace VendorErrors.Benchmarks.Gates;

/// <summary>A gate lacks something of the machine that it needs; it neither passes nor fails.</summary>
internal sealed class NotRunException(string reason) : Exception(reason);
