namespace VendorErrors.Testing.Tests.Kit;

/// <summary>Waits until nothing runs or wants to run on the thread pool, so that a clock moved by hand overtakes nobody.</summary>
internal static class Quiet
{
    private const int Looks = 3;

    internal static async Task OnThePoolAsync()
    {
        long completed = -1;
        for (var quiet = 0; quiet < Looks;)
        {
            // The delay itself is an item of work.
            await Task.Delay(2);
            long now = ThreadPool.CompletedWorkItemCount;
            quiet = ThreadPool.PendingWorkItemCount == 0 && now - completed <= 2 ? quiet + 1 : 0;
            completed = now;
        }
    }
}
