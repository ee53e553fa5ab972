using FluentAssertions;
using VendorErrors.Retries;
using Xunit;

namespace VendorErrors.Tests.Retries;

/// <summary>What the limits take, and how they refuse.</summary>
public class RetryLimitsTests
{
    public static TheoryData<string> Names => [nameof(RetryLimits.MaxRetries), nameof(RetryLimits.MaxWait), nameof(RetryLimits.BackoffBase), nameof(RetryLimits.BackoffCap)];

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
        var limits = new RetryLimits { BackoffBase = TimeSpan.FromSeconds(2), BackoffCap = TimeSpan.FromSeconds(5) };

        RetryPolicy.Decide(Results.Failure(Effect.None, RetryDisposition.AfterDelay), Results.Operation(OperationSafety.Read), new RetryState { Retries = retries }, limits)
            .Wait.Should().Be(TimeSpan.FromSeconds(seconds));
    }

    private static RetryLimits Of(string name, int value) => name switch
    {
        nameof(RetryLimits.MaxRetries) => new RetryLimits { MaxRetries = value },
        nameof(RetryLimits.MaxWait) => new RetryLimits { MaxWait = TimeSpan.FromTicks(value) },
        nameof(RetryLimits.BackoffBase) => new RetryLimits { BackoffBase = TimeSpan.FromTicks(value) },
        _ => new RetryLimits { BackoffCap = TimeSpan.FromTicks(value) },
    };
}
