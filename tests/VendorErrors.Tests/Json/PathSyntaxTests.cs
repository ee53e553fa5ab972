using FluentAssertions;
using VendorErrors.Json;
using VendorErrors.Tests.Classification.Compiled;
using Xunit;

namespace VendorErrors.Tests.Json;

public class PathSyntaxTests
{
    [Theory]
    [InlineData("a", "a")]
    [InlineData("a.b.c", "a|b|c")]
    [InlineData("a[].b", "a+|b")]
    [InlineData("[]", "+")]
    [InlineData("[].a[]", "+|a+")]
    [InlineData("'a.b'.c", "(a.b)|c")]
    [InlineData("a.'b.c'[].d", "a|(b.c)+|d")]
    [InlineData("'a'", "(a)")]
    [InlineData("'a.b", "'a|b")]
    [InlineData("'a.b'x.c", "'a.b'x|c")]
    [InlineData("a.'b", "a|'b")]
    [InlineData("''", "()")]
    [InlineData("'", "'")]
    [InlineData("", "")]
    [InlineData(".", "|")]
    [InlineData("a.", "a|")]
    [InlineData("@odata.error", "@odata|error")]
    public void Split_Path_IsItsParts(string path, string parts) =>
        string.Join("|", PathSyntax.Split(path).Select(part => (part.IsQuoted ? $"({part.Name})" : part.Name) + (part.IsList ? "+" : null))).Should().Be(parts);

    [Theory]
    [InlineData("a", "b")]
    [InlineData("a.b", "c")]
    public void Join_Names_IsAPathToThem(params string[] names) => PathSyntax.Split(PathSyntax.Join(names)).Select(part => part.Name).Should().Equal(names);

    [Theory]
    [InlineData("""{"odata.error":{"code":7}}""", "'odata.error'.code", "7")]
    [InlineData("""{"x":[{"a.b":7}]}""", "x[].'a.b'", "7")]
    [InlineData("""{"odata":{"error":{"code":7}}}""", "'odata.error'.code", "")]
    [InlineData("""[{"code":7}]""", "[].code", "7")]
    [InlineData(""" [ {"code":7},{"code":8}]""", "[].code", "7")]
    [InlineData("""[[{"code":7}]]""", "[].code", "")]
    [InlineData("""{"code":7}""", "[].code", "")]
    [InlineData("""[{"code":7}]""", "code", "")]
    [InlineData("""[1,2]""", "[]", "[1,2]")]
    [InlineData("""{"a":1}""", "[]", "")]
    public void Read_QuotedNameOrRootList_IsFoundInBothReadings(string json, string path, string value)
    {
        var paths = new PathTree();
        _ = paths.SlotOf("code");
        int slot = paths.SlotOf(path);

        JsonView view = Views.Of(json, paths);

        Views.TextOf(view, view[slot]).Should().Be(value);
    }
}
