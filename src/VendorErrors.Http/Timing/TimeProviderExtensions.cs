#if NET
namespace VendorErrors.Http.Timing;

/// <summary>The names that Microsoft.Bcl.TimeProvider has for older frameworks.</summary>
internal static class TimeProviderExtensions
{
    internal static Task Delay(this TimeProvider time, TimeSpan delay, CancellationToken cancellationToken) => Task.Delay(delay, time, cancellationToken);

    internal static CancellationTokenSource CreateCancellationTokenSource(this TimeProvider time, TimeSpan delay) => new(delay, time);
}
#endif
