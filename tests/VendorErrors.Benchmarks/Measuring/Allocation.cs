namespace VendorErrors.Benchmarks.Measuring;

/// <summary>Managed bytes of one call.</summary>
internal static class Allocation
{
    private const int Passes = 16;

    /// <summary>What this thread allocates in one call, exact to the byte on average; measured after the code is settled.</summary>
    public static double PerCall(Candidate candidate)
    {
        candidate.Run(Passes);
        long before = GC.GetAllocatedBytesForCurrentThread();
        candidate.Run(Passes);
        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / (Passes * candidate.Calls);
    }
}
