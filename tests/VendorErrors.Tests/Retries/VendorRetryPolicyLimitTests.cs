using FluentAssertions;
using VendorErrors.Retries;
using Xunit;

namespace VendorErrors.Tests.Retries;

/// <summary>Everything that may only turn a yes into a no, in its order; refresh.</summary>
public class VendorRetryPolicyLimitTests
{
    private const int CodeRetryLimit = 2;

    private static readonly RetryLimits s_limits = new() { MaxRetryAttempts = 3, MaxWait = TimeSpan.FromSeconds(30) };

    // In the order of the design: each fault, and all behind it at once.
    private static readonly StopReason[] s_order =
    [
        StopReason.ContentNotReplayable,
        StopReason.CodeRetryLimit,
        StopReason.MaxRetriesReached,
        StopReason.BudgetExhausted,
        StopReason.WaitExceedsMaximum,
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
    [InlineData(StopReason.CodeRetryLimit)]
    [InlineData(StopReason.MaxRetriesReached)]
    [InlineData(StopReason.BudgetExhausted)]
    [InlineData(StopReason.WaitExceedsMaximum)]
    [InlineData(StopReason.WaitBeyondDeadline)]
    [InlineData(StopReason.CoolingDown)]
    [InlineData(StopReason.Cancelled)]
    public void Decide_StopAfterWhichItMayBeSentLater_KeepsTheVendorsWait(StopReason reason) =>
        Decide([reason]).Wait.Should().Be(TimeSpan.FromSeconds(reason == StopReason.WaitExceedsMaximum ? 31 : 10));

    [Theory]
    [InlineData(Effect.Unknown, RetryDisposition.AfterDelay, StopReason.EffectUnknown)]
    [InlineData(Effect.Applied, RetryDisposition.AfterDelay, StopReason.EffectApplied)]
    [InlineData(Effect.Partial, RetryDisposition.AfterDelay, StopReason.EffectPartial)]
    [InlineData(Effect.None, RetryDisposition.Never, StopReason.NotRetryable)]
    public void Decide_StopThatRulesSendingAgainOut_NamesNoWait(Effect effect, RetryDisposition disposition, StopReason reason)
    {
        VendorResult result = Results.Failure(effect, new RetryAdvice(disposition, TimeSpan.FromSeconds(5), WaitSource.RetryAfterHeader));

        RetryDecision decision = VendorRetryPolicy.Decide(result, Results.Operation(OperationSafety.NonIdempotentWrite), new RetryState { CooldownLeft = TimeSpan.FromSeconds(9) });

        decision.StopReason.Should().Be(reason);
        decision.Wait.Should().BeNull("a stop is not a permission");
    }

    [Fact]
    public void Decide_GateThatIsClosed_NamesTheLongerWait()
    {
        RetryDecision decision = VendorRetryPolicy.Decide(Hint(10), Results.Operation(OperationSafety.Read), new RetryState { IsCoolingDown = true, CooldownLeft = TimeSpan.FromMinutes(5) }, s_limits);

        decision.StopReason.Should().Be(StopReason.CoolingDown);
        decision.Wait.Should().Be(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public void Decide_ClampedWaitThatDoesNotFit_NamesWhatTheVendorAskedFor() =>
        VendorRetryPolicy.Decide(Hint(31), Results.Operation(OperationSafety.Read), new RetryState { TimeLeft = TimeSpan.FromSeconds(20) }, s_limits with { ClampWait = true })
            .Should().Match<RetryDecision>(decision => decision.StopReason == StopReason.WaitBeyondDeadline && decision.Wait == TimeSpan.FromSeconds(31));

    [Fact]
    public void Decide_BackoffThatIsTheReasonToStop_IsNamed() =>
        VendorRetryPolicy.Decide(Results.Failure(Effect.None, RetryDisposition.AfterDelay), Results.Operation(OperationSafety.Read), default, s_limits with { BaseDelay = TimeSpan.FromSeconds(31), MaxDelay = TimeSpan.FromMinutes(2) })
            .Should().Match<RetryDecision>(decision => decision.StopReason == StopReason.WaitExceedsMaximum && decision.Wait == TimeSpan.FromSeconds(31));

    [Fact]
    public void Decide_BackoffOfAStopForAnotherReason_IsNotTheVendorsWait()
    {
        var state = new RetryState { BudgetExhausted = true, CooldownLeft = TimeSpan.Zero };

        RetryDecision decision = VendorRetryPolicy.Decide(Results.Failure(Effect.None, RetryDisposition.AfterDelay), Results.Operation(OperationSafety.Read), state, s_limits);

        decision.StopReason.Should().Be(StopReason.BudgetExhausted);
        decision.Wait.Should().BeNull("neither the vendor nor the account asks for one");
    }

    [Fact]
    public void Decide_StopWhereTheVendorAsksForDoublingWaits_NamesTheDoubledWait()
    {
        VendorResult limited = Vendor.TalkdeskDialer.Classify(200, """{"statusCode":10,"message":"Rate limit exceeded.","payload":null}""");

        VendorRetryPolicy.Decide(limited, Results.Operation(OperationSafety.Read), new RetryState { Retries = 2, BudgetExhausted = true })
            .Should().Match<RetryDecision>(decision => decision.StopReason == StopReason.BudgetExhausted && decision.Wait == TimeSpan.FromSeconds(4));
    }

    [Theory]
    [InlineData(OperationSafety.NonIdempotentWrite, RetryAction.Stop)]
    [InlineData(OperationSafety.Read, RetryAction.Retry)]
    [InlineData(OperationSafety.Idempotent, RetryAction.Retry)]
    public void Decide_Redirected_IsAnUnknownEffectOfAWrite(OperationSafety safety, RetryAction action)
    {
        var state = new RetryState { WasRedirected = true };

        VendorRetryPolicy.Decide(Hint(1), Results.Operation(safety), state).Action.Should().Be(action);
        VendorRetryPolicy.Reconsider(Hint(1), Results.Operation(safety), state).Effect.Should().Be(safety == OperationSafety.Read ? Effect.None : Effect.Unknown);
    }

    [Fact]
    public void Decide_RefreshThatFailed_NamesIt() =>
        VendorRetryPolicy.Decide(Results.Failure(Effect.None, RetryDisposition.AfterCredentialRefresh), Results.Operation(OperationSafety.NonIdempotentWrite), new RetryState { RefreshFailed = true })
            .StopReason.Should().Be(StopReason.CredentialNotRefreshed);

    [Fact]
    public void Decide_CancelledByTheCaller_NamesIt() =>
        VendorRetryPolicy.Decide(Results.Failure(Effect.None, RetryDisposition.Never, ErrorCategory.Cancelled), Results.Operation(OperationSafety.NonIdempotentWrite)).StopReason.Should().Be(StopReason.Cancelled);

    [Theory]
    [InlineData(OperationSafety.Idempotent, Effect.Unknown)]
    [InlineData(OperationSafety.IdempotencyKeyed, Effect.Unknown)]
    [InlineData(OperationSafety.Read, Effect.None)]
    public void Reconsider_RefusalAfterAnUnknownEffect_LeavesTheEffectOfAWriteOpen(OperationSafety safety, Effect effect)
    {
        VendorResult result = VendorRetryPolicy.Reconsider(Hint(1), Results.Operation(safety), new RetryState { EffectWasUnknown = true });

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
        VendorRetryPolicy.Decide(Results.Failure(Effect.None, RetryDisposition.Never), Results.Operation(OperationSafety.Read), StateOf([first]), s_limits)
            .StopReason.Should().Be(StopReason.NotRetryable);
    }

    [Theory]
    [InlineData(0, RetryAction.Retry)]
    [InlineData(2, RetryAction.Retry)]
    [InlineData(3, RetryAction.Stop)]
    public void Decide_MaxRetriesReached_CountsRetries(int retries, RetryAction action) =>
        VendorRetryPolicy.Decide(Hint(1), Results.Operation(OperationSafety.Read), new RetryState { Retries = retries }, s_limits).Action.Should().Be(action);

    [Fact]
    public void Decide_Refresh_IsDoneOnce()
    {
        VendorResult expired = Vendor.YeastarPSeries.Classify(200, """{"errcode":10004,"errmsg":"TOKEN EXPIRED"}""", Vendor.YeastarPSeries.Operation("POST", "/openapi/v1.0/call/dial"));
        VendorOperation dial = Vendor.YeastarPSeries.Operation("POST", "/openapi/v1.0/call/dial");

        VendorRetryPolicy.Decide(expired, dial).Action.Should().Be(RetryAction.RefreshThenRetry);
        VendorRetryPolicy.Decide(expired, dial, new RetryState { Retries = 1, Refreshed = true })
            .Should().Match<RetryDecision>(decision => decision.Action == RetryAction.Stop && decision.StopReason == StopReason.AlreadyRefreshed);
        VendorRetryPolicy.Decide(expired, dial, new RetryState { Retries = 1 }).Action.Should().Be(RetryAction.RefreshThenRetry, "a retry for another reason is no refresh");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    public void Decide_RefreshWithoutAHint_DoesNotWait(int? cooldown)
    {
        var state = new RetryState { CooldownLeft = cooldown is { } left ? TimeSpan.FromSeconds(left) : null };

        VendorRetryPolicy.Decide(Results.Failure(Effect.None, RetryDisposition.AfterCredentialRefresh), Results.Operation(OperationSafety.Read), state).Wait.Should().BeNull();
    }

    [Theory]
    [InlineData(StopReason.MaxRetriesReached)]
    [InlineData(StopReason.CodeRetryLimit)]
    [InlineData(StopReason.BudgetExhausted)]
    public void Decide_Refresh_HasABoundOfItsOwn(StopReason bound)
    {
        VendorResult expired = Results.Failure(Effect.None, RetryDisposition.AfterCredentialRefresh);
        RetryLimits limits = bound == StopReason.MaxRetriesReached ? s_limits with { MaxRetryAttempts = 0 } : s_limits;

        VendorRetryPolicy.Decide(expired, Results.Operation(OperationSafety.NonIdempotentWrite), StateOf([bound]), limits).Action.Should().Be(RetryAction.RefreshThenRetry);
        VendorRetryPolicy.Decide(expired, Results.Operation(OperationSafety.NonIdempotentWrite), StateOf([bound]) with { Refreshed = true }, limits).StopReason.Should().Be(StopReason.AlreadyRefreshed);
    }

    [Theory]
    [InlineData(StopReason.ContentNotReplayable)]
    [InlineData(StopReason.CoolingDown)]
    [InlineData(StopReason.Cancelled)]
    public void Decide_Refresh_IsBoundByTheRest(StopReason bound) =>
        VendorRetryPolicy.Decide(Results.Failure(Effect.None, RetryDisposition.AfterCredentialRefresh), Results.Operation(OperationSafety.Read), StateOf([bound]), s_limits)
            .StopReason.Should().Be(bound);

    [Fact]
    public void Default_OfTheLimits_AreTheNamedConstants()
    {
        RetryLimits.Default.Should().Be(new RetryLimits());
        RetryLimits.Default.MaxRetryAttempts.Should().Be(3);
        RetryLimits.Default.MaxWait.Should().Be(TimeSpan.FromSeconds(120));
        RetryLimits.Default.BaseDelay.Should().Be(TimeSpan.FromSeconds(1));
        RetryLimits.Default.MaxDelay.Should().Be(TimeSpan.FromSeconds(30));
        RetryLimits.Default.ClampWait.Should().BeFalse();
    }

    private static VendorResult Hint(double seconds) =>
        Results.Failure(Effect.None, new RetryAdvice(RetryDisposition.AfterDelay, TimeSpan.FromSeconds(seconds), WaitSource.RetryAfterHeader));

    private static RetryDecision Decide(StopReason[] reasons, Effect effect = Effect.None)
    {
        double wait = reasons.Contains(StopReason.WaitExceedsMaximum) ? 31 : 10;
        var advice = new RetryAdvice(RetryDisposition.AfterDelay, TimeSpan.FromSeconds(wait), WaitSource.RetryAfterHeader, CodeRetryLimit, maxRetryAttemptsFromCode: true);
        RetryLimits limits = reasons.Contains(StopReason.MaxRetriesReached) ? s_limits with { MaxRetryAttempts = 0 } : s_limits;
        return VendorRetryPolicy.Decide(Results.Failure(effect, advice), Results.Operation(OperationSafety.Read), StateOf(reasons), limits);
    }

    private static RetryState StateOf(StopReason[] reasons) => new()
    {
        ContentIsConsumed = reasons.Contains(StopReason.ContentNotReplayable),
        Retries = reasons.Contains(StopReason.CodeRetryLimit) ? CodeRetryLimit : 0,
        BudgetExhausted = reasons.Contains(StopReason.BudgetExhausted),
        TimeLeft = reasons.Contains(StopReason.WaitBeyondDeadline) ? TimeSpan.FromSeconds(5) : null,
        IsCoolingDown = reasons.Contains(StopReason.CoolingDown),
        Cancelled = reasons.Contains(StopReason.Cancelled),
    };
}
