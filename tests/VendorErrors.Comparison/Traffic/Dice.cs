namespace VendorErrors.Comparison.Traffic;

/// <summary>Chance, the same for the same seed.</summary>
internal sealed class Dice(int seed)
{
#pragma warning disable CA5394 // Nothing secret: traffic that has to be the same in each run.
    private readonly Random _random = new(seed);

    /// <summary>From 0 up to, but not including, 1.</summary>
    public double Next() => _random.NextDouble();

    /// <summary>From 0 up to, but not including, the bound.</summary>
    public int Next(int bound) => _random.Next(bound);
#pragma warning restore CA5394

    /// <summary>A time between two others, in whole milliseconds, which is what timers count in.</summary>
    public TimeSpan Between(TimeSpan least, TimeSpan most) => TimeSpan.FromMilliseconds(Math.Round((least + ((most - least) * Next())).TotalMilliseconds));

    public T Pick<T>(IReadOnlyList<T> from) => from[Next(from.Count)];

    /// <summary>One of several, by their weights.</summary>
    public T Pick<T>(IReadOnlyList<T> from, Func<T, double> weight)
    {
        double left = Next() * from.Sum(weight);
        foreach (T one in from)
        {
            left -= weight(one);
            if (left < 0)
            {
                return one;
            }
        }

        return from[^1];
    }
}
