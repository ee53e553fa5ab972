using System.Globalization;
using VendorErrors.FleetComparison.Contestants;
using VendorErrors.FleetComparison.Plan;
using VendorErrors.FleetComparison.Stores;

namespace VendorErrors.FleetComparison.Page;

/// <summary>What the command line asks for.</summary>
/// <param name="Scale">How large the runs are.</param>
/// <param name="Contestants">Who runs.</param>
/// <param name="Stores">On which stores, those that need one.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Results">The file that reports are added to; null for none.</param>
/// <param name="Mode">What is done.</param>
/// <param name="Fault">Why it cannot be done; null where it can.</param>
internal sealed record FleetArguments(FleetScale Scale, IReadOnlyList<FleetContestant> Contestants, IReadOnlyList<string> Stores, int Seed, string? Results, FleetMode Mode, string? Fault = null)
{
    internal static FleetArguments Parse(IReadOnlyList<string> args)
    {
        var parsed = new FleetArguments(FleetScale.Find("small")!, FleetContestant.All, StoreServer.Names, Seed: 1, Results: null, FleetMode.Run);
        for (var i = 0; i < args.Count && parsed.Fault is null; i++)
        {
            string value = i + 1 < args.Count ? args[i + 1] : string.Empty;
            switch (args[i])
            {
                case "--write":
                    parsed = parsed with { Mode = FleetMode.Write };
                    continue;
                case "--check":
                    parsed = parsed with { Mode = FleetMode.Check };
                    continue;
                case "--cost":
                    parsed = parsed with { Mode = FleetMode.Cost };
                    continue;
                case "--scale" when FleetScale.Find(value) is { } scale:
                    parsed = parsed with { Scale = scale };
                    break;
                case "--contestant" when FleetContestant.Find(value) is { } contestant:
                    parsed = parsed with { Contestants = [contestant] };
                    break;
                case "--store" when StoreServer.Names.Contains(value, StringComparer.Ordinal):
                    parsed = parsed with { Stores = [value] };
                    break;
                case "--seed" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int seed):
                    parsed = parsed with { Seed = seed };
                    break;
                case "--results" when value.Length > 0:
                    parsed = parsed with { Results = value };
                    break;
                default:
                    parsed = parsed with { Fault = Usage(args[i]) };
                    break;
            }

            i++;
        }

        return parsed;
    }

    private static string Usage(string argument) =>
        $"'{argument}' is none of --write, --check, --cost, --scale {Choice(FleetScale.All.Select(scale => scale.Name))}, --contestant {Choice(FleetContestant.All.Select(contestant => contestant.Id))}, --store {Choice(StoreServer.Names)}, --seed N, --results FILE, or what follows it is not one of these";

    private static string Choice(IEnumerable<string> names) => string.Join('|', names);
}
