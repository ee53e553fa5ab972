using System.Globalization;
using System.Text;
using FluentAssertions;
using VendorErrors.Classification.Compiled;
using VendorErrors.Definitions;
using VendorErrors.Json;
using Xunit;
using static VendorErrors.ErrorCategory;

namespace VendorErrors.Tests.Classification.Compiled;

/// <summary>Codes that are words are found as fast among thousands as among three: held by the number of comparisons.</summary>
public class WordIndexTests
{
    private const int Many = 2000;

    [Theory]
    [InlineData("ERROR_{0}_NOT_FOUND")]
    [InlineData("{0}.busy")]
    [InlineData("a{0}")]
    public void Find_OneOfThousands_ComparesAHandful(string form)
    {
        WordIndex index = Of(Enumerable.Range(0, Many).Select(number => string.Format(CultureInfo.InvariantCulture, form, number)));

        index.LongestRun.Should().BeLessThan(Many / 40);
        Find(index, string.Format(CultureInfo.InvariantCulture, form, Many - 1)).Should().Be(string.Format(CultureInfo.InvariantCulture, form, Many - 1));
        Find(index, "nowhere").Should().BeNull();
    }

    [Theory]
    [InlineData("BUSY", "BUSY")]
    [InlineData("busy", "BUSY")]
    [InlineData("B\\u0055SY", "BUSY")]
    [InlineData("BUSY ", null)]
    [InlineData("", null)]
    public void Find_AsItIsWritten_CaseAndEscapesDoNotCount(string written, string? code) => Find(Of(["QUEUED", "BUSY"]), written).Should().Be(code);

    private static WordIndex Of(IEnumerable<string> codes)
    {
        var index = new WordIndex();
        foreach (string code in codes)
        {
            index.Add(new CatalogEntry(new CodeRow(code, code, NotFound), 0, 0, new PathTree()));
        }

        return index;
    }

    private static string? Find(WordIndex index, string written) =>
        index.Find(Encoding.UTF8.GetBytes(written), new JsonSlot(JsonKind.Text, 0, written.Length, written.Contains('\\', StringComparison.Ordinal)))?.Row.Code;
}
