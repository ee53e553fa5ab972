using System.Text;
using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Json;

public class AsciiTests
{
    [Theory]
    [InlineData("Not_Done", false, true)]
    [InlineData("Not Done", false, false)]
    [InlineData("Not Done", true, true)]
    [InlineData("NotXDone", true, false)]
    [InlineData("NOT_DONE ", true, false)]
    public void EqualsIgnoreCase_Text_TakesABlankForAnUnderscoreIfAsked(string left, bool blankIsUnderscore, bool expected) =>
        VendorErrors.Json.Ascii.EqualsIgnoreCase(Encoding.UTF8.GetBytes(left), "NOT_DONE", blankIsUnderscore).Should().Be(expected);
}
