using VendorErrors.Comparison.Traffic;

namespace VendorErrors.FleetComparison.Plan;

/// <summary>
/// The messages of a run, made once from a seed, the same for all contestants: the calls of the first table with its faults, but with waits of one or two
/// seconds, and neither outages nor tokens that time out. All are in the queue from the start.
/// </summary>
/// <param name="Jobs">The messages, in the order of the queue.</param>
/// <param name="Seed">The seed.</param>
internal sealed record FleetPlan(IReadOnlyList<FleetJob> Jobs, int Seed)
{
    /// <summary>One in so many messages is delivered twice at once, and of one in so many the acknowledgement gets lost.</summary>
    internal const int OddOnes = 100;

    private const int MostWaitSeconds = 2;

    internal static FleetPlan Make(FleetScale scale, int seed)
    {
        FleetJob[] jobs = [.. PlanMaker.Make(scale.Jobs, seed).Calls.Select(call => new FleetJob(WithShortWaits(call)))];

        // Calls whose first attempt the vendor would do and confirm: whatever goes wrong with them, the kill did it.
        int[] candidates = [.. jobs.Where(job => job.IsOfCustomer && job.Call.Faults[0].Kind == FaultKind.Done).Select(job => job.Number)];
        Shuffle(candidates, new Dice(seed + 1));
        int kills = 4 * scale.KillsPerWindow;
        int odd = scale.Jobs / OddOnes;
        if (candidates.Length < kills + (2 * odd))
        {
            throw new ArgumentException($"There are too few calls for {scale.KillsPerWindow} kills in each window.", nameof(scale));
        }

        for (var i = 0; i < kills; i++)
        {
            jobs[candidates[i]] = jobs[candidates[i]] with { Window = (KillWindow)(1 + (i % 4)) };
        }

        for (int i = kills; i < kills + odd; i++)
        {
            jobs[candidates[i]] = jobs[candidates[i]] with { IsDeliveredTwice = true };
            jobs[candidates[i + odd]] = jobs[candidates[i + odd]] with { LosesAcknowledgement = true };
        }

        return new FleetPlan(jobs, seed);
    }

    private static PlannedCall WithShortWaits(PlannedCall call) =>
        call with { Faults = [.. call.Faults.Select(fault => fault with { Wait = TimeSpan.FromSeconds(1 + ((int)fault.Wait.TotalSeconds % MostWaitSeconds)) })] };

    private static void Shuffle(int[] numbers, Dice dice)
    {
        for (int i = numbers.Length - 1; i > 0; i--)
        {
            int other = dice.Next(i + 1);
            (numbers[i], numbers[other]) = (numbers[other], numbers[i]);
        }
    }
}
