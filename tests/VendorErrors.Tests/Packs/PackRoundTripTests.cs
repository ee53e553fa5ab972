using System.Text;
using FluentAssertions;
using VendorErrors.Definitions;
using VendorErrors.Packs;
using VendorErrors.Tests.Docs;
using Xunit;

namespace VendorErrors.Tests.Packs;

/// <summary>A vendor that is written as a pack and read again is the same.</summary>
public class PackRoundTripTests
{
    private static readonly Vendor s_everyWord = SmallPack.Load(Repository.Read("tests/VendorErrors.Tests/Packs/every-word.json"));

    public static TheoryData<string> Ids => new(BuiltInPacks.Ids().Concat(BuiltInPacks.Shapes));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Write_AVendorOfTheLibrary_IsReadAsTheSameText(string id)
    {
        string text = PackWriter.Write(BuiltInPacks.Read(id, isWhole: true));

        PackWriter.Write(Read(text)).Should().Be(text);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Write_AVendorOfTheLibrary_IsReadWithTheSameVerdicts(string id)
    {
        Vendor vendor = VendorRegistry.BuiltIn.Find(id)!;
        IReadOnlyList<PackAnswer> answers = vendor.ContentWithAnswers.Answers;
        Vendor again = SmallPack.Load(PackWriter.Write(vendor.ContentWithAnswers));

        Verdicts.OfAnswers(again, answers).Should().Equal(Verdicts.OfAnswers(vendor, answers));
        again.ContentWithAnswers.Answers.Should().BeEquivalentTo(answers, options => options.WithStrictOrdering());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void WritePack_OfTheLibrary_IsTheFileByteForByte(string id)
    {
        using var written = new MemoryStream();
        VendorRegistry.BuiltIn.Find(id)!.WritePack(written);
        using Stream file = BuiltInPacks.Open(id);

        written.ToArray().Should().Equal(PackFile.ReadAll(file));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Load_WhatWasExported_HasTheSameVerdicts(string id)
    {
        Vendor vendor = VendorRegistry.BuiltIn.Find(id)!;
        using var written = new MemoryStream();
        vendor.WritePack(written);
        Vendor again = SmallPack.Load(written.ToArray());
        IReadOnlyList<PackAnswer> answers = vendor.ContentWithAnswers.Answers;

        Verdicts.OfAnswers(again, answers).Should().Equal(Verdicts.OfAnswers(vendor, answers));
        again.Name.Should().Be(vendor.Name);
        again.IsShape.Should().Be(vendor.IsShape);
    }

    [Fact]
    public void Write_EveryWord_IsReadAsTheSameText()
    {
        string text = PackWriter.Write(s_everyWord.Content);

        PackWriter.Write(Read(text)).Should().Be(text);
    }

    [Fact]
    public void Write_EveryWord_IsReadWithTheSameVerdicts()
    {
        Vendor again = SmallPack.Load(PackWriter.Write(s_everyWord.Content));

        Verdicts.OfRows(again, s_everyWord).Should().Equal(Verdicts.OfRows(s_everyWord, s_everyWord)).And.HaveCountGreaterThan(10);
    }

    [Fact]
    public void Write_APackWithEveryMember_LosesNone()
    {
        PackContent content = Read(FullPack.Text);
        PackContent again = Read(PackWriter.Write(content));

        // The rows of a shape come with their documents.
        again.Should().BeEquivalentTo(content, options => options.WithStrictOrdering().IgnoringCyclicReferences().Excluding(pack => pack.Documents));
        again.Documents.Should().Contain(content.Documents);
    }

    [Theory]
    [InlineData("a \"quoted\" code")]
    [InlineData("back\\slash")]
    [InlineData("é")]
    [InlineData("\U0001F4DE")]
    public void Write_CodeOfOddCharacters_IsReadAgain(string code)
    {
        var vendor = new Vendor("acme", "Acme", With(new CodeSection(new("Codes", "docs.acme.example"), Basis.Documented, [new(code, "Odd", ErrorCategory.Gone)])));

        SmallPack.Load(PackWriter.Write(vendor.Content)).Codes.Should().ContainSingle().Which.Code.Should().Be(code);
    }

    [Fact]
    public void Write_DocumentsOfOneTitleOrNone_KeepsThemApart()
    {
        CodeSection[] sections = [.. new[] { "Codes", "Codes", "---", " " }.Select((title, i) => new CodeSection(new(title, $"docs.acme.example/{i}"), Basis.Documented, [new($"{i}", "Odd", ErrorCategory.Gone)]))];
        var vendor = new Vendor("acme", "Acme", With(sections));

        SmallPack.Load(PackWriter.Write(vendor.Content)).Codes.Select(row => row.Source!.Address).Should().Equal(sections.Select(section => section.Source.Address));
    }

    [Fact]
    public void Write_ConditionOfAnyNumber_IsReadAgain()
    {
        var definition = new VendorDefinition { Envelopes = [new Envelope("any", Condition.Between("code", long.MinValue, long.MaxValue)) { Code = ["code"] }] };

        SmallPack.Load(PackWriter.Write(new Vendor("acme", "Acme", definition).Content)).Definition.Envelopes[0].When.To.Should().Be(long.MaxValue);
    }

    [Fact]
    public void Write_WithCodesOfOnesOwn_KeepsTheAnswersOfThePack()
    {
        Vendor vendor = Vendor.Dialnexa.WithCodes(new CodeSection(new("Ours", "docs.acme.example"), Basis.Observed, [new("999", "Ours", ErrorCategory.Gone)]) { IsHttpStatus = false });
        using var written = new MemoryStream();
        vendor.WritePack(written);

        Vendor again = SmallPack.Load(written.ToArray());

        again.Codes.Should().Contain(row => row.Code == "999");
        again.ContentWithAnswers.Answers.Should().HaveSameCount(Vendor.Dialnexa.ContentWithAnswers.Answers);
    }

    [Fact]
    public void WithCodes_OfAVendorOfTheLibrary_KeepsWhatASimulatedVendorNeeds() =>
        Vendor.YeastarPSeries.WithCodes(new CodeSection(new("Ours", "docs.acme.example"), Basis.Observed, [new("999", "Ours", ErrorCategory.Gone)])).ContentWithAnswers.Simulation.Should().BeEquivalentTo(Vendor.YeastarPSeries.ContentWithAnswers.Simulation).And.NotBeNull();

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{not JSON")]
    [InlineData("{ \"a\": 1 }")]
    [InlineData("[1]")]
    [InlineData("<a/>")]
    public void Write_AnyTemplate_IsReadAgain(string template)
    {
        var definition = new VendorDefinition { Envelopes = [new Envelope("any", Condition.Has("code")) { Template = template }] };

        SmallPack.Load(PackWriter.Write(new Vendor("acme", "Acme", definition).Content)).Definition.Envelopes[0].Template.Should().Be(template);
    }

    private static VendorDefinition With(params CodeSection[] sections) =>
        new() { Envelopes = [new Envelope("result", Condition.Has("result")) { Code = ["result"] }], Codes = sections };

    private static PackContent Read(string text)
    {
        PackContent content = PackLoader.Read(Encoding.UTF8.GetBytes(text), out List<PackFault> faults);
        faults.Should().BeEmpty();
        return content;
    }
}
