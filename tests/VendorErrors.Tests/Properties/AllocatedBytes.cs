namespace VendorErrors.Tests.Properties;

/// <summary>What a call takes from the heap.</summary>
internal static class AllocatedBytes
{
    /// <summary>The least of several calls, since the first ones make what is made once.</summary>
    public static long Of(Action call)
    {
        long least = long.MaxValue;
        for (var i = 0; i < 10; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            call();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
