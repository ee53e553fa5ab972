namespace VendorErrors.Classification.Waits;

/// <summary>The one place where this library looks at the clock: for a date in a header, when the caller did not say when the answer came.</summary>
internal static class PresentTime
{
#pragma warning disable RS0030 // Banned for everybody else, so that nobody forgets ReceivedAt.
    internal static DateTimeOffset Read() => DateTimeOffset.UtcNow;
#pragma warning restore RS0030
}
