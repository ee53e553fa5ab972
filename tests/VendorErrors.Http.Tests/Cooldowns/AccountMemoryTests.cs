using System.Runtime.CompilerServices;
using VendorErrors.Http.Cooldowns;
using VendorErrors.Http.Retries;

namespace VendorErrors.Http.Tests.Cooldowns;

/// <summary>What nobody uses is let go of. Alone, since the memory of the whole process is looked at.</summary>
[Collection(Alone.Name)]
public class AccountMemoryTests
{
    private const int Accounts = 1_000_000;

    [Trait("Category", "Slow")]
    [Theory(Timeout = 120_000)]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_AMillionAccountsThatNobodyUsesAnyMore_AreFreed(bool coolDown)
    {
        using var states = new VendorStates(new FakeTime());
        long before = GC.GetTotalMemory(forceFullCollection: true);

        Use(states, Accounts, coolDown);

        GC.Collect();
        long held = GC.GetTotalMemory(forceFullCollection: true) - before;
        Use(states, 200_000, coolDown: false);
        states.EndCount.Should().BeLessThanOrEqualTo(VendorStates.MaxEnds);
        states.Count.Should().BeLessThan(Accounts / 4, "what is not used is swept on the way");
        held.Should().BeLessThan(64L * 1024 * 1024);
    }

    [Fact]
    public void Of_AnAccountThatIsUsed_StaysTheSame()
    {
        using var states = new VendorStates(new FakeTime());
        var options = new VendorErrorOptions { Account = "kept" };
        VendorClientState kept = states.Of(Vendor.Dexatel, options);

        Use(states, 10_000, coolDown: false);
        GC.Collect();

        states.Of(Vendor.Dexatel, options).Should().BeSameAs(kept);
    }

    [Fact]
    public void Of_AnAccountThatComesBackWhileItCoolsDown_StillCoolsDown()
    {
        var time = new FakeTime();
        using var states = new VendorStates(time);
        Start(states, "x", TimeSpan.FromSeconds(100));
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        time.Advance(TimeSpan.FromSeconds(40));

        LeftOf(states, "x").Should().Be(TimeSpan.FromSeconds(60));
    }

    [Trait("Category", "Slow")]
    [Fact]
    public void LaneOf_ManyLimitsOneAfterTheOther_HoldsOnlyThoseInUse()
    {
        using var states = new VendorStates(new FakeTime());
        VendorClientState state = states.Of(Vendor.Dexatel, new VendorErrorOptions());
        AccountCooldown account = state.Cooldown;
        CooldownLane kept = account.LaneOf(TimeSpan.FromHours(1));

        for (var i = 1; i <= 10_000; i++)
        {
            account.LaneOf(TimeSpan.FromSeconds(i));
        }

        GC.Collect();
        account.LaneOf(TimeSpan.FromHours(1)).Should().BeSameAs(kept);
        account.LaneCount.Should().BeLessThan(10_000);
        GC.KeepAlive(state);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Use(VendorStates states, int count, bool coolDown)
    {
        for (var i = 0; i < count; i++)
        {
            var name = $"tenant-{i}";
            if (coolDown)
            {
                Start(states, name, TimeSpan.FromSeconds(60 + i));
            }
            else
            {
                states.Of(Vendor.Dexatel, new VendorErrorOptions { Account = name });
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Start(VendorStates states, string account, TimeSpan wait)
    {
        AccountCooldown cooldown = states.Of(Vendor.Dexatel, new VendorErrorOptions { Account = account }).Cooldown;
        cooldown.Start(cooldown.LaneOf(TimeSpan.FromHours(1)), wait, TimeSpan.FromHours(1));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TimeSpan? LeftOf(VendorStates states, string account) =>
        states.Of(Vendor.Dexatel, new VendorErrorOptions { Account = account }).Cooldown.LaneOf(TimeSpan.FromHours(1)).Left;
}
