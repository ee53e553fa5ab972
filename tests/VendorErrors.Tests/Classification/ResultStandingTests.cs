using FluentAssertions;
using VendorErrors.Definitions;
using Xunit;
using static VendorErrors.ErrorCategory;

namespace VendorErrors.Tests.Classification;

/// <summary>An entry of a list of results is done only where it says so; what neither failed nor worked is unknown.</summary>
public class ResultStandingTests
{
    public static TheoryData<string, string, string, VendorOutcome, Effect> Lists => new()
    {
        { "status", """{"status":"failure"}""", """{"status":"success"}""", VendorOutcome.PartialSuccess, Effect.Partial },
        { "status", """{"status":"rejected"}""", """{"status":"success"}""", VendorOutcome.PartialSuccess, Effect.Partial },
        { "status", """{"status":"rejected"}""", """{"status":"rejected"}""", VendorOutcome.Failure, Effect.Unknown },
        { "status", """{"status":"rejected"}""", """{"status":"failure"}""", VendorOutcome.Failure, Effect.Unknown },
        { "status", """{}""", """{"status":"queued"}""", VendorOutcome.PartialSuccess, Effect.Partial },
        { "status", """{"status":null}""", """{"status":null}""", VendorOutcome.Failure, Effect.Unknown },
        { "status", """{"status":"Success"}""", """{"status":"In Progress"}""", VendorOutcome.Success, Effect.Applied },
        { "status", """{"status":200}""", """{"status":true}""", VendorOutcome.Success, Effect.Applied },
        { "status", """{"status":500}""", """{"status":"sent"}""", VendorOutcome.PartialSuccess, Effect.Partial },
        { "ok", """{"ok":false}""", """{"ok":true}""", VendorOutcome.PartialSuccess, Effect.Partial },
        { "ok", """{"ok":null}""", """{"ok":true}""", VendorOutcome.PartialSuccess, Effect.Partial },
        { "error", """{"error":"x"}""", """{"id":1}""", VendorOutcome.PartialSuccess, Effect.Partial },
        { "error", """{"id":2}""", """{"error":""}""", VendorOutcome.Success, Effect.Applied },
        { "number", """{"n":7}""", """{"n":0}""", VendorOutcome.PartialSuccess, Effect.Partial },
        { "number", """{"n":"E7"}""", """{"n":0}""", VendorOutcome.PartialSuccess, Effect.Partial },
        { "either", """{"a":"REJECTED"}""", """{"b":"queued"}""", VendorOutcome.PartialSuccess, Effect.Partial },
        { "either", """{"a":"queued","b":"odd"}""", """{"b":"queued"}""", VendorOutcome.PartialSuccess, Effect.Partial },
        { "both", """{"a":"REJECTED","b":"queued"}""", """{"b":"queued"}""", VendorOutcome.Success, Effect.Applied },
        { "worked", """{"s":"besetzt"}""", """{"s":"erledigt"}""", VendorOutcome.PartialSuccess, Effect.Partial },
        { "worked", """{"s":"ok"}""", """{"s":"erledigt"}""", VendorOutcome.PartialSuccess, Effect.Partial },
        { "worked", """{"s":"erledigt"}""", """{"s":"ERLEDIGT"}""", VendorOutcome.Success, Effect.Applied },
        { "coded", """{"s":"odd","code":"9"}""", """{"s":"sent"}""", VendorOutcome.PartialSuccess, Effect.Partial },
        { "coded", """{"s":"odd","code":"0"}""", """{"s":"sent"}""", VendorOutcome.Success, Effect.Applied },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public void Classify_ListOfResults_CountsAsDoneOnlyWhatSaysSo(string kind, string first, string second, VendorOutcome outcome, Effect effect)
    {
        VendorResult result = Of(kind).Classify(200, $$"""{"results":[{{first}},{{second}}]}""");

        (result.Outcome, result.Effect).Should().Be((outcome, effect), "of {0} and {1}", first, second);
    }

    [Fact]
    public void Classify_EntryOfUnknownResult_IsAnItemThatSaysSo()
    {
        VendorResult result = Of("status").Classify(200, """{"results":[{"status":"success"},{"status":"rejected"}]}""");

        result.Answer!.Items.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Index = 1, Category = Unrecognized });
        result.Answer.Advice!.Text.Should().StartWith("Check first what happened to the items");
    }

    [Fact]
    public void Classify_EntryWithAKnownCodeAndAnUnknownWord_IsTheFailureOfItsCode() =>
        Of("coded").Classify(200, """{"results":[{"s":"odd","code":"9"}]}""").Category.Should().Be(InvalidDestination);

    [Fact]
    public void Classify_BatchWhoseCountsSayAll_LetsASilentEntryPass() =>
        Vendor.EightByEightConnect.Classify(200, """{"acceptedCount":1,"rejectedCount":0,"messages":[{"umid":"x"}]}""").Outcome.Should().Be(VendorOutcome.Success);

    private static Vendor Of(string kind) => new("acme-batch", "Acme Batch", new VendorDefinition
    {
        Envelopes =
        [
            new Envelope("batch", Condition.Has("results"))
            {
                Items = kind switch
                {
                    "status" => new ItemShape("results") { Failed = Condition.Is("status", "failure") },
                    "ok" => new ItemShape("results") { Failed = Condition.IsFalse("ok") },
                    "error" => new ItemShape("results") { Failed = Condition.NotEmpty("error") },
                    "number" => new ItemShape("results") { Failed = Condition.Between("n", 1, long.MaxValue) },
                    "either" => new ItemShape("results") { Failed = Condition.Is("a", "REJECTED").Or(Condition.Is("b", "REJECTED")) },
                    "both" => new ItemShape("results") { Failed = Condition.Is("a", "REJECTED").And(Condition.Is("b", "REJECTED")) },
                    "worked" => new ItemShape("results") { Failed = Condition.Is("s", "besetzt"), Worked = Condition.Is("s", "erledigt") },
                    _ => new ItemShape("results") { Failed = Condition.Is("s", "failed"), Code = ["code"] },
                },
            },
        ],
        Codes = [new CodeSection(new SourceDocument("Manual", "acme.example"), Basis.Documented, [new("0", "Sent", VendorOutcome.Success), new("9", "Bad number", InvalidDestination)])],
    });
}
