using FluentAssertions;
using VendorErrors.Classification;
using VendorErrors.Classification.Compiled;
using VendorErrors.Definitions;
using VendorErrors.Json;
using VendorErrors.Tests.Classification.Compiled;
using Xunit;

namespace VendorErrors.Tests.Definitions;

/// <summary>What conditions say, in words, of a whole body and of one that still comes. Tests name them by their words.</summary>
public class ConditionTests
{
    private static readonly Dictionary<string, Condition> s_conditions = new(StringComparer.Ordinal)
    {
        ["a is present"] = Condition.Has("a"),
        ["a is absent"] = Condition.Lacks("a"),
        ["a is not empty"] = Condition.NotEmpty("a"),
        ["a is 10 or more"] = Condition.Between("a", 10, long.MaxValue),
        ["a is 10"] = Condition.Between("a", 10, 10),
        ["a is from 10 to 19"] = Condition.Between("a", 10, 19),
        ["a is NOT_DONE or LOST"] = Condition.Is("a", "NOT_DONE", "LOST"),
        ["a is true"] = Condition.IsTrue("a"),
        ["a is false"] = Condition.IsFalse("a"),
        ["a is 10 and b is present"] = Condition.Between("a", 10, 10).And(Condition.Has("b")),
        ["a is 10 or b is present"] = Condition.Between("a", 10, 10).Or(Condition.Has("b")),
    };

    public static TheoryData<string> Words => new(s_conditions.Keys);

    [Theory]
    [MemberData(nameof(Words))]
    public void ToString_Condition_IsItsWords(string words) => s_conditions[words].ToString().Should().Be(words);

    [Theory]
    [InlineData("a is present", "{'a':null}", true)]
    [InlineData("a is present", "{}", false)]
    [InlineData("a is absent", "{'a':null}", false)]
    [InlineData("a is absent", "{}", true)]
    [InlineData("a is not empty", "{'a':[]}", false)]
    [InlineData("a is not empty", "{'a':[ ]}", false)]
    [InlineData("a is not empty", "{'a':[0]}", true)]
    [InlineData("a is not empty", "{'a':{}}", false)]
    [InlineData("a is not empty", "{'a':{'':0}}", true)]
    [InlineData("a is not empty", "{'a':''}", false)]
    [InlineData("a is not empty", "{'a':'0'}", true)]
    [InlineData("a is not empty", "{'a':0}", false)]
    [InlineData("a is not empty", "{}", false)]
    [InlineData("a is 10 or more", "{'a':9}", false)]
    [InlineData("a is 10 or more", "{'a':'10'}", true)]
    [InlineData("a is from 10 to 19", "{'a':9}", false)]
    [InlineData("a is from 10 to 19", "{'a':10}", true)]
    [InlineData("a is from 10 to 19", "{'a':19}", true)]
    [InlineData("a is from 10 to 19", "{'a':20}", false)]
    [InlineData("a is from 10 to 19", "{'a':'x'}", false)]
    [InlineData("a is NOT_DONE or LOST", "{'a':'not done'}", true)]
    [InlineData("a is NOT_DONE or LOST", "{'a':'Lost'}", true)]
    [InlineData("a is NOT_DONE or LOST", "{'a':'DONE'}", false)]
    [InlineData("a is NOT_DONE or LOST", "{'a':['LOST']}", false)]
    [InlineData("a is true", "{'a':true}", true)]
    [InlineData("a is true", "{'a':'True'}", true)]
    [InlineData("a is true", "{'a':false}", false)]
    [InlineData("a is true", "{'a':''}", false)]
    [InlineData("a is false", "{'a':false}", true)]
    [InlineData("a is false", "{'a':'FALSE'}", true)]
    [InlineData("a is false", "{'a':true}", false)]
    [InlineData("a is false", "{'a':''}", false)]
    [InlineData("a is 10 and b is present", "{'a':10,'b':0}", true)]
    [InlineData("a is 10 and b is present", "{'a':10}", false)]
    [InlineData("a is 10 and b is present", "{'b':0}", false)]
    [InlineData("a is 10 or b is present", "{'a':10}", true)]
    [InlineData("a is 10 or b is present", "{'b':0}", true)]
    [InlineData("a is 10 or b is present", "{'a':9}", false)]
    public void Holds_WholeBody_IsWhatTheWordsSay(string words, string body, bool holds)
    {
        CompiledCondition condition = Compile(words, out PathTree paths);
        JsonView view = Views.Of(body.Replace('\'', '"'), paths);

        condition.Holds(view).Should().Be(holds);
        condition.Evaluate(view, isWhole: true).Should().Be(holds ? Truth.Yes : Truth.No);
    }

    [Theory]
    [InlineData("a is present", "{'a':null,", nameof(Truth.Yes))]
    [InlineData("a is present", "{", nameof(Truth.Open))]
    [InlineData("a is absent", "{'a':null,", nameof(Truth.No))]
    [InlineData("a is absent", "{", nameof(Truth.Open))]
    [InlineData("a is 10", "{'a':10,", nameof(Truth.Yes))]
    [InlineData("a is 10", "{'a':9,", nameof(Truth.No))]
    [InlineData("a is 10", "{'b':0,", nameof(Truth.Open))]
    [InlineData("a is 10 and b is present", "{'a':10,'b':0,", nameof(Truth.Yes))]
    [InlineData("a is 10 and b is present", "{'a':10,", nameof(Truth.Open))]
    [InlineData("a is 10 and b is present", "{'a':9,", nameof(Truth.No))]
    [InlineData("a is 10 and b is present", "{'b':0,", nameof(Truth.Open))]
    [InlineData("a is 10 or b is present", "{'a':10,", nameof(Truth.Yes))]
    [InlineData("a is 10 or b is present", "{'a':9,", nameof(Truth.Open))]
    [InlineData("a is 10 or b is present", "{'b':0,", nameof(Truth.Yes))]
    public void Evaluate_BodyThatStillComes_IsOpenWhereTheRestDecides(string words, string beginning, string truth) =>
        Compile(words, out PathTree paths).Evaluate(Views.Of(beginning.Replace('\'', '"'), paths), isWhole: false).ToString().Should().Be(truth);

    [Theory]
    [InlineData("a is from 10 to 19", 9, nameof(Truth.No))]
    [InlineData("a is from 10 to 19", 10, nameof(Truth.Yes))]
    [InlineData("a is from 10 to 19", 19, nameof(Truth.Yes))]
    [InlineData("a is from 10 to 19", 20, nameof(Truth.No))]
    public void Evaluate_RangeWhoseNumberHasCome_IsKnown(string words, int number, string truth) =>
        Compile(words, out PathTree paths).Evaluate(Views.Of($"{{\"a\":{number},", paths), isWhole: false).ToString().Should().Be(truth);

    [Fact]
    public void Text_OfAnOutcomeRule_SaysWhyAndIsMadeOnce()
    {
        var rule = new OutcomeRule(Condition.Has("a"), VendorOutcome.Accepted);

        rule.Text.Should().Be("accepted because a is present").And.BeSameAs(rule.Text);
    }

    private static CompiledCondition Compile(string words, out PathTree paths) => new(s_conditions[words], paths = new PathTree());
}
