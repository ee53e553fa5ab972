using FluentAssertions;
using VendorErrors.Classification.Words;
using VendorErrors.Definitions;
using Xunit;

namespace VendorErrors.Tests.Classification.Words;

/// <summary>The fields that a vendor's sentences complain about.</summary>
public class FieldCollectorTests
{
    [Theory]
    [InlineData("agent_id should not be empty", "agent_id")]
    [InlineData("calls[0].to-number must be E.164", "calls[0].to-number")]
    [InlineData("a is not known", "a")]
    [InlineData("a has no value", "a")]
    [InlineData("a cannot be empty", "a")]
    [InlineData("a contains a blank", "a")]
    [InlineData("a is required", "a")]
    [InlineData("a must", null)]
    [InlineData(" must be a name", null)]
    [InlineData("must", null)]
    [InlineData("a(b must be closed", null)]
    [InlineData("It's must be a name", null)]
    [InlineData("Too many requests", null)]
    [InlineData("", null)]
    public void LeadingName_OfASentence_IsTheFieldItBeginsWith(string message, string? field) => FieldCollector.LeadingName(message).Should().Be(field);

    [Theory]
    [InlineData("$.callflow[0].action is unknown", "$.callflow[0].action")]
    [InlineData("Invalid value at $.a_b-c[*].", "$.a_b-c[*]")]
    [InlineData("ends with $.a", "$.a")]
    [InlineData("(see $.a)", "$.a")]
    [InlineData("costs $5", null)]
    public void JsonPathIn_ASentence_IsTheFirst(string message, string? path) => FieldCollector.JsonPathIn(message).Should().Be(path);

    [Fact]
    public void Fields_InSentences_AreNoMoreThanAThousand()
    {
        string list = string.Join(',', Enumerable.Range(0, 1000).Select(i => $$"""{"field":"f{{i}}"}"""));
        var envelope = new Envelope("answer", Condition.Has("code"))
        {
            Code = ["code"],
            Message = ["message"],
            Fields = [new FieldShape("fields") { Field = ["field"] }],
            FieldInText = FieldText.LeadingWord,
        };
        var vendor = new Vendor("acme", "Acme", new VendorDefinition { Envelopes = [envelope] });

        vendor.Classify(400, $$"""{"code":1,"message":"further must be a name","fields":[{{list}}]}""").Error!.Fields.Should().HaveCount(1000).And.NotContain(error => error.Field == "further");
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(1000, 1000)]
    public void Fields_OfAListAndOfComplaints_AreBothKeptAndTheSentencesAreNotReadForMore(int listed, int kept)
    {
        string list = string.Join(',', Enumerable.Range(0, listed).Select(i => $$"""{"field":"f{{i}}"}"""));
        var envelope = new Envelope("answer", Condition.Has("code"))
        {
            Code = ["code"],
            Message = ["message"],
            Fields = [new FieldShape("fields") { Field = ["field"] }],
            FieldInText = FieldText.LeadingWord,
        };
        var vendor = new Vendor("acme", "Acme", new VendorDefinition { Envelopes = [envelope] });

        vendor.Classify(400, $$"""{"code":1,"message":[{"field":"to","message":"number must be E.164"}],"fields":[{{list}}]}""").Error!.Fields
            .Should().HaveCount(kept).And.NotContain(error => error.Field == "number").And.Contain(error => error.Field == "f0");
    }

    [Theory]
    [InlineData("""["a must be b","Something else"]""", 2)]
    [InlineData("""["a must be b"]""", 1)]
    [InlineData("""["Something else"]""", 0)]
    public void Fields_OfAListOfSentences_KeepsThoseThatNameNone(string messages, int count) =>
        Vendor.Dialnexa.Classify(400, $$"""{"statusCode":400,"message":{{messages}},"error":"Bad Request"}""").Error!.Fields.Should().HaveCount(count);
}
