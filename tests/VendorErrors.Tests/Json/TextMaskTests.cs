using FluentAssertions;
using VendorErrors.Json.Simd;
using Xunit;

namespace VendorErrors.Tests.Json;

public class TextMaskTests
{
    private const ulong First = 1;
    private const ulong Last = 1UL << (Block.Size - 1);

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, ulong.MaxValue)]
    public void Next_NoQuote_IsAsItBegan(bool startsInText, ulong inText)
    {
        TextMask mask = startsInText ? TextMask.WithinText : default;

        mask.Next(0, 0).Should().Be(inText);
        mask.Next(0, 0).Should().Be(inText);
    }

    [Theory]
    [InlineData(Last, true)]
    [InlineData(Last | (Last >> 1), false)]
    [InlineData(Last | (Last >> 1) | (Last >> 2), true)]
    [InlineData(ulong.MaxValue, false)]
    [InlineData(ulong.MaxValue - 1, true)]
    [InlineData(Last >> 1, false)]
    public void Next_QuoteBehindABlockOfBackslashes_IsEscapedByAnOddRunAtItsEnd(ulong backslashes, bool isEscaped)
    {
        TextMask mask = TextMask.WithinText;
        mask.Next(0, backslashes);

        mask.Next(quotes: First, 0).Should().Be(isEscaped ? ulong.MaxValue : 0);
    }

    [Fact]
    public void Next_BackslashOnEachSideOfAnEdge_EscapesNothingFurther()
    {
        TextMask mask = TextMask.WithinText;
        mask.Next(0, backslashes: Last);
        mask.Next(0, backslashes: First);

        mask.Next(quotes: First, 0).Should().Be(0);
    }
}
