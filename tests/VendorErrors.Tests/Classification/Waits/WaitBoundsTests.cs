using FluentAssertions;
using VendorErrors.Classification.Waits;
using Xunit;

namespace VendorErrors.Tests.Classification.Waits;

public class WaitBoundsTests
{
    [Theory]
    [InlineData(-0.5, null)]
    [InlineData(0, 0L)]
    [InlineData(0.5, 1L)]
    [InlineData(2_678_400_000d, 2_678_400_000L)]
    [InlineData(2_678_400_000.5, null)]
    [InlineData(double.NaN, null)]
    [InlineData(double.PositiveInfinity, null)]
    public void Check_Milliseconds_AreRoundedUpWithinTheBounds(double milliseconds, long? expected) =>
        WaitBounds.Check(milliseconds).Should().Be(expected is { } wait ? TimeSpan.FromMilliseconds(wait) : null);
}
