using FluentAssertions;
using VendorErrors.Retries;
using Xunit;

namespace VendorErrors.Tests.Retries;

/// <summary>What the limits take, and how they refuse.</summary>
public class RetryLimitsTests
{
    public static TheoryData<string> Names => [nameof(RetryLimits.MaxRetryAttempts), nameof(RetryLimits.MaxWait), nameof(RetryLimits.BaseDelay), nameof(RetryLimits.MaxDelay)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Init_Zero_IsAllowed(string name) => FluentActions.Invoking(() => Of(name, 0)).Should().NotThrow();

    [Theory]
    [MemberData(nameof(Names))]
    public void Init_Negative_IsRefusedByName(string name) =>
        FluentActions.Invoking(() => Of(name, -1)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName(name).WithMessage("It must not be negative.*");

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 4)]
    [InlineData(2, 5)]
    public void Decide_OwnBackoff_GrowsFromItsBaseToItsCap(int retries, int seconds)
    {
        var limits = new RetryLimits { BaseDelay = TimeSpan.FromSeconds(2), MaxDelay = TimeSpan.FromSeconds(5) };

        VendorRetryPolicy.Decide(Results.Failure(Effect.None, RetryDisposition.AfterDelay), Results.Operation(OperationSafety.Read), new RetryState { Retries = retries }, limits)
            .Wait.Should().Be(TimeSpan.FromSeconds(seconds));
    }

    private static RetryLimits Of(string name, int value) => name switch
    {
        nameof(RetryLimits.MaxRetryAttempts) => new RetryLimits { MaxRetryAttempts = value },
        nameof(RetryLimits.MaxWait) => new RetryLimits { MaxWait = TimeSpan.FromTicks(value) },
        nameof(RetryLimits.BaseDelay) => new RetryLimits { BaseDelay = TimeSpan.FromTicks(value) },
        _ => new RetryLimits { MaxDelay = TimeSpan.FromTicks(value) },
    };
}
