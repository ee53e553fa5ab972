namespace VendorErrors.Http.Tests.Proof;

/// <summary>Everything that is random about one run; the same seed makes the same script.</summary>
internal sealed record Script(ulong Seed, Vendor Vendor, VendorErrorOptions Options)
{
    /// <summary>Callers at the same time, each with its requests one after the other.</summary>
    public required IReadOnlyList<IReadOnlyList<ScriptedCall>> Callers { get; init; }

    /// <summary>Which refreshes succeed, by their number; the last holds for the rest.</summary>
    public required IReadOnlyList<RefreshOutcome> Refreshes { get; init; }

    /// <summary>The handler of the application between ours and the transport.</summary>
    public Insider Insider { get; init; }

    /// <summary>Whether there is a refresher at all.</summary>
    public bool HasRefresher { get; init; }

    /// <summary>The token version below which the vendor says that the token timed out.</summary>
    public int ValidFrom { get; init; }

    public override string ToString() =>
        $"seed {Seed}, {Vendor.Id}, max {Options.MaxRetryAttempts}, wait {Options.MaxWait}, total {Options.TotalTimeout}, cooldown {Options.Cooldown}, inside {Insider}\n" +
        string.Join('\n', Callers.SelectMany((calls, caller) => calls.Select(call => $"  caller {caller}: {call}")));
}
