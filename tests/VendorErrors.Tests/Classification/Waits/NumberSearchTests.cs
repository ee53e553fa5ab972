using FluentAssertions;
using VendorErrors.Classification.Waits;
using Xunit;

namespace VendorErrors.Tests.Classification.Waits;

/// <summary>Sentences of every length around that of a vector, in the middle of a memory full of digits.</summary>
public class NumberSearchTests
{
    private const int Longest = 50;
    private static readonly string s_digits = new('7', 40);

    [Fact]
    public void NextDigit_NoDigit_LooksNeitherBeforeNorBehind()
    {
        for (var length = 0; length <= Longest; length++)
        {
            var numbers = new NumberSearch(Within(new string('x', length)));

            numbers.NextDigit(0).Should().Be(-1, $"of {length} characters none is a digit");
            numbers.MayHaveSeenOne.Should().BeFalse();
        }
    }

    [Fact]
    public void NextDigit_OneDigit_IsFoundFromWhereverTheSearchBegins()
    {
        for (var length = 2; length <= Longest; length++)
        {
            for (var place = 1; place < length; place++)
            {
                var numbers = new NumberSearch(Within(new string('x', place) + '3' + new string('x', length - place - 1)));

                numbers.NextDigit(0).Should().Be(place);
                numbers.NextDigit(place).Should().Be(place);
                numbers.NextDigit(place + 1).Should().Be(-1);
            }
        }
    }

    [Fact]
    public void MayHaveSeenOne_TheLettersTogether_CountAndApartTheyDoNot()
    {
        for (var length = 2; length <= Longest; length++)
        {
            for (var place = 0; place < length - 1; place++)
            {
                SeesOne(new string('x', place) + "nE" + new string('x', length - place - 2)).Should().BeTrue($"it stands at {place} of {length}");
                SeesOne(new string('x', place) + "en" + new string('x', length - place - 2)).Should().BeFalse();
            }
        }
    }

    private static ReadOnlySpan<char> Within(string text) => (s_digits + text + s_digits).AsSpan(s_digits.Length, text.Length);

    private static bool SeesOne(string text)
    {
        var numbers = new NumberSearch(Within(text));
        _ = numbers.NextDigit(0);
        return numbers.MayHaveSeenOne;
    }
}
