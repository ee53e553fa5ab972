using System.Globalization;
using VendorErrors.FleetComparison.Contestants;
using VendorErrors.FleetComparison.Plan;
using VendorErrors.FleetComparison.Stores;

namespace VendorErrors.FleetComparison.Workers;

/// <summary>What a worker process is told when it starts.</summary>
/// <param name="Contestant">How it calls vendors.</param>
/// <param name="Scale">The times.</param>
/// <param name="Shift">How wrong its clock is.</param>
/// <param name="Store">Where the ledger is; null without one.</param>
/// <param name="Vendors">The addresses of the vendors.</param>
internal sealed record WorkerArguments(FleetContestant Contestant, FleetScale Scale, TimeSpan Shift, StoreAddress? Store, IReadOnlyDictionary<string, Uri> Vendors)
{
    internal const string Command = "worker";

    internal static WorkerArguments Parse(IReadOnlyList<string> args) => new(
        FleetContestant.Find(args[1])!,
        FleetScale.Find(args[2])!,
        TimeSpan.FromSeconds(int.Parse(args[3], CultureInfo.InvariantCulture)),
        args[4].Length == 0 ? null : new StoreAddress(args[4], args[5]),
        args.Skip(6).Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => new Uri(pair[1]), StringComparer.Ordinal));

    internal IReadOnlyList<string> ToArguments() =>
    [
        Command, Contestant.Id, Scale.Name, Shift.TotalSeconds.ToString(CultureInfo.InvariantCulture), Store?.Kind ?? string.Empty, Store?.Connection ?? string.Empty, .. Vendors.Select(pair => $"{pair.Key}={pair.Value}"),
    ];
}
