using FluentAssertions;
using VendorErrors.Retries;
using Xunit;

namespace VendorErrors.Tests.Retries;

/// <summary>How long the policy waits, and where a wait is too long.</summary>
public class VendorRetryPolicyWaitTests
{
    private static readonly RetryLimits s_limits = new() { MaxRetryAttempts = 3, MaxWait = TimeSpan.FromSeconds(30) };

    [Fact]
    public void Decide_WaitExceedsMaximumWithClamp_IsCut()
    {
        RetryDecision decision = VendorRetryPolicy.Decide(Hint(31), Results.Operation(OperationSafety.Read), default, s_limits with { ClampWait = true });

        decision.Action.Should().Be(RetryAction.Retry);
        decision.Wait.Should().Be(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Decide_WaitExceedsMaximum_SaysHowLongItWouldHaveBeen() =>
        VendorRetryPolicy.Decide(Hint(31), Results.Operation(OperationSafety.Read), default, s_limits).Wait.Should().Be(TimeSpan.FromSeconds(31));

    [Theory]
    [InlineData(30, RetryAction.Retry)]
    [InlineData(29, RetryAction.Retry)]
    [InlineData(31, RetryAction.Stop)]
    public void Decide_WaitAtTheCap_IsAllowed(int seconds, RetryAction action) =>
        VendorRetryPolicy.Decide(Hint(seconds), Results.Operation(OperationSafety.Read), default, s_limits).Action.Should().Be(action);

    [Theory]
    [InlineData(9, RetryAction.Stop)]
    [InlineData(10, RetryAction.Stop)]
    [InlineData(11, RetryAction.Retry)]
    public void Decide_Deadline_HasToLeaveTimeToSend(int timeLeft, RetryAction action) =>
        VendorRetryPolicy.Decide(Hint(10), Results.Operation(OperationSafety.Read), new RetryState { TimeLeft = TimeSpan.FromSeconds(timeLeft) }, s_limits).Action.Should().Be(action);

    [Theory]
    [InlineData(9, 10)]
    [InlineData(10, 10)]
    [InlineData(11, 11)]
    public void Decide_CoolDown_LengthensTheWait(int cooldown, int seconds) =>
        VendorRetryPolicy.Decide(Hint(10), Results.Operation(OperationSafety.Read), new RetryState { CooldownLeft = TimeSpan.FromSeconds(cooldown) }, s_limits)
            .Wait.Should().Be(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void Decide_CoolDownAboveTheCap_IsCutOnlyByAClientThatClamps()
    {
        var cooling = new RetryState { CooldownLeft = TimeSpan.FromSeconds(31) };

        RetryDecision obeys = VendorRetryPolicy.Decide(Hint(10), Results.Operation(OperationSafety.Read), cooling, s_limits);
        RetryDecision clamps = VendorRetryPolicy.Decide(Hint(10), Results.Operation(OperationSafety.Read), cooling, s_limits with { ClampWait = true });

        obeys.StopReason.Should().Be(StopReason.WaitExceedsMaximum);
        obeys.Wait.Should().Be(TimeSpan.FromSeconds(31));
        clamps.Action.Should().Be(RetryAction.Retry);
        clamps.Wait.Should().Be(TimeSpan.FromSeconds(30));
    }

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

        VendorRetryPolicy.Decide(failed, read).Wait.Should().Be(TimeSpan.FromSeconds(60));
        VendorRetryPolicy.Decide(failed, read, new RetryState { Retries = 1 }).StopReason.Should().Be(StopReason.CodeRetryLimit);
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
        VendorRetryPolicy.Decide(
            Results.Failure(Effect.None, RetryDisposition.AfterDelay),
            Results.Operation(OperationSafety.Read),
            new RetryState { Retries = retries, Jitter = jitter },
            new RetryLimits { MaxRetryAttempts = 100 }).Wait.Should().Be(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void Decide_Hint_IsNeverJittered() =>
        VendorRetryPolicy.Decide(Hint(10), Results.Operation(OperationSafety.Read), new RetryState { Jitter = 0.01 }, s_limits).Wait.Should().Be(TimeSpan.FromSeconds(10));

    [Fact]
    public void Decide_ManyRetries_NeverOverflow() =>
        VendorRetryPolicy.Decide(
            Vendor.TalkdeskDialer.Classify(200, """{"statusCode":10,"message":"x","payload":null}"""),
            Results.Operation(OperationSafety.Read),
            new RetryState { Retries = int.MaxValue - 1 },
            new RetryLimits { MaxRetryAttempts = int.MaxValue, MaxWait = TimeSpan.MaxValue }).Wait.Should().Be(TimeSpan.FromDays(31));

    private static double[] WaitsOf(VendorResult result, double jitter) =>
    [
        .. Enumerable.Range(0, 3).Select(retries => VendorRetryPolicy.Decide(result, Results.Operation(OperationSafety.NonIdempotentWrite), new RetryState { Retries = retries, Jitter = jitter }).Wait!.Value.TotalSeconds),
    ];

    private static VendorResult Hint(double seconds) =>
        Results.Failure(Effect.None, new RetryAdvice(RetryDisposition.AfterDelay, TimeSpan.FromSeconds(seconds), WaitSource.RetryAfterHeader));
}
