namespace VendorErrors.Comparison.Time;

/// <summary>The thread pool that the program needs, as its project file asks for it.</summary>
internal static class SingleWorker
{
    /// <summary>Why the pool is not as it has to be, as one line; null where it is.</summary>
    internal static string? FaultOfPool()
    {
        ThreadPool.GetMaxThreads(out int workers, out _);
        return workers == 1 ? null : $"the thread pool has {workers} workers, and only one makes two runs the same: unset DOTNET_ThreadPool_ForceMaxWorkerThreads, and run the program itself";
    }
}
