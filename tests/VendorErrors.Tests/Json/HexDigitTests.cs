using System.Globalization;
using FluentAssertions;
using VendorErrors.Json;
using Xunit;

namespace VendorErrors.Tests.Json;

public class HexDigitTests
{
    [Fact]
    public void Value_EveryByte_IsThatOfTheDigitOrMinusOne()
    {
        for (var digit = 0; digit <= byte.MaxValue; digit++)
        {
            int expected = int.TryParse([(char)digit], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int value) ? value : -1;

            HexDigit.Value((byte)digit).Should().Be(expected, "of byte {0}", digit);
        }
    }
}
