namespace VendorErrors.Benchmarks.Measuring;

/// <summary>Two identical copies did not measure alike, or candidates did not agree: whatever else was measured says nothing.</summary>
internal sealed class VoidRunException(string message) : Exception(message);
