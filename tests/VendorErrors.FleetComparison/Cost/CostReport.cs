namespace VendorErrors.FleetComparison.Cost;

/// <summary>What the ledger costs at one store and with so many calls at once.</summary>
/// <param name="Store">The store.</param>
/// <param name="AtOnce">How many calls there are at once.</param>
/// <param name="Without">Calls a second without an id.</param>
/// <param name="With">Calls a second with one.</param>
/// <param name="Ratio">The second divided by the first: the median of the pairs.</param>
/// <param name="Questions">How often the ledger asks its store, for each call with an id.</param>
/// <param name="QuestionsWithout">The same for each call without one.</param>
/// <param name="Trips">Commands that go over the wire, for each call with an id; null where the client does not count them.</param>
/// <param name="Syncs">How often the store says that it brought its log to the disk, for each call with an id; PostgreSQL says it late, so that it is on no page.</param>
/// <param name="DiskSyncs">How often a second the disk of this machine does that for one writer, measured beside it.</param>
/// <param name="At">When it was measured.</param>
internal sealed record CostReport(string Store, int AtOnce, double Without, double With, double Ratio, double Questions, double QuestionsWithout, double? Trips, double? Syncs, double DiskSyncs, DateTimeOffset At);
