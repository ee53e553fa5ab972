using System.Text;
using FluentAssertions;
using VendorErrors.Json;
using Xunit;

namespace VendorErrors.Tests.Json;

public class BlankTests
{
    private const string Blanks = " \n\r\t";

    [Fact]
    public void Skip_RunOfAnyLength_EndsAtTheFirstOtherByteOrTheEnd()
    {
        for (var length = 0; length < 100; length++)
        {
            string run = string.Concat(Enumerable.Range(0, length).Select(i => Blanks[i % Blanks.Length]));

            foreach (string rest in (string[])[string.Empty, "1", "\f", "\u00011"])
            {
                Blank.Skip(Encoding.UTF8.GetBytes("x" + run + rest), 1).Should().Be(1 + length, "of {0} blanks before '{1}'", length, rest);
            }
        }
    }
}
