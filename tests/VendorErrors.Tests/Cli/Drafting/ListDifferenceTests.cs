using FluentAssertions;
using VendorErrors.Cli.Drafting;
using VendorErrors.Definitions;
using VendorErrors.Tests.Packs;
using Xunit;

namespace VendorErrors.Tests.Cli.Drafting;

/// <summary>What a list changes, against a pack, an older list, or both.</summary>
public class ListDifferenceTests
{
    private const string Pack = """
        {
          "pack": 1,
          "id": "acme-voice",
          "name": "Acme Voice",
          "use": ["oauth2"],
          "documents": { "errors": ["Error codes", "docs.acme.example/errors"], "more": ["More", "docs.acme.example/more"] },
          "envelopes": [{ "name": "result", "when": { "has": "result" }, "code": "result" }],
          "codes": [
            { "document": "errors", "rows": {
              "0": { "is": "success", "name": "OK" },
              "17": { "is": "rate_limited", "name": "All lines busy" },
              "21": [{ "is": "gone", "name": "Line closed" }, { "is": "not_found", "name": "No such line", "status": 404 }],
              "30": { "is": "gone", "name": "Gone since long" },
              "900..999": { "is": "vendor_internal", "name": "Own fault" },
              "CMN-*": { "is": "vendor_internal", "name": "Common fault" },
              "*": { "is": "vendor_unspecified", "name": "Any other" } } },
            { "document": "more", "rows": { "50": { "is": "gone", "name": "In another document" }, "51": { "is": "gone", "name": "More" } } },
            { "document": "errors", "httpStatus": true, "rows": { "429": { "is": "rate_limited", "name": "Slow down" } } }
          ]
        }
        """;

    private static readonly SourceDocument s_errors = new("Error codes", "docs.acme.example/errors");
    private static readonly SourceDocument s_more = new("More", "docs.acme.example/more");

    [Fact]
    public void Of_ListAndPack_CodesWithoutARowAreNew() => Against("""{ "17": "All lines busy", "18": "New one", "0": "OK" }""").New.Select(code => code.Code).Should().Equal("18");

    [Fact]
    public void Of_ListAndPack_RowsOfManyCodesCover()
    {
        ListDifference difference = Against("""{ "950": "a", "cmn-7": "b", "429": "c", "1000": "d" }""");

        difference.Covered.Select(covered => $"{covered.Code.Code}: {covered.Row}").Should().Equal("950: 900 to 999 Own fault", "cmn-7: CMN-* Common fault", "429: 429 Slow down");
        difference.New.Select(code => code.Code).Should().Equal(["1000"], "a star alone is no decision on a code");
    }

    [Fact]
    public void Of_ListAndPack_RowsOfItsDocumentsAreGone()
    {
        Against("""{ "17": "All lines busy", "51": "More" }""").Gone.Select(gone => $"{gone.Code} {gone.Name}").Should().BeEquivalentTo("21 Line closed", "30 Gone since long", "50 In another document");
        Against("""{ "17": "All lines busy", "51": "More" }""", s_errors).Gone.Select(gone => gone.Code).Should().BeEquivalentTo(["21", "30"], "50 is of another document, and a success is in no list of errors");
    }

    [Fact]
    public void Of_ListAndPack_DocumentOfWhichItHasNothingIsNotTheLists() =>
        Against("""{ "50": "In another document" }""").Gone.Select(gone => gone.Code).Should().Equal("51");

    [Fact]
    public void Of_ListAndPack_OtherNamesAreRenamed()
    {
        ListDifference difference = Against("""{ "17": "Too fast", "21": "No such line.", "30": "A sentence that is far too long to be the name of a row, so that a person wrote one" }""");

        difference.Renamed.Should().Equal(new RenamedCode("17", "All lines busy", "Too fast"));
    }

    [Fact]
    public void Of_ListThatThePackHas_IsEmpty() => Against("""{ "17": "all lines busy.", "21": "Line closed", "30": "Gone since long", "901": "Own fault" }""", s_errors).IsEmpty.Should().BeTrue();

    [Fact]
    public void Of_TwoLists_SaysWhatChanged()
    {
        var difference = ListDifference.Of(
            ListSamples.Read("""{ "1": "One", "2": "Two lines busy", "4": "Four" }"""), ListSamples.Read("""{ "1": "One.", "2": "Two", "3": "Three" }"""), pack: null);

        difference.New.Select(code => code.Code).Should().Equal("4");
        difference.Gone.Should().Equal(new GoneCode("3", "Three"));
        difference.Renamed.Should().Equal(new RenamedCode("2", "Two", "Two lines busy"));
    }

    [Fact]
    public void Of_TwoListsAndAPack_WhatWasLeftOutBeforeStaysOut()
    {
        ErrorList older = ListSamples.Read("""{ "17": "All lines busy", "18": "Left out", "19": "Left out, too", "21": "Line closed" }""");
        ErrorList newer = ListSamples.Read("""{ "17": "Too fast", "18": "Left out by another name", "20": "New one", "950": "Covered" }""");

        var difference = ListDifference.Of(newer, older, new PackCodes(SmallPack.Load(Pack), [s_errors, s_more]));

        difference.New.Select(code => code.Code).Should().Equal("20");
        difference.Gone.Select(gone => gone.Code).Should().Equal(["21"], "the pack has no row for 19");
        difference.Renamed.Select(renamed => renamed.Code).Should().Equal(["17"], "the pack has no row for 18");
        difference.Covered.Select(covered => covered.Code.Code).Should().Equal("950");
    }

    private static ListDifference Against(string list, params SourceDocument[] documents) =>
        ListDifference.Of(ListSamples.Read(list), older: null, new PackCodes(SmallPack.Load(Pack), documents.Length > 0 ? documents : [s_errors, s_more]));
}
