using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using VendorErrors.Http.Accounts;

namespace VendorErrors.Http.Retries;

/// <summary>What the engine needs of the world: clock, chance, logs, and what the application supplies.</summary>
internal sealed class VendorServices
{
    public TimeProvider Time { get; init; } = TimeProvider.System;

    public ILogger Logger { get; init; } = NullLogger.Instance;

    public ICredentialRefresher? Refresher { get; init; }

    /// <summary>Where calls with an id are entered; null for nowhere.</summary>
    public CallLedger? Ledger { get; init; }

    /// <summary>Asks the vendor whether a call happened; null for nobody.</summary>
    public IEffectProbe? Probe { get; init; }

    /// <summary>The accounts that the client shares with others. Default: none that it shares.</summary>
    public VendorStates States { get => field ??= new VendorStates(Time, random: Random); init; }

    /// <summary>What clients with these options get: those that only observe share no account, so that they neither hold up others nor are held up.</summary>
    public VendorServices For(VendorErrorOptions options) =>
        options.Mode == HandlerMode.Observe ? new VendorServices { Time = Time, Logger = Logger, Refresher = Refresher, Random = Random } : this;

    public Func<double> Random { get; init; } = SharedRandom.Next;
}
