namespace VendorErrors.Http.Tests.Kit;

/// <summary>Waits in real time, with a bound.</summary>
internal static class Eventually
{
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    internal static async Task TrueAsync(Func<bool> condition)
    {
        long start = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            if (TimeProvider.System.GetElapsedTime(start) > Patience)
            {
                throw new TimeoutException("It never happened.");
            }

            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
