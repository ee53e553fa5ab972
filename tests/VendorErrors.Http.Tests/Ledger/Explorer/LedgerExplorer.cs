namespace VendorErrors.Http.Tests.Ledger.Explorer;

/// <summary>
/// Tries every order in which deliveries, a store, a vendor and time can act, by trying each choice at each step. What follows a state that another
/// order led to before is not tried again.
/// </summary>
internal static class LedgerExplorer
{
    /// <summary>Explores all orders, or as many as are asked for, each with a new entry.</summary>
    /// <param name="scenario">What may happen.</param>
    /// <param name="create">A store and its clock, for the run of a key.</param>
    /// <param name="random">Null for all orders, one after another; else so many are drawn.</param>
    /// <param name="most">How many orders at the most.</param>
    internal static async Task<Exploration> ExploreAsync(Scenario scenario, Func<Clock, ILedgerWorld> create, Random? random = null, int most = int.MaxValue)
    {
        var result = new Exploration();
        List<int> path = [];
        HashSet<string> states = new(StringComparer.Ordinal);
        string prefix = Guid.NewGuid().ToString("N");
        do
        {
            var clock = new Clock();

            // Where every order is tried, each has a store of its own, and the key need not differ.
            var run = new Run(scenario, create(clock), clock, random is null ? prefix + prefix : $"{prefix}{result.Orders:x32}");
            List<int> widths = [];
            int known = path.Count - 1;
            var isKnown = false;
            for (List<(string Name, Func<Task> Do)> choices = run.Choices(); choices.Count > 0 && !isKnown; choices = run.Choices())
            {
                int depth = widths.Count;
                widths.Add(choices.Count);
                if (depth == path.Count)
                {
                    path.Add(random?.Next(choices.Count) ?? 0);
                }

                await run.DoAsync(choices[path[depth]]);
                isKnown = random is null && depth >= known && !states.Add(await run.StateAsync());
            }

            if (!isKnown)
            {
                await run.VerifyAsync();
                result.Add(run);
            }

            if (random is not null)
            {
                path.Clear();
                continue;
            }

            // The next order: the last step that has another choice takes it.
            int last = widths.Count - 1;
            while (last >= 0 && path[last] + 1 >= widths[last])
            {
                last--;
            }

            if (last < 0)
            {
                result.States = states.Count;
                return result;
            }

            path[last]++;
            path.RemoveRange(last + 1, path.Count - last - 1);
        }
        while (result.Orders < most);

        return result;
    }
}
