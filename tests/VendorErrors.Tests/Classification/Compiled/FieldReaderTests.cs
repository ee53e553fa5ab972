using FluentAssertions;
using VendorErrors.Definitions;
using Xunit;

namespace VendorErrors.Tests.Classification.Compiled;

/// <summary>The fields that a list of complaints names.</summary>
public class FieldReaderTests
{
    [Theory]
    [InlineData("[{'field':'f','code':7,'message':'m','value':true}]", "f 7 m true")]
    [InlineData("{'field':'f'}", "f - - -")]
    [InlineData("[{'code':7},{'field':'f'}]", "- 7 - -; f - - -")]
    [InlineData("[{'message':'m','value':'v'}]", "- - m v")]
    [InlineData("['m']", "- - m -")]
    [InlineData("[[{'field':'f'}],7,null,true]", "")]
    [InlineData("'m'", "")]
    [InlineData("'{\\\'field\\\':\\\'f\\\'}'", "")]
    [InlineData("null", "")]
    public void Fields_OfAList_AreItsEntries(string fields, string expected) =>
        Read(new FieldShape("fields") { Field = ["field"], Code = "code", Message = "message", Value = "value" }, fields.Replace('\'', '"')).Should().Be(expected);

    [Fact]
    public void Fields_WithoutAPathForTheName_HaveNone() => Read(new FieldShape("fields") { Code = "code" }, """[{"code":7}]""").Should().Be("- 7 - -");

    [Fact]
    public void Fields_MoreThanAThousand_AreCut() =>
        Read(new FieldShape("fields") { Field = ["field"] }, $"[{string.Join(',', Enumerable.Repeat("""{"field":"f"}""", 1001))}]").Split(';').Should().HaveCount(1000);

    private static string Read(FieldShape shape, string fields)
    {
        var envelope = new Envelope("answer", Condition.Has("code")) { Code = ["code"], Fields = [shape] };
        var vendor = new Vendor("acme", "Acme", new VendorDefinition { Envelopes = [envelope] });

        return string.Join("; ", vendor.Classify(400, $$"""{"code":1,"fields":{{fields}}}""").Answer!.Fields
            .Select(error => $"{error.Field ?? "-"} {error.Code ?? "-"} {error.Message ?? "-"} {error.Value ?? "-"}"));
    }
}
