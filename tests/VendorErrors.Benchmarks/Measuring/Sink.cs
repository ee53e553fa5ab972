namespace VendorErrors.Benchmarks.Measuring;

/// <summary>Where results go, so that no compiler may leave the work out or keep its objects off the heap.</summary>
internal static class Sink
{
    public static int Number { get; set; }

    public static object? Object { get; set; }
}
