#if NET
namespace VendorErrors.Testing;

/// <summary>The method that Microsoft.Bcl.TimeProvider has on .NET Standard.</summary>
internal static class TimeProviderExtensions
{
    internal static Task Delay(this TimeProvider time, TimeSpan delay, CancellationToken cancellationToken = default) => Task.Delay(delay, time, cancellationToken);
}
#endif
