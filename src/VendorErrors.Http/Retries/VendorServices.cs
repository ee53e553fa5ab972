using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace VendorErrors.Http.Retries;

/// <summary>What the engine needs of the world: clock, chance, logs, and what the application supplies.</summary>
internal sealed class VendorServices
{
    public TimeProvider Time { get; init; } = TimeProvider.System;

    public ILogger Logger { get; init; } = NullLogger.Instance;

    public ICredentialRefresher? Refresher { get; init; }

    /// <summary>The accounts that the client shares with others. Default: none that it shares.</summary>
    public VendorStates States { get => field ??= new VendorStates(Time, random: Random); init; }

    public Func<double> Random { get; init; } = SharedRandom;

#if NET
#pragma warning disable CA5394 // Jitter spreads load; it keeps no secret.
    internal static double SharedRandom() => System.Random.Shared.NextDouble();
#pragma warning restore CA5394
#else
    private static readonly Random s_random = new();

    internal static double SharedRandom()
    {
        lock (s_random)
        {
            return s_random.NextDouble();
        }
    }
#endif
}
