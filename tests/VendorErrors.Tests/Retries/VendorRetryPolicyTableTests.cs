using FluentAssertions;
using VendorErrors.Retries;
using Xunit;
using static VendorErrors.Effect;
using static VendorErrors.OperationSafety;
using static VendorErrors.RetryDisposition;

namespace VendorErrors.Tests.Retries;

/// <summary>The table of effect, safety and disposition, cell by cell.</summary>
public class VendorRetryPolicyTableTests
{
    public static TheoryData<Effect, OperationSafety, RetryDisposition, RetryAction, StopReason> Cells
    {
        get
        {
            var cells = new TheoryData<Effect, OperationSafety, RetryDisposition, RetryAction, StopReason>();
            foreach (OperationSafety safety in (OperationSafety[])[Read, Idempotent, IdempotencyKeyed, NonIdempotentWrite])
            {
                // No effect: by the category's retry, whatever the request is.
                cells.Add(None, safety, Never, RetryAction.Stop, StopReason.NotRetryable);
                cells.Add(None, safety, AfterDelay, RetryAction.Retry, StopReason.None);
                cells.Add(None, safety, AfterCredentialRefresh, RetryAction.RefreshThenRetry, StopReason.None);
                foreach (RetryDisposition disposition in (RetryDisposition[])[Never, AfterDelay, AfterCredentialRefresh])
                {
                    cells.Add(Applied, safety, disposition, RetryAction.Stop, StopReason.EffectApplied);
                    cells.Add(Partial, safety, disposition, RetryAction.Stop, StopReason.EffectPartial);
                }
            }

            foreach (OperationSafety safety in (OperationSafety[])[Read, Idempotent, IdempotencyKeyed])
            {
                cells.Add(Unknown, safety, Never, RetryAction.Stop, StopReason.NotRetryable);
                cells.Add(Unknown, safety, AfterDelay, RetryAction.Retry, StopReason.None);
                cells.Add(Unknown, safety, AfterCredentialRefresh, RetryAction.RefreshThenRetry, StopReason.None);
            }

            cells.Add(Unknown, NonIdempotentWrite, Never, RetryAction.Stop, StopReason.EffectUnknown);
            cells.Add(Unknown, NonIdempotentWrite, AfterDelay, RetryAction.Stop, StopReason.EffectUnknown);
            cells.Add(Unknown, NonIdempotentWrite, AfterCredentialRefresh, RetryAction.Stop, StopReason.EffectUnknown);
            return cells;
        }
    }

    public static TheoryData<VendorOutcome> Successes => [VendorOutcome.Success, VendorOutcome.SuccessWithWarning, VendorOutcome.Accepted];

    [Theory]
    [MemberData(nameof(Cells))]
    public void Decide_Cell_IsAsTheTableSays(Effect effect, OperationSafety safety, RetryDisposition disposition, RetryAction action, StopReason reason)
    {
        RetryDecision decision = VendorRetryPolicy.Decide(Results.Failure(effect, disposition), Results.Operation(safety));

        decision.Action.Should().Be(action);
        decision.StopReason.Should().Be(reason);
        decision.UsedOverride.Should().BeFalse();
        decision.Advice.Should().NotBeNull();
    }

    [Fact]
    public void Cells_OfTheTable_AreAllThere() => Cells.Should().HaveCount(4 * 4 * 3);

    [Theory]
    [MemberData(nameof(Successes))]
    public void Decide_Success_ReturnsTheAnswer(VendorOutcome outcome)
    {
        RetryDecision decision = VendorRetryPolicy.Decide(Results.Of(outcome, Applied), Results.Operation(NonIdempotentWrite));

        decision.Action.Should().Be(RetryAction.Return);
        decision.StopReason.Should().Be(StopReason.None);
        decision.Wait.Should().BeNull();
        decision.UsedOverride.Should().BeFalse();
    }

    [Fact]
    public void Decide_PartialSuccess_StopsForTheWholeRequest() =>
        VendorRetryPolicy.Decide(Results.Of(VendorOutcome.PartialSuccess, Partial), Results.Operation(Read))
            .Should().Match<RetryDecision>(decision => decision.Action == RetryAction.Stop && decision.StopReason == StopReason.EffectPartial);

    [Fact]
    public void Decide_UnknownEffectOnAPlainWrite_AdvisesToLookFirst() =>
        VendorRetryPolicy.Decide(Results.Failure(Unknown, AfterDelay), Results.Operation(NonIdempotentWrite)).Advice!.Text.Should().StartWith("Check first whether it happened");

    [Theory]
    [InlineData(Idempotent)]
    [InlineData(Read)]
    [InlineData(IdempotencyKeyed)]
    public void Decide_OverrideThatMakesItAYes_IsRecorded(OperationSafety safety)
    {
        RetryDecision decision = VendorRetryPolicy.Decide(Results.Failure(Unknown, AfterDelay), Vendor.Dexatel.Operation("POST", "/v1/messages").WithSafety(safety));

        decision.Action.Should().Be(RetryAction.Retry);
        decision.UsedOverride.Should().BeTrue();
    }

    [Fact]
    public void Decide_OverrideThatWasNotNeeded_IsNotRecorded() =>
        VendorRetryPolicy.Decide(Results.Failure(None, AfterDelay), Vendor.Dexatel.Operation("POST", "/v1/messages").WithSafety(Idempotent)).UsedOverride.Should().BeFalse();

    [Fact]
    public void Decide_OverrideToAPlainWrite_Stops() =>
        VendorRetryPolicy.Decide(Results.Failure(Unknown, AfterDelay), Vendor.Dexatel.Operation("GET", "/v1/messages").WithSafety(NonIdempotentWrite))
            .StopReason.Should().Be(StopReason.EffectUnknown);

    [Theory]
    [InlineData(Applied)]
    [InlineData(Partial)]
    public void Decide_OverrideAfterAnEffect_ChangesNothing(Effect effect) =>
        VendorRetryPolicy.Decide(Results.Failure(effect, AfterDelay), Results.Operation(NonIdempotentWrite).WithSafety(Idempotent)).Action.Should().Be(RetryAction.Stop);
}
