using System.Globalization;
using FluentAssertions;
using VendorErrors.Definitions;
using Xunit;

namespace VendorErrors.Tests.Events;

/// <summary>The shared catalogs of reasons are total over their registries, and no row contradicts itself.</summary>
public class ReasonCatalogTests
{
    // The rows of IANA's registry "Session Initiation Protocol (SIP) Response Codes", as "486 Busy Here" and the document that defines it.
    private const string Registry = "Events/sip-registry.txt";

    public static TheoryData<string> Responses => new(Resource.Lines(Registry));

    public static TheoryData<string> Catalogs => new(ReasonCatalog.All.Select(catalog => catalog.Id));

    [Theory]
    [MemberData(nameof(Responses))]
    public void Sip_EveryResponseOfTheRegistry_HasARowWithItsNameAndDocument(string line)
    {
        string[] parts = line.Split("|RFC ");
        (string code, string name) = (parts[0][..3], parts[0][4..].Replace("(Deprecated)", string.Empty, StringComparison.Ordinal).Trim());

        EventRow row = ReasonCatalog.Sip.Find(code)!;

        row.LastCode.Should().BeNull("{0} is registered, and no range stands for it", code);
        row.Name.Should().StartWith(name);
        row.Section!.Source.Address.Should().EndWith($"rfc{parts[1]}");
    }

    [Fact]
    public void Sip_AnyNumberOfAClass_MeansSomething() =>
        Enumerable.Range(100, 600).Where(code => ReasonCatalog.Sip.Find(Text(code)) is null).Should().BeEmpty("an unknown response counts as the first of its class (RFC 3261, section 8.1.3.2)");

    [Fact]
    public void Q850_AnyCause_MeansSomething() => Enumerable.Range(1, 127).Where(code => ReasonCatalog.Q850.Find(Text(code)) is null).Should().BeEmpty();

    // RFC 3398, section 7.2.4.1 and its tables: the causes that gateways between both worlds have to know.
    [Theory]
    [InlineData("1", "404")]
    [InlineData("17", "486")]
    [InlineData("21", "403")]
    [InlineData("22", "410")]
    [InlineData("28", "484")]
    [InlineData("34", "503")]
    [InlineData("41", "503")]
    [InlineData("65", "488")]
    [InlineData("102", "504")]
    public void Q850_CauseWithASipResponse_LeavesTheSameHope(string cause, string response)
    {
        EventRow network = ReasonCatalog.Q850.Find(cause)!;
        EventRow sip = ReasonCatalog.Sip.Find(response)!;

        (network.State is EventState.Busy or EventState.NoAnswer).Should().Be(sip.State is EventState.Busy or EventState.NoAnswer);
        (NextOf(network) == NextAttempt.Never).Should().Be(NextOf(sip) == NextAttempt.Never, "{0} and {1} are the same thing", network, sip);
    }

    // Busy and no answer: later. A wrong number: never. A full trunk: soon.
    [Theory]
    [InlineData("sip", "486", EventState.Busy, NextAttempt.Later)]
    [InlineData("sip", "480", EventState.NoAnswer, NextAttempt.Later)]
    [InlineData("sip", "404", EventState.Failed, NextAttempt.Never)]
    [InlineData("q850", "17", EventState.Busy, NextAttempt.Later)]
    [InlineData("q850", "19", EventState.NoAnswer, NextAttempt.Later)]
    [InlineData("q850", "1", EventState.Failed, NextAttempt.Never)]
    [InlineData("q850", "34", EventState.Failed, NextAttempt.Soon)]
    [InlineData("q850", "NORMAL_CIRCUIT_CONGESTION", EventState.Failed, NextAttempt.Soon)]
    [InlineData("q850", "normal circuit congestion", EventState.Failed, NextAttempt.Soon)]
    [InlineData("smpp", "ESME_RTHROTTLED", EventState.Failed, NextAttempt.Soon)]
    [InlineData("smpp", "DELIVRD", EventState.Delivered, NextAttempt.NotNeeded)]
    [InlineData("gsm", "1", EventState.Undelivered, NextAttempt.Never)]
    [InlineData("gsm", "001", EventState.Undelivered, NextAttempt.Never)]
    public void Find_AReason_SaysWhetherAnotherAttemptMayHelp(string catalog, string code, EventState? state, NextAttempt next)
    {
        EventRow row = ReasonCatalog.All.Single(known => known.Id == catalog).Find(code)!;

        row.State.Should().Be(state);
        NextOf(row).Should().Be(next);
    }

    [Theory]
    [InlineData("Q.850;cause=16;text=\"Terminated\"", "16")]
    [InlineData("SIP ;cause=600 ;text=\"Busy Everywhere\"", "600")]
    [InlineData("preemption;cause=1, q.850 ; cause = 17", "17")]
    [InlineData("preemption;cause=1;text=\"x\", Q.850;cause=17", "17")]
    [InlineData("SIP;cause=99999, Q.850;cause=1", "1")]
    [InlineData("Q.850;text=\"x;cause=17\";cause=1", "1")]
    [InlineData("Q.850;cause=999;text=\"a, SIP;cause=486\"", null)]
    [InlineData("SIP;cause=\"486\"", "486")]
    [InlineData("Q.850 ; cause = 17", "17")]
    [InlineData("Q.850;text=\"open;cause=17", null)]
    [InlineData("Q.850", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void FindReasonHeader_AValue_IsItsFirstListedCode(string? header, string? code) => ReasonCatalog.FindReasonHeader(header)?.Code.Should().Be(code);

    [Theory]
    [InlineData("nobody")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("99999999999999999999")]
    public void Find_WhatIsNoCode_FindsNothing(string? code) => ReasonCatalog.All.Select(catalog => catalog.Find(code)).Should().AllSatisfy(row => row.Should().BeNull());

    [Theory]
    [MemberData(nameof(Catalogs))]
    public void Catalog_Always_HasSoundRowsWithDocuments(string id)
    {
        ReasonCatalog catalog = ReasonCatalog.All.Single(known => known.Id == id);

        EventCheck.FaultsOf(new VendorEventDefinition { Reasons = catalog.Sections }).Should().BeEmpty();
        catalog.Sections.Should().OnlyContain(section => section.Source.Title.Length > 0 && section.Source.Address.Contains('.') && section.Rows.Count > 0);
        (catalog.Name + catalog.Summary).Should().NotBe(catalog.Id);
    }

    private static NextAttempt NextOf(EventRow row) =>
        row.NextAttempt ?? (row.Category is { } category ? EventStateTable.NextAttemptAfter(category) : EventStateTable.Of(row.State!.Value).NextAttempt);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
