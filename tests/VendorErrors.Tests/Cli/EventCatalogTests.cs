using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Cli;

/// <summary>The words and reasons of events in the shell: <c>codes --events</c>, <c>codes --catalog</c>, <c>explain</c>, <c>vendors</c>.</summary>
[Trait("Category", "Slow")]
public class EventCatalogTests
{
    private static IEnumerable<Vendor> WithEvents => VendorRegistry.BuiltIn.Vendors.Where(vendor => vendor.Events.Shapes.Count > 0);

    [Fact]
    public void Codes_OfEventsAsJson_ListEveryWordAndReasonOfEveryVendor()
    {
        JsonElement[] rows = [.. JsonDocument.Parse(CliProcess.Run("codes", "--events", "--output", "json").Output).RootElement.EnumerateArray()];

        IEnumerable<string> words = WithEvents.SelectMany(vendor => vendor.Events.Shapes.SelectMany(shape => shape.States.Select(row => $"{vendor.Id} {shape.Name} {row.Code}")));
        IEnumerable<string> always = WithEvents.SelectMany(vendor => vendor.Events.Shapes.SelectMany(shape => shape.Always.Select(_ => $"{vendor.Id} {shape.Name} ")));
        IEnumerable<string> reasons = WithEvents.SelectMany(vendor => vendor.Events.Reasons.SelectMany(section => section.Rows.Select(row => $"{vendor.Id} {section.Space} {row.Code}")));
        rows.Select(row => $"{Text(row, "vendor")} {Text(row, "shape") ?? Text(row, "space")} {Text(row, "code")}").Should().BeEquivalentTo(words.Concat(always).Concat(reasons));
        rows.Where(row => Text(row, "category") is not null).Should().OnlyContain(row => Text(row, "state") != "unknown" && Text(row, "group") != null);
        rows.Where(row => Text(row, "shape") is not null).Should().OnlyContain(row => Text(row, "state") != null, "a word has a state");
    }

    [Theory]
    [InlineData("8x8-connect", "vss", "-2010", null, "concurrency_limited", true, "soon", "none")]
    [InlineData("8x8-connect", "voice session summary", "COMPLETED", "completed", null, true, "not_needed", "applied")]
    [InlineData("8x8-connect", "SMS delivery receipt", "sent", "in_progress", null, false, "undetermined", "applied")]
    public void Codes_OfEvents_SayWhatFollowsFromWordAndReason(string vendor, string where, string code, string? state, string? category, bool isFinal, string next, string effect)
    {
        JsonElement row = JsonDocument.Parse(CliProcess.Run("codes", "--events", "--vendor", vendor, "--output", "json").Output).RootElement.EnumerateArray()
            .Last(row => (Text(row, "shape") ?? Text(row, "space")) == where && Text(row, "code") == code);

        new[] { Text(row, "state"), Text(row, "category"), Text(row, "next_attempt"), Text(row, "effect") }.Should().Equal(state, category, next, effect);
        row.GetProperty("final").GetBoolean().Should().Be(isFinal);
        Text(row, "source").Should().StartWith("developer.8x8.com/");
    }

    [Fact]
    public void Codes_OfEventsAsCsv_HaveTheMembersOfTheJson()
    {
        string[] lines = CliProcess.Run("codes", "--events", "--vendor", "dialnexa", "--output", "csv").Output.Split("\r\n");
        JsonElement rows = JsonDocument.Parse(CliProcess.Run("codes", "--events", "--vendor", "dialnexa", "--output", "json").Output).RootElement;

        lines[0].Split(',').Should().Equal(rows[0].EnumerateObject().Select(member => member.Name));
        lines.Should().HaveCount(rows.GetArrayLength() + 2);
    }

    [Fact]
    public void Codes_OfEventsAsTable_ShowTheMainColumns() =>
        CliProcess.Run("codes", "--events", "--vendor", "dexatel").Output.Split('\n')[0].Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Should().Equal("vendor", "shape or space", "word or code", "name", "state", "category", "final", "another attempt");

    [Fact]
    public void Codes_OfASharedCatalog_AreItsRows()
    {
        string output = CliProcess.Run("codes", "--catalog", "SIP", "--output", "json").Output;

        JsonElement[] rows = [.. JsonDocument.Parse(output).RootElement.EnumerateArray()];
        rows.Select(row => Text(row, "code")).Should().Equal(ReasonCatalog.Sip.Sections.SelectMany(section => section.Rows).Select(row => row.Code));
        JsonElement busy = rows.Single(row => Text(row, "code") == "486");
        new[] { Text(busy, "vendor"), Text(busy, "space"), Text(busy, "state"), Text(busy, "category"), Text(busy, "next_attempt") }.Should().Equal(null, "sip", "busy", null, "later");
    }

    [Fact]
    public void Codes_OfAllSharedCatalogs_AreThoseOfEachInTurn() =>
        CliProcess.Run("codes", "--catalog", "all", "--output", "csv").Output.Split("\r\n").Skip(1).SkipLast(1).Select(line => line.Split(',')[4])
            .Should().Equal(ReasonCatalog.All.SelectMany(catalog => catalog.Sections).SelectMany(section => section.Rows).Select(row => row.Code));

    [Theory]
    [InlineData("sip", "486", "486  Busy Here  · reason of events, sip", "another attempt   later: in minutes to hours")]
    [InlineData("q850", "17", "reason of events, q850", "state             busy")]
    [InlineData("sip", "489", "reason of events, sip", "source            RFC")]
    [InlineData("dexatel", "Delivered", "delivered  · dexatel · word of the event 'delivery'", "state             delivered")]
    [InlineData("8x8-connect", "-2010", "-2010  The trunk capacity has been exceeded  · 8x8-connect · reason of events, vss", "another attempt   soon: in seconds")]
    public void Explain_AWordOrReason_SaysWhatItMeans(string vendor, string code, string head, string fact)
    {
        CliResult result = CliProcess.Run("explain", vendor, code);

        result.ExitCode.Should().Be(0, result.Error);
        result.Output.Should().Contain(head).And.Contain(fact);
    }

    [Fact]
    public void Explain_ACodeOfAnswersAndOfEvents_ShowsBoth()
    {
        string code = Vendor.EightByEightConnect.Codes.Select(row => row.Code).Intersect(Vendor.EightByEightConnect.Events.Reasons.SelectMany(section => section.Rows).Select(row => row.Code), StringComparer.Ordinal).First();

        CliProcess.Run("explain", "8x8-connect", code).Output.Should().Contain("outcome           success").And.Contain("reason of events").And.Contain("state             as the event's own word says");
    }

    [Fact]
    public void Vendors_Always_SayWhoseEventsAreKnown()
    {
        JsonElement[] vendors = [.. JsonDocument.Parse(CliProcess.Run("vendors", "--output", "json").Output).RootElement.EnumerateArray()];

        vendors.Where(vendor => vendor.GetProperty("events").GetInt32() > 0).Select(vendor => Text(vendor, "id")).Should().Equal(WithEvents.Select(vendor => vendor.Id));
    }

    private static string? Text(JsonElement row, string member) => row.GetProperty(member).GetString();
}
