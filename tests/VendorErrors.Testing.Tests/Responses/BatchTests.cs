namespace VendorErrors.Testing.Tests.Responses;

/// <summary>Answers with results per entry.</summary>
public class BatchTests
{
    private static readonly VendorItem[] s_failed =
    [
        new() { Code = "1002", Message = "Invalid MSISDN", Id = "m-1" },
        new() { Code = "REJECTED", Message = "no reason", Id = "m-2" },
    ];

    [Fact]
    public void Batch_SomeFailed_IsAPartialSuccessWithItsItems()
    {
        VendorResult result = VendorResponses.Batch(Vendor.EightByEightConnect, s_failed, done: 3, new ResponseOptions { CorrelationId = "batch-17" }).Classify();

        (result.Outcome, result.Effect).Should().Be((VendorOutcome.PartialSuccess, Effect.Partial));
        result.Answer!.CorrelationId.Should().Be("batch-17");
        result.Answer.Items.Select(item => (item.Code, item.Message, item.Id, item.Category)).Should().Equal(
            ("1002", "Invalid MSISDN", "m-1", ErrorCategory.InvalidDestination),
            ("REJECTED", "no reason", "m-2", ErrorCategory.ValidationFailed));
    }

    [Fact]
    public void Batch_AllFailed_IsAFailure()
    {
        VendorResult result = VendorResponses.Batch(Vendor.EightByEightConnect, s_failed).Classify();

        result.Outcome.Should().Be(VendorOutcome.Failure);
        result.Answer!.Items.Should().HaveCount(2);
    }

    [Fact]
    public void Batch_NoneFailed_IsASuccess() => VendorResponses.Batch(Vendor.EightByEightConnect, [], done: 2).Classify().Outcome.Should().Be(VendorOutcome.Success);

    [Fact]
    public void Batch_VendorWithoutBatches_Throws() =>
        FluentActions.Invoking(() => VendorResponses.Batch(Vendor.Dialnexa, s_failed)).Should().Throw<ArgumentException>().WithMessage("dialnexa has no answer with results per entry.*");

    [Fact]
    public void Batch_NegativeCount_Throws() =>
        FluentActions.Invoking(() => VendorResponses.Batch(Vendor.EightByEightConnect, s_failed, done: -1)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("-1 entries cannot be done.*");
}
