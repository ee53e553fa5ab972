using FluentAssertions;
using VendorErrors.Retries;
using Xunit;
using static VendorErrors.ErrorCategory;
using static VendorErrors.OperationPurpose;

namespace VendorErrors.Tests.Retries;

/// <summary>After an attempt whose effect is unknown, "already exists" and "not found" may be our own success.</summary>
public class PriorAttemptRuleTests
{
    [Theory]
    [InlineData(Create, AlreadyExists, "use the existing one")]
    [InlineData(Delete, NotFound, "deleted")]
    public void Reconsider_OwnEarlierSuccess_IsAFailureWhoseEffectIsApplied(OperationPurpose purpose, ErrorCategory category, string advice)
    {
        VendorResult result = Results.Failure(Effect.None, RetryDisposition.Never, category);
        VendorOperation operation = Results.Operation(OperationSafety.NonIdempotentWrite, purpose);
        var state = new RetryState { Retries = 1, EffectWasUnknown = true };

        VendorResult reconsidered = VendorRetryPolicy.Reconsider(result, operation, state);
        RetryDecision decision = VendorRetryPolicy.Decide(result, operation, state);

        reconsidered.Outcome.Should().Be(VendorOutcome.Failure);
        reconsidered.Effect.Should().Be(Effect.Applied);
        reconsidered.Category.Should().Be(category);
        reconsidered.Answer!.Advice!.Text.Should().Contain(advice);
        reconsidered.Evidence.Should().ContainSingle(seen => seen.Source == EvidenceSource.History)
            .Which.Should().Match<Evidence>(seen => seen.Verdict == EvidenceVerdict.Won && seen.Location == "earlier attempt" && seen.Rule.Contains("its effect was unknown", StringComparison.Ordinal));
        decision.StopReason.Should().Be(StopReason.EffectApplied);
    }

    [Theory]
    [InlineData(Create, NotFound)]
    [InlineData(Create, ValidationFailed)]
    [InlineData(Delete, AlreadyExists)]
    [InlineData(Other, AlreadyExists)]
    [InlineData(Other, NotFound)]
    public void Reconsider_AnyOtherRefusal_LeavesOpenWhatTheEarlierAttemptDid(OperationPurpose purpose, ErrorCategory category)
    {
        VendorResult result = Results.Failure(Effect.None, RetryDisposition.Never, category);

        VendorResult reconsidered = VendorRetryPolicy.Reconsider(result, Results.Operation(OperationSafety.NonIdempotentWrite, purpose), new RetryState { EffectWasUnknown = true });

        reconsidered.Category.Should().Be(category);
        reconsidered.Effect.Should().Be(Effect.Unknown);
        reconsidered.Answer!.Advice!.Text.Should().StartWith("Check first whether it happened");
        reconsidered.Evidence.Should().ContainSingle(seen => seen.Source == EvidenceSource.History)
            .Which.Should().Match<Evidence>(seen => seen.Location == "earlier attempt" && seen.Rule.Contains("says nothing about it", StringComparison.Ordinal));
        VendorRetryPolicy.Reconsider(result, Results.Operation(OperationSafety.Read, purpose), new RetryState { EffectWasUnknown = true }).Should().Be(result, "a read has no effect");
    }

    [Fact]
    public void Reconsider_RefusalOfAWriteAfterARedirect_NamesTheRedirect()
    {
        VendorResult result = Results.Failure(Effect.None, RetryDisposition.Never, ValidationFailed);

        VendorResult reconsidered = VendorRetryPolicy.Reconsider(result, Results.Operation(OperationSafety.NonIdempotentWrite), new RetryState { WasRedirected = true });

        reconsidered.Effect.Should().Be(Effect.Unknown);
        reconsidered.Answer!.Advice!.Text.Should().StartWith("Check first whether it happened");
        reconsidered.Evidence.Should().ContainSingle(seen => seen.Source == EvidenceSource.History)
            .Which.Should().Match<Evidence>(seen => seen.Location == "redirect" && seen.Rule.Contains("another address answered", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Create, AlreadyExists)]
    [InlineData(Delete, NotFound)]
    public void Reconsider_WithoutThatHistory_StaysAsItIs(OperationPurpose purpose, ErrorCategory category)
    {
        VendorResult result = Results.Failure(Effect.None, RetryDisposition.Never, category);

        VendorRetryPolicy.Reconsider(result, Results.Operation(OperationSafety.NonIdempotentWrite, purpose), new RetryState { Retries = 1 }).Should().Be(result);
        VendorRetryPolicy.Decide(result, Results.Operation(OperationSafety.NonIdempotentWrite, purpose), new RetryState { Retries = 1 }).StopReason.Should().Be(StopReason.NotRetryable);
    }

    [Fact]
    public void Reconsider_DuplicateAudienceAfterATimeout_IsOurOwn()
    {
        VendorResult result = Vendor.Dexatel.Classify(409, """{"errors":[{"status":409,"code":1309,"message":"Audience already exists"}]}""", Vendor.Dexatel.Operation("POST", "/v1/audiences"));

        VendorRetryPolicy.Reconsider(result, Vendor.Dexatel.Operation("POST", "/v1/audiences"), new RetryState { EffectWasUnknown = true }).Effect.Should().Be(Effect.Applied);
    }

    [Fact]
    public void Reconsider_ExtensionThatIsGoneAfterItsDeletion_IsOurOwn()
    {
        const string path = "/openapi/v1.0/extension/delete?id=7&access_token=t";
        VendorResult result = Vendor.YeastarPSeries.Classify(200, """{"errcode":60001,"errmsg":"DATA NOT FOUND"}""", Vendor.YeastarPSeries.Operation("GET", path));

        VendorRetryPolicy.Reconsider(result, Vendor.YeastarPSeries.Operation("GET", path), new RetryState { EffectWasUnknown = true }).Effect.Should().Be(Effect.Applied);
    }
}
