using System.Globalization;
using VendorErrors.FleetComparison.Measures;
using VendorErrors.FleetComparison.Page;
using VendorErrors.FleetComparison.Stores;

namespace VendorErrors.FleetComparison.Cost;

/// <summary>Measures each store.</summary>
internal static class CostRuns
{
    internal static async Task<int> RunAsync(FleetArguments arguments)
    {
        foreach (string name in arguments.Stores)
        {
            await using StoreServer? store = StoreServer.Create(name);
            if (store is null)
            {
                await Console.Error.WriteLineAsync($"{name} is left out: it is not installed");
                continue;
            }

            await store.StartAsync();
            IReadOnlyList<CostReport> reports = await LedgerCost.MeasureAsync(store);
            foreach (CostReport report in reports)
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{report.Store}, {report.AtOnce} at once: {report.Without:0} calls a second without an id, {report.With:0} with, ratio {report.Ratio:0.00}; {report.Questions:0.00} questions per call ({report.QuestionsWithout:0.00} without an id), {report.Trips:0.00} commands, {report.Syncs:0.00} writes to the disk; the disk does {report.DiskSyncs:0} a second"));
            }

            if (arguments.Results is { } file)
            {
                Results.Add(file, reports);
            }
        }

        return 0;
    }
}
