using System.Text;
using FluentAssertions;
using VendorErrors.Cli.Drafting;
using VendorErrors.Cli.Input;
using Xunit;

namespace VendorErrors.Tests.Cli.Drafting;

/// <summary>The lists of vendors: their forms are recognized, and each code is read once, with a short name.</summary>
public class ListReaderTests
{
    [Fact]
    public void Read_List_HasItsCodesWithShortNames()
    {
        ErrorList list = ListSamples.Read(ListSamples.List);

        list.Form.Should().Be(ListForm.List);
        list.LeftOut.Should().Be(1);
        ListSamples.Lines(list).Should().Equal("17 All lines busy", "21 The number that was given to this operation has more …");
        list.Codes[1].Name.Length.Should().BeLessThanOrEqualTo(DraftLimits.Name);
    }

    [Fact]
    public void Read_ListInAMember_HasTitlesAndStatuses()
    {
        ErrorList list = ListSamples.Read(ListSamples.ListInAMember);

        list.Form.Should().Be(ListForm.List);
        ListSamples.Lines(list).Should().Equal("40300 Line closed 403", "42900 Slow down 429");
    }

    [Fact]
    public void Read_ListOfTexts_HasThemAsCodes() => ListSamples.Lines(ListSamples.Read("""["line_busy", "lineClosed", 17, 1.5]""")).Should().Equal("line_busy Line busy", "lineClosed Line closed", "17 ?");

    [Fact]
    public void Read_Map_HasItsMembers()
    {
        ErrorList list = ListSamples.Read(ListSamples.Map);

        list.Form.Should().Be(ListForm.Map);
        ListSamples.Lines(list).Should().Equal("line_busy All lines busy", "line_closed The line was closed", "unknown_line Unknown line", "90 No credit left");
    }

    [Fact]
    public void Read_MapInAMember_HasItsMembers() => ListSamples.Lines(ListSamples.Read(ListSamples.MapInAMember)).Should().Equal("line_busy All lines busy");

    [Fact]
    public void Read_Aws_HasTheExceptionsAlone()
    {
        ErrorList list = ListSamples.Read(ListSamples.Aws);

        list.Form.Should().Be(ListForm.Aws);
        ListSamples.Lines(list).Should().Equal("LineBusyException All lines are busy 429", "Line.Closed Line closed 403", "LineFault Line fault");
    }

    [Fact]
    public void Read_OpenApi_HasTheCodesOfResponsesAlone()
    {
        ErrorList list = ListSamples.Read(ListSamples.OpenApi);

        list.Form.Should().Be(ListForm.OpenApi);
        ListSamples.Lines(list).Should().BeEquivalentTo("not.authorized You may not call %s 403", "line.closed Line closed 403 409", "line.busy Line busy 403 409", "no_credit No credit");
    }

    [Fact]
    public void Read_TypeScript_CountsOn()
    {
        ErrorList list = ListSamples.Read(ListSamples.TypeScript);

        list.Form.Should().Be(ListForm.Enum);
        ListSamples.Lines(list).Should().Equal("0 General error", "10001 Unknown line", "10002 The line is closed", "no_credit Named");
    }

    [Fact]
    public void Read_CodeThatComesAgain_IsOne() => ListSamples.Read(ListSamples.TypeScript).Find("10002")!.Texts.Should().Equal("The line is closed");

    [Fact]
    public void Read_CSharp_HasTheCommentsAsNames() => ListSamples.Lines(ListSamples.Read(ListSamples.CSharp)).Should().Equal("-17 All lines are busy", "-16 Closed");

    [Fact]
    public void Read_Java_HasTheArguments() => ListSamples.Lines(ListSamples.Read(ListSamples.Java)).Should().Equal("17 All lines are busy", "C-21 Closed");

    [Fact]
    public void Read_Constants_HasThoseWithAValue() => ListSamples.Lines(ListSamples.Read(ListSamples.Constants)).Should().Equal("17 Line busy", "21 Line closed");

    [Fact]
    public void Read_SeveralEnums_AsksWhich()
    {
        string source = ListSamples.CSharp + ListSamples.Java.Replace("LineError", "OtherError", StringComparison.Ordinal);

        FailureOf(() => ListSamples.Read(source)).Should().Be("sample: the source code has several enums; choose one with --enum: LineError, OtherError");
        FailureOf(() => ListSamples.Read(source, "Third")).Should().Be("sample: no enum is named 'Third'; there are LineError, OtherError");
        ListSamples.Lines(ListSamples.Read(source, "othererror")).Should().Equal("17 All lines are busy", "C-21 Closed");
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("{ \"a\": [1, }", "line 1: it is no JSON here; for source code pass --form enum")]
    [InlineData("[\n]", "no code was found in it, read as 'list'; --form chooses another form")]
    [InlineData("{ \"a\": 1 }", "it is none of the known forms: a list of objects with a code, ")]
    [InlineData("a page about errors", "no code was found in it, read as 'enum'; --form chooses another form")]
    [InlineData("# comment\nopenapi: 3.1.0\n", "it is YAML; convert it to JSON first")]
    [InlineData("[\"\\ud800\"]", "a text in it holds half a surrogate pair, which is no character")]
    [InlineData("enum A { B, C }", "no code was found in it, read as 'enum'")]
    public void Read_WhatIsNoList_SaysWhy(string text, string expected) => FailureOf(() => ListSamples.Read(text)).Should().StartWith($"sample: {expected}");

    [Fact]
    public void Read_WhatIsTooMuch_SaysWhy()
    {
        FailureOf(() => ListSamples.Read(new string('[', 1000))).Should().Be("sample: line 1: it nests deeper than 128 levels");
        FailureOf(() => ListSamples.Read($"[{string.Join(',', Enumerable.Range(0, 20_001))}]")).Should().Be("sample: the list has more than 20000 codes, which is more than a pack can have");
        FailureOf(() => ListSamples.Read(string.Concat(Enumerable.Repeat("a;", 500_001)))).Should().Be("sample: the source code has more than 1000000 words and signs");
        FailureOf(() => ListReader.Read([0xFF, 0xFE, 0x5B], "sample", form: null, enumName: null)).Should().Be("sample: it is no UTF-8; save the file as UTF-8");
    }

    [Theory]
    [InlineData("*")]
    [InlineData("17..21")]
    [InlineData("a\\u001b[2J")]
    [InlineData("a\\u202e")]
    [InlineData(" ")]
    public void Read_CodeThatNoRowCanHave_IsLeftOut(string code)
    {
        ErrorList list = ListSamples.Read($$"""[{ "code": "{{code}}" }, { "code": 1 }]""");

        list.LeftOut.Should().Be(1);
        list.Codes.Should().ContainSingle().Which.Code.Should().Be("1");
    }

    [Fact]
    public void Read_ByteOrderMark_IsNoPartOfIt() => ListReader.Read([.. "\uFEFF"u8, .. Encoding.UTF8.GetBytes(ListSamples.List)], "sample", form: null, enumName: null).Codes.Should().HaveCount(2);

    [Fact]
    public void Read_FormThatIsNamed_IsRead() => ListSamples.Lines(ListSamples.Read("""{ "items": [{ "code": 1 }], "a": "b" }""", ListForm.Map)).Should().Equal("items Items", "a b");

    private static string FailureOf(Func<ErrorList> read) => read.Should().Throw<UsageException>().Which.Message;
}
