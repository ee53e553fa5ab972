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
    [InlineData(RetryAction.Stop, null, StopReason.RowMaximum, "stop: row_maximum")]
    [InlineData(RetryAction.Stop, 5, StopReason.WaitAboveCap, "stop: wait_above_cap")]
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

    [Fact]
    public void StopFor_ReasonWithoutAWait_KeepsTheWait() =>
        s_retry.StopFor(StopReason.EffectApplied).Should().Be(new RetryDecision(RetryAction.Stop, s_wait, StopReason.EffectApplied, usedOverride: false, Results.Advice));

    [Fact]
    public void StopFor_ReasonWithAWait_NamesThatWait() =>
        s_retry.StopFor(StopReason.CoolingDown, TimeSpan.FromSeconds(9)).Wait.Should().Be(TimeSpan.FromSeconds(9));

    [Theory]
    [InlineData(StopReason.EffectUnknown, "Look first whether it happened*", Audience.Program)]
    [InlineData(StopReason.WaitAboveCap, "Send again later*", Audience.Program)]
    [InlineData(StopReason.WaitBeyondDeadline, "Send again later*", Audience.Program)]
    [InlineData(StopReason.CoolingDown, "Send again later*", Audience.Program)]
    [InlineData(StopReason.RowMaximum, "Enough was tried*", Audience.Operator)]
    [InlineData(StopReason.PolicyMaximum, "Enough was tried*", Audience.Operator)]
    [InlineData(StopReason.BudgetExhausted, "Enough was tried*", Audience.Operator)]
    [InlineData(StopReason.ContentNotReplayable, "Send a content that can be read again*", Audience.Developer)]
    [InlineData(StopReason.AlreadyRefreshed, "The new credential was refused too*", Audience.Operator)]
    [InlineData(StopReason.CredentialNotRefreshed, "Get a new credential*", Audience.Operator)]
    [InlineData(StopReason.NotRetryable, "Of the error.", Audience.Developer)]
    [InlineData(StopReason.EffectApplied, "Of the error.", Audience.Developer)]
    [InlineData(StopReason.EffectPartial, "Of the error.", Audience.Developer)]
    [InlineData(StopReason.Cancelled, "Of the error.", Audience.Developer)]
    public void StopFor_EachReason_AdvisesWhatHelps(StopReason reason, string text, Audience audience)
    {
        Advice advice = s_retry.StopFor(reason).Advice!;

        advice.Text.Should().Match(text);
        advice.Audience.Should().Be(audience);
    }
}
