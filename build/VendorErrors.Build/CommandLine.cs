using VendorErrors.Build.Legs;

namespace VendorErrors.Build;

/// <summary>
/// What the arguments ask for: nothing for every leg of a change, the names of legs, or one name with arguments of its own.
/// </summary>
internal static class CommandLine
{
    internal static async Task<int> RunAsync(string[] arguments, IReadOnlyList<Leg> all)
    {
        if (arguments is ["help" or "--help" or "-h", ..])
        {
            PrintHelp(all, Console.Out);
            return 0;
        }

        if (Select(arguments, all) is not { } run)
        {
            await Console.Error.WriteLineAsync($"Unknown leg in '{string.Join(' ', arguments)}'.{Environment.NewLine}");
            PrintHelp(all, Console.Error);
            return 2;
        }

        return await run.ExecuteAsync();
    }

    /// <summary>The run that the arguments ask for; null where one of them is no leg.</summary>
    internal static Run? Select(string[] arguments, IReadOnlyList<Leg> all)
    {
        if (arguments.Length == 0)
        {
            return new Run([.. all.Where(leg => !leg.OnRequest)], []);
        }

        if (Find(arguments[0]) is { TakesArguments: true } alone)
        {
            return new Run([alone], arguments[1..]);
        }

        Leg?[] named = [.. arguments.Select(Find)];
        return named.Any(leg => leg is null or { TakesArguments: true }) ? null : new Run(named!, []);

        Leg? Find(string name) => all.FirstOrDefault(leg => leg.Name == name);
    }

    private static void PrintHelp(IReadOnlyList<Leg> all, TextWriter writer)
    {
        writer.WriteLine("bash .ci/run             every leg of a change");
        writer.WriteLine("bash .ci/run LEG...      these legs alone");
        writer.WriteLine();
        foreach (Leg leg in all)
        {
            writer.WriteLine($"  {leg.Name,-15} {leg.About}{(leg.OnRequest ? " (only when it is named)" : string.Empty)}");
        }
    }
}
