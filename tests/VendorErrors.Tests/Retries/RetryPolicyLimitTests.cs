using FluentAssertions;
using VendorErrors.Retries;
using Xunit;

namespace VendorErrors.Tests.Retries;

/// <summary>Everything that may only turn a yes into a no, in its order; waits; refresh.</summary>
public class RetryPolicyLimitTests
{
    private const int RowMaximum = 2;

    private static readonly RetryLimits s_limits = new() { MaxRetries = 3, MaxWait = TimeSpan.FromSeconds(30) };

    // In the order of the design: each fault, and all behind it at once.
    private static readonly StopReason[] s_order =
    [
        StopReason.ContentNotReplayable,
        StopReason.RowMaximum,
        StopReason.PolicyMaximum,
        StopReason.BudgetExhausted,
        StopReason.WaitAboveCap,
        StopReason.WaitBeyondDeadline,
        StopReason.CoolingDown,
        StopReason.Cancelled,
    ];

    public static TheoryData<StopReason, StopReason> Pairs
    {
        get
        {
            var pairs = new TheoryData<StopReason, StopReason>();
            for (var first = 0; first < s_order.Length; first++)
            {
                for (int second = first; second < s_order.Length; second++)
                {
                    pairs.Add(s_order[first], s_order[second]);
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Decide_TwoReasonsToStop_TheEarlierIsNamed(StopReason first, StopReason second)
    {
        RetryDecision decision = Decide([first, second]);

        decision.Action.Should().Be(RetryAction.Stop);
        decision.StopReason.Should().Be(first);
    }

    [Theory]
    [InlineData(StopReason.ContentNotReplayable)]
    [InlineData(StopReason.RowMaximum)]
    [InlineData(StopReason.PolicyMaximum)]
    [InlineData(StopReason.BudgetExhausted)]
    [InlineData(StopReason.WaitAboveCap)]
    [InlineData(StopReason.WaitBeyondDeadline)]
    [InlineData(StopReason.CoolingDown)]
    [InlineData(StopReason.Cancelled)]
    public void Decide_StopAfterWhichItMayBeSentLater_KeepsTheVendorsWait(StopReason reason) =>
        Decide([reason]).Wait.Should().Be(TimeSpan.FromSeconds(reason == StopReason.WaitAboveCap ? 31 : 10));

    [Theory]
    [InlineData(Effect.Unknown, RetryDisposition.AfterDelay, StopReason.EffectUnknown)]
    [InlineData(Effect.Applied, RetryDisposition.AfterDelay, StopReason.EffectApplied)]
    [InlineData(Effect.Partial, RetryDisposition.AfterDelay, StopReason.EffectPartial)]
    [InlineData(Effect.None, RetryDisposition.Never, StopReason.NotRetryable)]
    public void Decide_StopThatRulesSendingAgainOut_NamesNoWait(Effect effect, RetryDisposition disposition, StopReason reason)
    {
        VendorResult result = Results.Failure(effect, new RetryAdvice(disposition, TimeSpan.FromSeconds(5), WaitSource.RetryAfterHeader));

        RetryDecision decision = RetryPolicy.Decide(result, Results.Operation(OperationSafety.PlainWrite), new RetryState { CooldownLeft = TimeSpan.FromSeconds(9) });

        decision.StopReason.Should().Be(reason);
        decision.Wait.Should().BeNull("a stop is not a permission");
    }

    [Fact]
    public void Decide_GateThatIsClosed_NamesTheLongerWait()
    {
        RetryDecision decision = RetryPolicy.Decide(Hint(10), Results.Operation(OperationSafety.Read), new RetryState { GateClosed = true, CooldownLeft = TimeSpan.FromMinutes(5) }, s_limits);

        decision.StopReason.Should().Be(StopReason.CoolingDown);
        decision.Wait.Should().Be(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public void Decide_ClampedWaitThatDoesNotFit_NamesWhatTheVendorAskedFor() =>
        RetryPolicy.Decide(Hint(31), Results.Operation(OperationSafety.Read), new RetryState { TimeLeft = TimeSpan.FromSeconds(20) }, s_limits with { ClampWait = true })
            .Should().Match<RetryDecision>(decision => decision.StopReason == StopReason.WaitBeyondDeadline && decision.Wait == TimeSpan.FromSeconds(31));

    [Theory]
    [InlineData(OperationSafety.PlainWrite, RetryAction.Stop)]
    [InlineData(OperationSafety.Read, RetryAction.Retry)]
    [InlineData(OperationSafety.Idempotent, RetryAction.Retry)]
    public void Decide_Redirected_IsAnUnknownEffectOfAWrite(OperationSafety safety, RetryAction action)
    {
        var state = new RetryState { WasRedirected = true };

        RetryPolicy.Decide(Hint(1), Results.Operation(safety), state).Action.Should().Be(action);
        RetryPolicy.Reconsider(Hint(1), Results.Operation(safety), state).Effect.Should().Be(safety == OperationSafety.Read ? Effect.None : Effect.Unknown);
    }

    [Fact]
    public void Decide_RefreshThatFailed_NamesIt() =>
        RetryPolicy.Decide(Results.Failure(Effect.None, RetryDisposition.AfterCredentialRefresh), Results.Operation(OperationSafety.PlainWrite), new RetryState { RefreshFailed = true })
            .StopReason.Should().Be(StopReason.CredentialNotRefreshed);

    [Fact]
    public void Decide_CancelledByTheCaller_NamesIt() =>
        RetryPolicy.Decide(Results.Failure(Effect.None, RetryDisposition.Never, ErrorCategory.Cancelled), Results.Operation(OperationSafety.PlainWrite)).StopReason.Should().Be(StopReason.Cancelled);

    [Theory]
    [InlineData(OperationSafety.Idempotent, Effect.Unknown)]
    [InlineData(OperationSafety.KeyedWrite, Effect.Unknown)]
    [InlineData(OperationSafety.Read, Effect.None)]
    public void Reconsider_RefusalAfterAnUnknownEffect_LeavesTheEffectOfAWriteOpen(OperationSafety safety, Effect effect)
    {
        VendorResult result = RetryPolicy.Reconsider(Hint(1), Results.Operation(safety), new RetryState { EffectWasUnknown = true });

        result.Effect.Should().Be(effect);
        result.Retry.Should().Be(Hint(1).Retry, "it may still be sent again");
    }

    [Fact]
    public void Decide_NoReasonToStop_Retries()
    {
        RetryDecision decision = Decide([]);

        decision.Action.Should().Be(RetryAction.Retry);
        decision.Wait.Should().Be(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Decide_EffectOrCategory_ComesBeforeEveryLimit(StopReason first, StopReason second)
    {
        _ = second;
        Decide([first], Effect.Applied).StopReason.Should().Be(StopReason.EffectApplied);
        RetryPolicy.Decide(Results.Failure(Effect.None, RetryDisposition.Never), Results.Operation(OperationSafety.Read), StateOf([first]), s_limits)
            .StopReason.Should().Be(StopReason.NotRetryable);
    }

    [Fact]
    public void Decide_WaitAboveCapWithClamp_IsCut()
    {
        RetryDecision decision = RetryPolicy.Decide(Hint(31), Results.Operation(OperationSafety.Read), default, s_limits with { ClampWait = true });

        decision.Action.Should().Be(RetryAction.Retry);
        decision.Wait.Should().Be(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Decide_WaitAboveCap_SaysHowLongItWouldHaveBeen() =>
        RetryPolicy.Decide(Hint(31), Results.Operation(OperationSafety.Read), default, s_limits).Wait.Should().Be(TimeSpan.FromSeconds(31));

    [Theory]
    [InlineData(30, RetryAction.Retry)]
    [InlineData(29, RetryAction.Retry)]
    [InlineData(31, RetryAction.Stop)]
    public void Decide_WaitAtTheCap_IsAllowed(int seconds, RetryAction action) =>
        RetryPolicy.Decide(Hint(seconds), Results.Operation(OperationSafety.Read), default, s_limits).Action.Should().Be(action);

    [Theory]
    [InlineData(9, RetryAction.Stop)]
    [InlineData(10, RetryAction.Stop)]
    [InlineData(11, RetryAction.Retry)]
    public void Decide_Deadline_HasToLeaveTimeToSend(int timeLeft, RetryAction action) =>
        RetryPolicy.Decide(Hint(10), Results.Operation(OperationSafety.Read), new RetryState { TimeLeft = TimeSpan.FromSeconds(timeLeft) }, s_limits).Action.Should().Be(action);

    [Theory]
    [InlineData(0, RetryAction.Retry)]
    [InlineData(2, RetryAction.Retry)]
    [InlineData(3, RetryAction.Stop)]
    public void Decide_PolicyMaximum_CountsRetries(int retries, RetryAction action) =>
        RetryPolicy.Decide(Hint(1), Results.Operation(OperationSafety.Read), new RetryState { Retries = retries }, s_limits).Action.Should().Be(action);

    [Fact]
    public void Decide_Refresh_IsDoneOnce()
    {
        VendorResult expired = Vendor.YeastarPSeries.Classify(200, """{"errcode":10004,"errmsg":"TOKEN EXPIRED"}""", Vendor.YeastarPSeries.Operation("POST", "/openapi/v1.0/call/dial"));
        VendorOperation dial = Vendor.YeastarPSeries.Operation("POST", "/openapi/v1.0/call/dial");

        RetryPolicy.Decide(expired, dial).Action.Should().Be(RetryAction.RefreshThenRetry);
        RetryPolicy.Decide(expired, dial, new RetryState { Retries = 1, Refreshed = true })
            .Should().Match<RetryDecision>(decision => decision.Action == RetryAction.Stop && decision.StopReason == StopReason.AlreadyRefreshed);
        RetryPolicy.Decide(expired, dial, new RetryState { Retries = 1 }).Action.Should().Be(RetryAction.RefreshThenRetry, "a retry for another reason is no refresh");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    public void Decide_RefreshWithoutAHint_DoesNotWait(int? cooldown)
    {
        var state = new RetryState { CooldownLeft = cooldown is { } left ? TimeSpan.FromSeconds(left) : null };

        RetryPolicy.Decide(Results.Failure(Effect.None, RetryDisposition.AfterCredentialRefresh), Results.Operation(OperationSafety.Read), state).Wait.Should().BeNull();
    }

    [Theory]
    [InlineData(9, 10)]
    [InlineData(10, 10)]
    [InlineData(11, 11)]
    public void Decide_CoolDown_LengthensTheWait(int cooldown, int seconds) =>
        RetryPolicy.Decide(Hint(10), Results.Operation(OperationSafety.Read), new RetryState { CooldownLeft = TimeSpan.FromSeconds(cooldown) }, s_limits)
            .Wait.Should().Be(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void Decide_CoolDownAboveTheCap_IsCutOnlyByAClientThatClamps()
    {
        var cooling = new RetryState { CooldownLeft = TimeSpan.FromSeconds(31) };

        RetryDecision obeys = RetryPolicy.Decide(Hint(10), Results.Operation(OperationSafety.Read), cooling, s_limits);
        RetryDecision clamps = RetryPolicy.Decide(Hint(10), Results.Operation(OperationSafety.Read), cooling, s_limits with { ClampWait = true });

        obeys.StopReason.Should().Be(StopReason.WaitAboveCap);
        obeys.Wait.Should().Be(TimeSpan.FromSeconds(31));
        clamps.Action.Should().Be(RetryAction.Retry);
        clamps.Wait.Should().Be(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData(StopReason.PolicyMaximum)]
    [InlineData(StopReason.RowMaximum)]
    [InlineData(StopReason.BudgetExhausted)]
    public void Decide_Refresh_HasABoundOfItsOwn(StopReason bound)
    {
        VendorResult expired = Results.Failure(Effect.None, RetryDisposition.AfterCredentialRefresh);
        RetryLimits limits = bound == StopReason.PolicyMaximum ? s_limits with { MaxRetries = 0 } : s_limits;

        RetryPolicy.Decide(expired, Results.Operation(OperationSafety.PlainWrite), StateOf([bound]), limits).Action.Should().Be(RetryAction.RefreshThenRetry);
        RetryPolicy.Decide(expired, Results.Operation(OperationSafety.PlainWrite), StateOf([bound]) with { Refreshed = true }, limits).StopReason.Should().Be(StopReason.AlreadyRefreshed);
    }

    [Theory]
    [InlineData(StopReason.ContentNotReplayable)]
    [InlineData(StopReason.CoolingDown)]
    [InlineData(StopReason.Cancelled)]
    public void Decide_Refresh_IsBoundByTheRest(StopReason bound) =>
        RetryPolicy.Decide(Results.Failure(Effect.None, RetryDisposition.AfterCredentialRefresh), Results.Operation(OperationSafety.Read), StateOf([bound]), s_limits)
            .StopReason.Should().Be(bound);

    [Fact]
    public void Decide_TalkdeskRateLimit_WaitsOneTwoFourSeconds()
    {
        VendorResult limited = Vendor.TalkdeskDialer.Classify(200, """{"statusCode":10,"message":"Rate limit exceeded.","payload":null}""");

        WaitsOf(limited, jitter: 0.1).Should().Equal(1, 2, 4);
    }

    [Fact]
    public void Decide_TalkdeskRateLimitWithASentence_WaitsAsLongAsItSays()
    {
        VendorResult limited = Vendor.TalkdeskDialer.Classify(200, """{"statusCode":10,"message":"Rate limit exceeded. Please try again in 30 seconds.","payload":null}""");

        WaitsOf(limited, jitter: 0.1)[0].Should().Be(30);
    }

    [Fact]
    public void Decide_TalkdeskSystemError_WaitsSixtySecondsOnce()
    {
        VendorResult failed = Vendor.TalkdeskDialer.Classify(200, """{"statusCode":8,"message":"System Error","payload":null}""");
        VendorOperation read = Vendor.TalkdeskDialer.Operation("GET", "/Advanced Dialer/api/agent/1001");

        RetryPolicy.Decide(failed, read).Wait.Should().Be(TimeSpan.FromSeconds(60));
        RetryPolicy.Decide(failed, read, new RetryState { Retries = 1 }).StopReason.Should().Be(StopReason.RowMaximum);
    }

    [Theory]
    [InlineData(0.0, 0, 0.0)]
    [InlineData(0.5, 0, 0.5)]
    [InlineData(1.0, 2, 4.0)]
    [InlineData(0.5, 20, 15.0)]
    [InlineData(7.0, 0, 1.0)]
    [InlineData(-1.0, 0, 1.0)]
    [InlineData(double.NaN, 0, 1.0)]
    public void Decide_NoHint_BacksOffWithFullJitter(double jitter, int retries, double seconds) =>
        RetryPolicy.Decide(
            Results.Failure(Effect.None, RetryDisposition.AfterDelay),
            Results.Operation(OperationSafety.Read),
            new RetryState { Retries = retries, Jitter = jitter },
            new RetryLimits { MaxRetries = 100 }).Wait.Should().Be(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void Decide_Hint_IsNeverJittered() =>
        RetryPolicy.Decide(Hint(10), Results.Operation(OperationSafety.Read), new RetryState { Jitter = 0.01 }, s_limits).Wait.Should().Be(TimeSpan.FromSeconds(10));

    [Fact]
    public void Decide_ManyRetries_NeverOverflow() =>
        RetryPolicy.Decide(
            Vendor.TalkdeskDialer.Classify(200, """{"statusCode":10,"message":"x","payload":null}"""),
            Results.Operation(OperationSafety.Read),
            new RetryState { Retries = int.MaxValue - 1 },
            new RetryLimits { MaxRetries = int.MaxValue, MaxWait = TimeSpan.MaxValue }).Wait.Should().Be(TimeSpan.FromDays(31));

    [Fact]
    public void Default_OfTheLimits_AreTheNamedConstants()
    {
        RetryLimits.Default.Should().Be(new RetryLimits());
        RetryLimits.Default.MaxRetries.Should().Be(3);
        RetryLimits.Default.MaxWait.Should().Be(TimeSpan.FromSeconds(120));
        RetryLimits.Default.BackoffBase.Should().Be(TimeSpan.FromSeconds(1));
        RetryLimits.Default.BackoffCap.Should().Be(TimeSpan.FromSeconds(30));
        RetryLimits.Default.ClampWait.Should().BeFalse();
    }

    private static double[] WaitsOf(VendorResult result, double jitter) =>
    [
        .. Enumerable.Range(0, 3).Select(retries => RetryPolicy.Decide(result, Results.Operation(OperationSafety.PlainWrite), new RetryState { Retries = retries, Jitter = jitter }).Wait!.Value.TotalSeconds),
    ];

    private static VendorResult Hint(double seconds) =>
        Results.Failure(Effect.None, new RetryAdvice(RetryDisposition.AfterDelay, TimeSpan.FromSeconds(seconds), WaitSource.RetryAfterHeader));

    private static RetryDecision Decide(StopReason[] reasons, Effect effect = Effect.None)
    {
        double wait = reasons.Contains(StopReason.WaitAboveCap) ? 31 : 10;
        var advice = new RetryAdvice(RetryDisposition.AfterDelay, TimeSpan.FromSeconds(wait), WaitSource.RetryAfterHeader, RowMaximum, maxRetriesFromRow: true);
        RetryLimits limits = reasons.Contains(StopReason.PolicyMaximum) ? s_limits with { MaxRetries = 0 } : s_limits;
        return RetryPolicy.Decide(Results.Failure(effect, advice), Results.Operation(OperationSafety.Read), StateOf(reasons), limits);
    }

    private static RetryState StateOf(StopReason[] reasons) => new()
    {
        ContentIsConsumed = reasons.Contains(StopReason.ContentNotReplayable),
        Retries = reasons.Contains(StopReason.RowMaximum) ? RowMaximum : 0,
        BudgetExhausted = reasons.Contains(StopReason.BudgetExhausted),
        TimeLeft = reasons.Contains(StopReason.WaitBeyondDeadline) ? TimeSpan.FromSeconds(5) : null,
        GateClosed = reasons.Contains(StopReason.CoolingDown),
        Cancelled = reasons.Contains(StopReason.Cancelled),
    };
}
