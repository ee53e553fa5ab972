using FluentAssertions;
using VendorErrors.Retries;
using Xunit;

namespace VendorErrors.Tests.Retries;

/// <summary>What later steps make of a decision, and how it reads in a log.</summary>
public class RetryDecisionTests
{
    private static readonly TimeSpan s_wait = TimeSpan.FromSeconds(5);

    private static readonly RetryDecision s_retry = new(RetryAction.Retry, s_wait, StopReason.None, usedOverride: true, Results.Advice);

    [Theory]
    [InlineData(RetryAction.Stop, null, StopReason.CodeRetryLimit, "stop: code_retry_limit")]
    [InlineData(RetryAction.Stop, 5, StopReason.WaitExceedsMaximum, "stop: wait_exceeds_maximum")]
    [InlineData(RetryAction.Retry, 5, StopReason.None, "retry after 00:00:05")]
    [InlineData(RetryAction.RefreshThenRetry, null, StopReason.None, "refresh_then_retry")]
    [InlineData(RetryAction.Return, null, StopReason.None, "return")]
    public void ToString_EachKind_SaysActionWaitAndReason(RetryAction action, int? seconds, StopReason reason, string text) =>
        new RetryDecision(action, seconds is { } wait ? TimeSpan.FromSeconds(wait) : null, reason, usedOverride: false, Results.Advice).ToString().Should().Be(text);

    [Fact]
    public void RecordOverride_OfADecision_ChangesNothingElse()
    {
        var decision = new RetryDecision(RetryAction.Retry, s_wait, StopReason.None, usedOverride: false, Results.Advice);

        decision.RecordOverride().Should().Be(s_retry);
    }

    [Theory]
    [InlineData(StopReason.CoolingDown, true)]
    [InlineData(StopReason.Cancelled, true)]
    [InlineData(StopReason.EffectApplied, false)]
    [InlineData(StopReason.NotRetryable, false)]
    public void Stop_ForAReason_KeepsTheWaitWhereItMayBeSentLater(StopReason reason, bool keeps) =>
        RetryDecision.Stop(reason, s_wait, Results.Advice).Wait.Should().Be(keeps ? s_wait : null);

    [Theory]
    [InlineData(StopReason.EffectUnknown, "Check first whether it happened*", Audience.Program)]
    [InlineData(StopReason.WaitExceedsMaximum, "Send it again later*", Audience.Program)]
    [InlineData(StopReason.WaitBeyondDeadline, "Send it again later*", Audience.Program)]
    [InlineData(StopReason.CoolingDown, "Send it again later*", Audience.Program)]
    [InlineData(StopReason.CodeRetryLimit, "Retries exhausted*", Audience.Operator)]
    [InlineData(StopReason.MaxRetriesReached, "Retries exhausted*", Audience.Operator)]
    [InlineData(StopReason.BudgetExhausted, "Retries exhausted*", Audience.Operator)]
    [InlineData(StopReason.ContentNotReplayable, "Raise ReplayLimit*", Audience.Developer)]
    [InlineData(StopReason.AlreadyRefreshed, "The new credential was refused too*", Audience.Operator)]
    [InlineData(StopReason.CredentialNotRefreshed, "Get a new credential*", Audience.Operator)]
    [InlineData(StopReason.NotRetryable, "Of the error.", Audience.Developer)]
    [InlineData(StopReason.EffectApplied, "Of the error.", Audience.Developer)]
    [InlineData(StopReason.EffectPartial, "Of the error.", Audience.Developer)]
    [InlineData(StopReason.Cancelled, "Of the error.", Audience.Developer)]
    public void Stop_ForEachReason_AdvisesWhatHelps(StopReason reason, string text, Audience audience)
    {
        Advice advice = RetryDecision.Stop(reason, wait: null, Results.Advice).Advice!;

        advice.Text.Should().Match(text);
        advice.Audience.Should().Be(audience);
    }
}
