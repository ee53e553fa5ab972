namespace VendorErrors.FleetComparison.Page;

/// <summary>What the program does.</summary>
internal enum FleetMode
{
    /// <summary>It runs fleets, and shows what came of it.</summary>
    Run,

    /// <summary>It measures what the ledger costs.</summary>
    Cost,

    /// <summary>It writes the page from the files of results.</summary>
    Write,

    /// <summary>It compares the page with what it would write.</summary>
    Check,
}
