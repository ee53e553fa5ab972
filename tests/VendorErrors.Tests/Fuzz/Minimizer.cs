namespace VendorErrors.Tests.Fuzz;

/// <summary>Takes away from a case what its violation does not need.</summary>
internal static class Minimizer
{
    private const int MostAttempts = 20_000;

    internal static FuzzCase Minimize(FuzzCase fuzzed, Func<FuzzCase, string?> violation)
    {
        string? sought = violation(fuzzed);
        var attempts = 0;
        FuzzCase smallest = fuzzed with { Headers = [] };
        smallest = violation(smallest) == sought ? smallest : fuzzed;
        for (int size = smallest.Body.Length / 2; size > 0; size /= 2)
        {
            for (int start = 0; start + size <= smallest.Body.Length && attempts < MostAttempts; attempts++)
            {
                FuzzCase shorter = smallest with { Body = [.. smallest.Body.AsSpan(0, start), .. smallest.Body.AsSpan(start + size)] };
                if (violation(shorter) == sought)
                {
                    smallest = shorter;
                }
                else
                {
                    start += size;
                }
            }
        }

        return smallest;
    }
}
