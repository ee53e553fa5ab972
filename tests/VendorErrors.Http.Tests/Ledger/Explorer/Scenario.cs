namespace VendorErrors.Http.Tests.Ledger.Explorer;

/// <summary>What the explorer may do in one run.</summary>
internal sealed record Scenario
{
    /// <summary>How many deliveries of the same message there are.</summary>
    public int Deliveries { get; init; } = 2;

    /// <summary>Whether the vendor can be asked.</summary>
    public bool HasProbe { get; init; }

    /// <summary>How many processes die at the most.</summary>
    public int Deaths { get; init; } = 1;

    /// <summary>How many replies of the store get lost at the most.</summary>
    public int LostReplies { get; init; } = 1;

    /// <summary>How often time passes at the most.</summary>
    public int Passes { get; init; } = 3;

    /// <summary>Whether each delivery is another request under the same id.</summary>
    public bool HasOtherRequests { get; init; }

    /// <summary>Whether calls are sent where the store cannot be reached.</summary>
    public bool SendWithoutLedger { get; init; }
}
