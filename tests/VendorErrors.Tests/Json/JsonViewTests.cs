using FluentAssertions;
using VendorErrors.Json;
using VendorErrors.Tests.Classification.Compiled;
using Xunit;

namespace VendorErrors.Tests.Json;

public class JsonViewTests
{
    [Theory]
    [InlineData("""{"a":1,"b":2}""", 0, "1")]
    [InlineData("""{"a":null,"b":2}""", 1, "2")]
    [InlineData("""{"b":null,"c":3}""", 2, "3")]
    [InlineData("""{"b":null}""", 1, "null")]
    [InlineData("""{"a":null,"c":null}""", 0, "null")]
    [InlineData("""{"d":1}""", -1, "")]
    public void FirstOf_SeveralValues_IsTheFirstThatIsNotNullOrElseThere(string json, int expected, string text)
    {
        var paths = new PathTree();
        int[] slots = paths.SlotsOf(["a", "b", "c"]);
        JsonView view = Views.Of(json, paths);

        JsonSlot first = view.FirstOf(slots, out int index);

        index.Should().Be(expected);
        Views.TextOf(view, first).Should().Be(text);
    }

    [Fact]
    public void Item_BeyondTheSlots_IsMissing() => default(JsonView)[0].IsPresent.Should().BeFalse();

    [Fact]
    public void Read_Root_IsAValueLikeAnyOther()
    {
        JsonView view = Views.Of("7", new PathTree());

        view.Text(0).Should().Be("7");
        view.TryInt64(0, out long number).Should().BeTrue();
        number.Should().Be(7);
    }

    [Theory]
    [InlineData("\"GET\"", true)]
    [InlineData("\"Get\"", false)]
    [InlineData("\"GETS\"", false)]
    [InlineData("\"GE\"", false)]
    [InlineData("\"G\\u0045T\"", false)]
    [InlineData("\"SET\"", false)]
    public void EqualsExactly_Text_ComparesWithCaseAndWithoutEscapes(string json, bool expected)
    {
        JsonView view = Views.Of(json, new PathTree());

        view.EqualsExactly(view[0], "GET").Should().Be(expected);
    }
}
