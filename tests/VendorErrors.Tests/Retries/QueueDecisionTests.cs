using FluentAssertions;
using VendorErrors.Retries;
using VendorErrors.Testing;
using Xunit;

namespace VendorErrors.Tests.Retries;

/// <summary>What a worker does with a message, for each way in which its request can end.</summary>
public class QueueDecisionTests
{
    private static readonly TimeSpan s_wait = TimeSpan.FromSeconds(30);

    // What becomes of a message of which nothing was done, and of one of which nobody knows; by each reason, so that a new one is noticed.
    private static readonly Dictionary<StopReason, (QueueAction None, QueueAction Unknown)> s_expected = new()
    {
        [StopReason.None] = (QueueAction.CheckFirst, QueueAction.CheckFirst),
        [StopReason.NotRetryable] = (QueueAction.DeadLetter, QueueAction.DeadLetter),
        [StopReason.EffectUnknown] = (QueueAction.CheckFirst, QueueAction.CheckFirst),
        [StopReason.EffectApplied] = (QueueAction.Acknowledge, QueueAction.Acknowledge),
        [StopReason.EffectPartial] = (QueueAction.DeadLetter, QueueAction.DeadLetter),
        [StopReason.AlreadyRefreshed] = (QueueAction.Requeue, QueueAction.CheckFirst),
        [StopReason.ContentNotReplayable] = (QueueAction.Requeue, QueueAction.CheckFirst),
        [StopReason.CodeRetryLimit] = (QueueAction.Requeue, QueueAction.CheckFirst),
        [StopReason.MaxRetriesReached] = (QueueAction.Requeue, QueueAction.CheckFirst),
        [StopReason.BudgetExhausted] = (QueueAction.Requeue, QueueAction.CheckFirst),
        [StopReason.WaitExceedsMaximum] = (QueueAction.Requeue, QueueAction.CheckFirst),
        [StopReason.WaitBeyondDeadline] = (QueueAction.Requeue, QueueAction.CheckFirst),
        [StopReason.CoolingDown] = (QueueAction.Requeue, QueueAction.CheckFirst),
        [StopReason.Cancelled] = (QueueAction.Requeue, QueueAction.CheckFirst),
        [StopReason.CredentialNotRefreshed] = (QueueAction.Requeue, QueueAction.CheckFirst),

        // Under the same id, by which the ledger knows it.
        [StopReason.InFlight] = (QueueAction.Requeue, QueueAction.Requeue),
        [StopReason.AwaitingProbe] = (QueueAction.Requeue, QueueAction.Requeue),
        [StopReason.LedgerUnavailable] = (QueueAction.Requeue, QueueAction.Requeue),
        [StopReason.CallIdConflict] = (QueueAction.DeadLetter, QueueAction.DeadLetter),
    };

    private static readonly VendorResult s_refused = Vendor.TalkdeskDialer.Classify(429, "{}");
    private static readonly VendorResult s_unknown = Vendor.TalkdeskDialer.Classify(503, "{}");

    public static TheoryData<StopReason> Reasons => [.. Enum.GetValues<StopReason>()];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void ForQueue_EachReason_HasItsAction(StopReason reason)
    {
        RetryDecision decision = reason == StopReason.None ? default : RetryDecision.Stop(reason, s_wait);
        s_refused.Effect.Should().Be(Effect.None);
        s_unknown.Effect.Should().Be(Effect.Unknown);

        decision.ForQueue(s_refused).Action.Should().Be(s_expected[reason].None);
        decision.ForQueue(s_unknown).Action.Should().Be(s_expected[reason].Unknown);
        decision.ForQueue(s_unknown).Reason.Should().Be(reason);
    }

    [Theory]
    [MemberData(nameof(Reasons))]
    public void ForQueue_UnknownEffect_IsReQueuedOnlyWhereTwiceDoesNoHarm(StopReason reason)
    {
        RetryDecision decision = reason == StopReason.None ? default : RetryDecision.Stop(reason, s_wait);
        foreach (OperationSafety safety in Enum.GetValues<OperationSafety>())
        {
            QueueAction action = decision.ForQueue(s_unknown, default(VendorOperation).WithSafety(safety)).Action;

            action.Should().Be(safety is OperationSafety.Read or OperationSafety.Idempotent ? s_expected[reason].None : s_expected[reason].Unknown, "{0} of a {1}", reason, safety);
        }
    }

    [Theory]
    [MemberData(nameof(Reasons))]
    public void ForQueue_WhatWasDone_IsNeverReQueued(StopReason reason)
    {
        VendorResult partial = VendorResponses.Batch(Vendor.EightByEightConnect, [new VendorItem { Code = "1002" }], done: 1).Classify();
        VendorResult done = VendorRetryPolicy.Reconsider(Vendor.Dexatel.Classify(409, """{"errors":[{"code":1101}]}"""), Vendor.Dexatel.Operation("POST", "/x"), new RetryState { EffectWasUnknown = true });
        RetryDecision decision = reason == StopReason.None ? RetryDecision.Retry(s_wait) : RetryDecision.Stop(reason, s_wait);

        partial.Effect.Should().Be(Effect.Partial);
        decision.ForQueue(partial).Action.Should().NotBe(QueueAction.Requeue);
        decision.ForQueue(done).Action.Should().NotBe(QueueAction.Requeue);
        decision.ForQueue(default).Action.Should().NotBe(QueueAction.Requeue);
    }

    [Fact]
    public void ForQueue_Success_IsAcknowledged()
    {
        foreach (Vendor vendor in Vendor.All)
        {
            VendorResult success = VendorResponses.Success(vendor).Classify();
            VendorRetryPolicy.Decide(success, default).ForQueue(success).Should().Be(RetryDecision.Return().ForQueue(success)).And.Match<QueueDecision>(next => next.Action == QueueAction.Acknowledge && next.Wait == null);
        }

        RetryDecision.Return().ForQueue(default).Action.Should().Be(QueueAction.CheckFirst, "a success that nobody saw is none");
        RetryDecision.Return().ForQueue(s_unknown).Action.Should().Be(QueueAction.CheckFirst);
    }

    [Fact]
    public void ForQueue_VerdictThatNobodyGave_IsToBeChecked()
    {
        default(RetryDecision).ForQueue(default).Action.Should().Be(QueueAction.CheckFirst);
        VendorRetryPolicy.Decide(default, default).ForQueue(default).Action.Should().Be(QueueAction.CheckFirst);
        default(QueueDecision).Action.Should().Be(QueueAction.CheckFirst);
    }

    [Fact]
    public void ForQueue_AnswerThatNobodyCanRead_IsToBeChecked()
    {
        VendorResult unreadable = Results.Of(VendorOutcome.Undetermined, Effect.Unknown);

        unreadable.Outcome.Should().Be(VendorOutcome.Undetermined);
        RetryDecision.Stop(StopReason.NotRetryable).ForQueue(unreadable).Action.Should().Be(QueueAction.CheckFirst, "it may have happened");
    }

    [Fact]
    public void ForQueue_Requeue_HasTheWaitAndItsTime()
    {
        var now = new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
        QueueDecision next = RetryDecision.Stop(StopReason.WaitExceedsMaximum, s_wait).ForQueue(s_refused);

        next.Wait.Should().Be(s_wait);
        next.NotBefore(now).Should().Be(now + s_wait);
        next.Advice!.Text.Should().NotBeEmpty();
        next.ToString().Should().Be("requeue after 00:00:30: wait_exceeds_maximum");
        RetryDecision.Retry(s_wait).ForQueue(s_refused).Wait.Should().Be(s_wait);
        RetryDecision.RefreshThenRetry().ForQueue(s_refused).NotBefore(now).Should().BeNull();
        RetryDecision.Stop(StopReason.CoolingDown, s_wait).ForQueue(s_unknown).Wait.Should().BeNull("it is not re-queued");
        default(QueueDecision).ToString().Should().Be("check_first");
    }

    [Fact]
    public void Decisions_MadeByHand_AreThoseOfThePolicy()
    {
        RetryDecision.Stop(StopReason.EffectUnknown, s_wait).Wait.Should().BeNull("nobody may take a wait for a permission");
        RetryDecision.Stop(StopReason.EffectUnknown).Should().Be(VendorRetryPolicy.Decide(s_unknown, default));
        RetryDecision.Return().Should().Match<RetryDecision>(decision => decision.Action == RetryAction.Return && !decision.UsedOverride);
        RetryDecision.Retry().Should().Match<RetryDecision>(decision => decision.Action == RetryAction.Retry && decision.Wait == null && !decision.UsedOverride);
        RetryDecision.Retry(TimeSpan.Zero).Wait.Should().Be(TimeSpan.Zero, "at once is a wait, too");
        RetryDecision.RefreshThenRetry().Should().Match<RetryDecision>(decision => decision.Action == RetryAction.RefreshThenRetry && !decision.UsedOverride);
        FluentActions.Invoking(() => RetryDecision.Stop(StopReason.None)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("A stop has one of the reasons.*");
        FluentActions.Invoking(() => RetryDecision.Stop((StopReason)99)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => RetryDecision.Retry(TimeSpan.FromSeconds(-1))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("A wait is not negative.*");
        foreach (StopReason reason in Enum.GetValues<StopReason>().Where(reason => reason != StopReason.None))
        {
            RetryDecision.Stop(reason).StopReason.Should().Be(reason);
        }
    }
}
