using FluentAssertions;
using VendorErrors.Json.Simd;
using Xunit;

namespace VendorErrors.Tests.Json;

public class BitsTests
{
    private const int Seed = 20260109;
    private const int Numbers = 2000;

    [Fact]
    public void Parity_RandomBits_IsThatOfTheBitsUpToEach()
    {
        var random = new Random(Seed);
        for (var i = 0; i < Numbers; i++)
        {
            ulong bits = (ulong)random.NextInt64() << (i & 1);
            ulong expected = 0;
            for (var bit = 0; bit < 64; bit++)
            {
                expected |= (ulong)(Bits.Count(bits << (63 - bit)) & 1) << bit;
            }

            Bits.Parity(bits).Should().Be(expected);
            Bits.ParityByShifts(bits).Should().Be(expected);
        }
    }
}
