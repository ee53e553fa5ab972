using FluentAssertions;
using VendorErrors.Definitions;
using Xunit;

namespace VendorErrors.Tests.Classification.Vocabulary;

/// <summary>Fields as a list, a map and a tree.</summary>
public class FieldLayoutTests
{
    [Theory]
    [InlineData("""{"to":["is bad","is long"],"from.name":"is missing"}""", "to:is bad|to:is long|from.name:is missing")]
    [InlineData("""{"to":[{"text":"is bad","kind":"E1"}],"x\u0079":7}""", "to:is bad:E1|xy:7")]
    [InlineData("""{"to":{"text":"is bad"},"nothing":null,"yes":true,"list":[]}""", "to:is bad")]
    [InlineData("[1,2]", "")]
    [InlineData("\"text\"", "")]
    public void Explain_MapOfFields_HasTheirNames(string errors, string fields) => FieldsOf(FieldLayout.Map, errors).Should().Be(fields);

    [Theory]
    [InlineData("""{"to":{"_errors":[{"kind":"E1","text":"is bad"}]},"list":{"0":{"name":{"_errors":[{"text":"is long"}]}}}}""", "to:is bad:E1|list.0.name:is long")]
    [InlineData("""{"_errors":[{"text":"all is bad"}],"to":{"_errors":"x","more":7}}""", ":all is bad")]
    [InlineData("""{"_errors":["plain"],"to":{"_errors":["is bad"]}}""", ":plain|to:is bad")]
    [InlineData("[]", "")]
    public void Explain_TreeOfFields_HasThePathsToThem(string errors, string fields) => FieldsOf(FieldLayout.Tree, errors).Should().Be(fields);

    [Theory]
    [InlineData("""[{"loc":["body","to",0],"text":"is bad","kind":"E1"}]""", "body.to.0:is bad:E1")]
    [InlineData("""[{"loc":"to","text":"is bad"},{"loc":[],"text":"x"},{"loc":[{}],"text":"y"}]""", "to:is bad|:x|:y")]
    [InlineData("""{"loc":"to","text":"is bad"}""", "to:is bad")]
    [InlineData("""["plain",7]""", ":plain")]
    public void Explain_ListOfFields_JoinsTheStepsOfAName(string errors, string fields) => FieldsOf(FieldLayout.List, errors).Should().Be(fields);

    [Theory]
    [InlineData(FieldLayout.Map)]
    [InlineData(FieldLayout.Tree)]
    public void Explain_HugeOrDeepFields_AreBounded(FieldLayout layout)
    {
        string many = "{" + string.Join(",", Enumerable.Range(0, 3000).Select(i => $$"""
            "f{{i}}":{{(layout == FieldLayout.Map ? "[\"x\"]" : "{\"_errors\":[\"x\"]}")}}
            """)) + "}";
        string deep = string.Concat(Enumerable.Repeat("{\"a\":", 900)) + "{\"_errors\":[\"x\"]}" + new string('}', 900);

        VendorOf(layout).Explain(400, $$"""{"errors":{{many}}}""").Answer!.Fields.Should().HaveCount(1000);
        VendorOf(layout).Explain(400, $$"""{"errors":{{deep}}}""").Answer!.Fields.Should().HaveCount(layout == FieldLayout.Map ? 1 : 0);
    }

    private static string FieldsOf(FieldLayout layout, string errors) => string.Join("|", VendorOf(layout).Explain(400, $$"""{"errors":{{errors}}}""").Answer!.Fields
        .Select(field => $"{field.Field}:{field.Message}{(field.Code is null ? null : ":" + field.Code)}"));

    private static Vendor VendorOf(FieldLayout layout) => Acme.Of(new Envelope("own", Condition.Has("errors"))
    {
        Fields = [new FieldShape("errors") { Layout = layout, Field = layout == FieldLayout.List ? ["loc"] : [], Message = "text", Code = "kind" }],
    });
}
