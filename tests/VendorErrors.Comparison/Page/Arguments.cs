using System.Globalization;

namespace VendorErrors.Comparison.Page;

/// <summary>What the command line asks for.</summary>
/// <param name="Mode">What is done with the figures.</param>
/// <param name="Calls">How many calls.</param>
/// <param name="Seed">The seed of the traffic.</param>
/// <param name="Fault">Why it cannot be done, as one line; null where it can.</param>
internal sealed record Arguments(Mode Mode, int Calls, int Seed, string? Fault = null)
{
    private const int DefaultCalls = 10_000;
    private const int MostCalls = 1_000_000;
    private const int DefaultSeed = 1;

    internal static Arguments Parse(IReadOnlyList<string> args)
    {
        var parsed = new Arguments(Mode.Print, DefaultCalls, DefaultSeed);
        for (var i = 0; i < args.Count && parsed.Fault is null; i++)
        {
            string? value = i + 1 < args.Count ? args[i + 1] : null;
            switch (args[i])
            {
                case "--write":
                    parsed = parsed with { Mode = Mode.Write };
                    break;
                case "--check":
                    parsed = parsed with { Mode = Mode.Check };
                    break;
                case "--calls":
                    parsed = TryRead(value, 1, MostCalls, out int calls) ? parsed with { Calls = calls } : parsed.Refuse($"--calls takes a whole number from 1 to {MostCalls}");
                    i++;
                    break;
                case "--seed":
                    parsed = TryRead(value, 0, int.MaxValue, out int seed) ? parsed with { Seed = seed } : parsed.Refuse($"--seed takes a whole number from 0 to {int.MaxValue}");
                    i++;
                    break;
                default:
                    parsed = parsed.Refuse($"'{args[i]}' is none of --write, --check, --calls N, --seed N");
                    break;
            }
        }

        bool isOfPage = parsed.Calls == DefaultCalls && parsed.Seed == DefaultSeed;
        return parsed.Fault is null && parsed.Mode != Mode.Print && !isOfPage ? parsed.Refuse($"the page is of {DefaultCalls} calls and seed {DefaultSeed}: leave --calls and --seed out") : parsed;
    }

    private static bool TryRead(string? text, int least, int most, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= least && value <= most;

    private Arguments Refuse(string fault) => this with { Fault = fault };
}
