namespace VendorErrors.Http.Timing;

/// <summary>Chance for jitter, which spreads load and keeps no secret. Safe for use by several threads.</summary>
internal static class SharedRandom
{
#if NET
#pragma warning disable CA5394 // It keeps no secret.
    internal static double Next() => Random.Shared.NextDouble();
#pragma warning restore CA5394
#else
    private static readonly Random s_random = new();

    internal static double Next()
    {
        lock (s_random)
        {
            return s_random.NextDouble();
        }
    }
#endif
}
