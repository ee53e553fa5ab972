using VendorErrors.FleetComparison.Contestants;
using VendorErrors.FleetComparison.Measures;
using VendorErrors.FleetComparison.Page;
using VendorErrors.FleetComparison.Plan;
using VendorErrors.FleetComparison.Stores;

namespace VendorErrors.FleetComparison.Queue;

/// <summary>One run after the other, of each contestant on each store.</summary>
internal static class FleetRuns
{
    internal static async Task<int> RunAsync(FleetArguments arguments)
    {
        FleetPlan plan = FleetPlan.Make(arguments.Scale, arguments.Seed);
        List<FleetReport> reports = [];
        foreach (FleetContestant contestant in arguments.Contestants)
        {
            string?[] stores = contestant.HasLedger ? [.. arguments.Stores] : [null];
            foreach (string? name in stores)
            {
                await using StoreServer? store = name is null ? null : StoreServer.Create(name);
                if (name is not null && store is null)
                {
                    await Console.Error.WriteLineAsync($"{contestant.Name} on {name} is left out: it is not installed");
                    continue;
                }

                await (store?.StartAsync() ?? Task.CompletedTask);
                FleetReport report = await FleetRun.PlayAsync(plan, arguments.Scale, contestant, store, line => Console.Error.WriteLine($"{contestant.Id} {name}: {line}"));
                reports.Add(report);
                if (arguments.Results is { } file)
                {
                    Results.Add(file, report);
                }

                // With a ledger there is nothing to show, or something to find out.
                foreach (string line in contestant.HasLedger ? report.Traces : [])
                {
                    await Console.Error.WriteLineAsync(line);
                }
            }
        }

        Console.WriteLine(reports.Count == 0 ? "nothing ran" : FleetTable.Of(reports));
        return reports.Count == 0 ? 1 : 0;
    }
}
