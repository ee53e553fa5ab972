namespace VendorErrors.Http.Tests.Proof;

/// <summary>Makes a random script of a seed.</summary>
internal static class ScriptMaker
{
    private static readonly Fault[] s_faults = [Fault.NoSuchHost, Fault.Refused, Fault.Tls, Fault.Reset, Fault.EarlyEnd, Fault.TimedOut, Fault.LostHost, Fault.LostNetwork];

    // A vendor whose answers nobody has labeled by hand cannot be judged.
    private static readonly Vendor[] s_vendors = [.. Vendor.All.Where(KnownAnswers.Of.ContainsKey)];

    internal static Script Make(ulong seed)
    {
        var dice = new Dice(seed);
        Vendor vendor = dice.Pick(s_vendors);
        int id = 0;
        var callers = new List<IReadOnlyList<ScriptedCall>>();
        int concurrency = dice.Chance(40) ? 1 : dice.Between(2, 8);
        for (var caller = 0; caller < concurrency; caller++)
        {
            var calls = new List<ScriptedCall>();
            for (int count = dice.Between(1, 3); count > 0; count--)
            {
                calls.Add(MakeCall(dice, vendor, ++id, concurrency > 1));
            }

            callers.Add(calls);
        }

        return new Script(seed, vendor, MakeOptions(dice))
        {
            Callers = callers,
            Insider = dice.Chance(50) ? Insider.None : dice.Pick([Insider.ChangesTheHost, Insider.AddsAndWraps, Insider.Repeats, Insider.Clones]),
            HasRefresher = dice.Chance(85),
            Refreshes = [.. Enumerable.Range(0, 4).Select(_ => dice.Chance(70) ? RefreshOutcome.Succeeds : dice.Chance(50) ? RefreshOutcome.IsRefused : RefreshOutcome.Throws)],
            ValidFrom = dice.Pick([0, 0, 1, 1, 2]),
        };
    }

    private static VendorErrorOptions MakeOptions(Dice dice) => new()
    {
        MaxRetryAttempts = dice.Pick([0, 1, 3, 3, 3, 6]),
        MaxWait = TimeSpan.FromSeconds(dice.Pick([2, 10, 30, 120])),
        BaseDelay = TimeSpan.FromMilliseconds(dice.Pick([10, 1000])),
        MaxDelay = TimeSpan.FromSeconds(dice.Pick([1, 30])),
        TotalTimeout = dice.Chance(15) ? null : TimeSpan.FromSeconds(dice.Pick([5, 30, 100, 400])),
        Cooldown = dice.Pick([CooldownMode.Wait, CooldownMode.Wait, CooldownMode.FailFast, CooldownMode.Off]),
        ReplayLimit = dice.Pick([0, 10, 1024, 1024 * 1024]),
        RetryBudgetReserve = dice.Pick([1, 10, 100]),
        RetryBudgetRatio = dice.Pick([0, 0.2, 1]),
    };

    private static ScriptedCall MakeCall(Dice dice, Vendor vendor, int id, bool isConcurrent)
    {
        Operation operation = dice.Chance(20) && Operation.OfVendor(vendor) is { } own ? own : dice.Pick(Operation.OfAny);
        var steps = new List<Step>();
        for (int count = dice.Between(1, 5); count > 0; count--)
        {
            steps.Add(MakeStep(dice, vendor, isConcurrent));
        }

        return new ScriptedCall(id, operation, dice.Chance(10) && Asset.IsForNet, steps);
    }

    private static Step MakeStep(Dice dice, Vendor vendor, bool isConcurrent)
    {
        KnownAnswer answer = dice.Chance(70) ? dice.Pick(KnownAnswers.Of[vendor]) : dice.Pick(KnownAnswers.OfAny);
        if (vendor.Definition.SuccessMayCarryError && dice.Chance(3))
        {
            answer = KnownAnswers.PageUnder200;
        }

        bool isCut = dice.Chance(15);
        bool isSlow = dice.Chance(20);
        return new Step
        {
            Answer = answer,
            Fault = dice.Chance(20) ? dice.Pick(s_faults) : Fault.None,
            Executes = dice.Chance(60),
            CutAt = isCut ? dice.Next(100) : 100,
            BreaksAtCut = dice.Chance(50),
            ChunkBytes = isSlow ? dice.Pick([1, 7, 100]) : int.MaxValue,
            ChunkTime = isSlow ? TimeSpan.FromMilliseconds(dice.Pick([1, 50, 300])) : TimeSpan.Zero,
            Latency = TimeSpan.FromMilliseconds(dice.Pick([0, 5, 200, 2000])) + TimeSpan.FromTicks(dice.Next(10_000)),
            RetryAfterSeconds = dice.Chance(20) ? dice.Pick([0, 1, 2, 9, 29, 60, 119, 300]) : null,
            RetryAfterIsDate = dice.Chance(30),
            ResetSeconds = dice.Chance(10) ? dice.Between(1, 40) : null,
            BodySeconds = dice.Pick([1, 2, 5, 15, 45, 130]),
            RedirectStatus = dice.Chance(6) ? dice.Pick([302, 303, 307, 308]) : 0,
            RedirectExecutes = dice.Chance(50),
            SetsTheClock = dice.Chance(5) ? TimeSpan.FromHours(dice.Between(-30, 30)) : TimeSpan.Zero,
            Yields = isConcurrent && dice.Chance(40),
        };
    }
}
