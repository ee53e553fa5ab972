using FluentAssertions;
using VendorErrors.Retries;
using Xunit;

namespace VendorErrors.Tests.Conventions;

/// <summary>No default value means success, and no enum looks like an HTTP status or changes its numbers.</summary>
public class DefaultValueTests
{
    private const string ApprovedNumbers = "Conventions/public-enums.txt";

    private static readonly string[] s_optimistic =
    [
        "success", "ok", "applied", "accepted", "done", "return", "retry", "exact", "read", "idempotent", "won",
    ];

    public static TheoryData<string> EnumNames => new(Enums.Select(type => type.FullName!));

    private static IEnumerable<Type> Enums => typeof(Vendor).Assembly.GetExportedTypes().Where(type => type.IsEnum).OrderBy(type => type.FullName, StringComparer.Ordinal);

    [Fact]
    public void Result_Default_IsNoSuccess()
    {
        VendorResult result = default;

        result.IsSuccess.Should().BeFalse();
        result.IsFailure.Should().BeFalse();
        result.Outcome.Should().Be(VendorOutcome.Undetermined);
        result.Effect.Should().Be(Effect.Unknown);
        result.Confidence.Should().Be(Confidence.NotInspected);
        result.Retry.Disposition.Should().Be(RetryDisposition.Never);
        result.Evidence.Should().BeEmpty();
        (result == default).Should().BeTrue();
    }

    [Fact]
    public void Decision_OfADefaultResult_IsToStop()
    {
        VendorRetryPolicy.Decide(default, default).Action.Should().Be(RetryAction.Stop);
        VendorRetryPolicy.Decide(default, VendorOperation.FromMethod("GET")).Action.Should().Be(RetryAction.Stop);
        default(RetryDecision).Action.Should().Be(RetryAction.Stop);
    }

    [Fact]
    public void Operation_Default_IsAPlainWrite() => default(VendorOperation).Safety.Should().Be(OperationSafety.NonIdempotentWrite);

    [Theory]
    [MemberData(nameof(EnumNames))]
    public void Enum_Default_IsNoSuccess(string name)
    {
        Type type = typeof(Vendor).Assembly.GetType(name, throwOnError: true)!;

        string? zero = Enum.GetName(type, Enum.ToObject(type, 0));

        s_optimistic.Should().NotContain(zero?.ToLowerInvariant());
    }

    [Theory]
    [MemberData(nameof(EnumNames))]
    public void Enum_Numbers_AreUniqueAndBelow100(string name)
    {
        Type type = typeof(Vendor).Assembly.GetType(name, throwOnError: true)!;

        int[] numbers = [.. Enum.GetNames(type).Select(member => (int)Enum.Parse(type, member))];

        numbers.Should().OnlyHaveUniqueItems().And.OnlyContain(number => number >= 0 && number < 100);
    }

    [Fact]
    public void Enum_Numbers_AreTheApprovedOnes()
    {
        IEnumerable<string> actual = Enums.SelectMany(type => Enum.GetNames(type).Select(member => $"{type.Name}.{member} = {(int)Enum.Parse(type, member)}"));

        actual.Should().Equal(Resource.Lines(ApprovedNumbers), "numbers are explicit, never reused, and may only be added to");
    }
}
