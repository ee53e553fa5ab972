namespace VendorErrors.Http.Retries;

/// <summary>Waiting by an injected clock, and the names that Microsoft.Bcl.TimeProvider has for older frameworks.</summary>
internal static class TimeProviderExtensions
{
#if NET
    internal static Task Delay(this TimeProvider time, TimeSpan delay, CancellationToken cancellationToken) => Task.Delay(delay, time, cancellationToken);

    internal static CancellationTokenSource CreateCancellationTokenSource(this TimeProvider time, TimeSpan delay) => new(delay, time);
#endif

    /// <summary>Waits until a span is over that began at a timestamp. Never less: a timer counts in whole milliseconds, and may fire early.</summary>
    internal static async ValueTask DelayFromAsync(this TimeProvider time, long start, TimeSpan wait, bool isAsync, CancellationToken cancellationToken)
    {
        while (wait - time.GetElapsedTime(start) is { Ticks: > 0 } left)
        {
            Task delay = time.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), cancellationToken);
            if (isAsync)
            {
                await delay.ConfigureAwait(false);
            }
            else
            {
                delay.GetAwaiter().GetResult();
            }
        }
    }
}
