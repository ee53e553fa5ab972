using System.Text;
using FluentAssertions;
using VendorErrors.Json.Simd;
using Xunit;

namespace VendorErrors.Tests.Json;

public class TextEndsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(33)]
    [InlineData(64)]
    [InlineData(70)]
    [InlineData(100)]
    public void From_StepsOfAnyLength_ShowsHalfABlockAtLeast(int step)
    {
        byte[] json = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 60).Select(i => new string('x', i % 11) + (i % 4 == 0 ? '\\' : '"'))));
        TextEnds ends = TextEnds.At(json);
        for (var from = 0; from < json.Length; from += step)
        {
            uint expected = 0;
            for (var i = 0; i < Block.Size / 2 && from + i < json.Length; i++)
            {
                expected |= json[from + i] is (byte)'"' or (byte)'\\' ? 1U << i : 0;
            }

            ((uint)ends.From(json, from)).Should().Be(expected, "from {0}", from);
        }
    }
}
