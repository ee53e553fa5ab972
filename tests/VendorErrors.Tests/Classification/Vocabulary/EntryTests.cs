using System.Text;
using FluentAssertions;
using VendorErrors.Classification;
using VendorErrors.Definitions;
using Xunit;
using static VendorErrors.ErrorCategory;

namespace VendorErrors.Tests.Classification.Vocabulary;

/// <summary>Lists: which entry leads, what is neither failed nor worked, and a body that is a list itself.</summary>
public class EntryTests
{
    [Theory]
    [InlineData(ItemLead.Worst, NotFound, "gone")]
    [InlineData(ItemLead.First, RateLimited, "slow")]
    public void Explain_SeveralCauses_AreLedByTheOneThatTheDefinitionNames(ItemLead lead, ErrorCategory category, string message)
    {
        Vendor vendor = Acme.Of(
            new Envelope("list", Condition.Has("errors")) { Items = new ItemShape("errors") { Code = ["code"], Message = ["text"], Lead = lead } },
            new("1", "Slow", RateLimited),
            new("2", "Gone", NotFound));

        VendorResult result = vendor.Explain(409, """{"errors":[{"code":1,"text":"slow"},{"code":2,"text":"gone"}]}""");

        result.Category.Should().Be(category);
        result.Answer!.Messages[0].Should().Be(message);
        result.Evidence.Should().Contain(seen => seen.Location == $"errors[{(lead == ItemLead.First ? 0 : 1)}]");
    }

    [Theory]
    [InlineData("\"status\":\"sent\"", VendorOutcome.Success, null)]
    [InlineData("\"status\":\"Queued\"", VendorOutcome.Success, null)]
    [InlineData("\"status\":\"strange\"", VendorOutcome.Failure, Effect.None)]
    [InlineData("\"status\":null", VendorOutcome.Failure, Effect.Unknown)]
    [InlineData("\"other\":1", VendorOutcome.Failure, Effect.Unknown)]
    public void Explain_FailedIsWhatIsNotInAList_IsUnknownWhereNothingIsSaid(string entry, VendorOutcome outcome, Effect? effect)
    {
        Vendor vendor = Results(Condition.Not(Condition.Is("status", "sent", "queued")));
        VendorResult result = vendor.Explain(200, $$"""{"messages":[{"code":9,{{entry}}}]}""");
        VendorResult silent = vendor.Explain(200, $$"""{"messages":[{{{entry}}}]}""");

        result.Outcome.Should().Be(outcome);
        (effect == Effect.Unknown ? silent.Effect : effect ?? Effect.None).Should().Be(effect ?? Effect.None);
        silent.IsSuccess.Should().Be(outcome == VendorOutcome.Success);
    }

    [Theory]
    [InlineData("""{"status":"strange"}""", "Send only the failed items again")]
    [InlineData("""{"status":null}""", "Check first what happened")]
    [InlineData("""{"to":"x"}""", "Check first what happened")]
    public void Explain_EntryThatDoesNotSayWhetherItFailed_IsNotToBeSentAgain(string entry, string advice) =>
        Results(Condition.Not(Condition.Is("status", "sent", "queued"))).Explain(207, $$"""{"messages":[{"status":"sent"},{{entry}}]}""").Answer!.Advice!.Text.Should().StartWith(advice);

    [Theory]
    [InlineData("""{"status":"sent","kind":"a"}""", true)]
    [InlineData("""{"status":"lost","kind":"a"}""", false)]
    [InlineData("""{"kind":"a"}""", false)]
    [InlineData("""{"status":"lost","kind":"b"}""", true)]
    public void Explain_NotWithinAnd_FailsOnlyWhereBothAreSaid(string entry, bool isSuccess) =>
        Results(Condition.Is("kind", "a").And(Condition.Not(Condition.Is("status", "sent")))).Explain(200, $$"""{"messages":[{{entry}}]}""").IsSuccess
            .Should().Be(isSuccess && !entry.Contains("\"b\"", StringComparison.Ordinal));

    [Theory]
    [InlineData("""{"id":1}""", true)]
    [InlineData("""{"x":1}""", false)]
    public void Explain_NotOfAPresence_IsSaidByTheAbsence(string entry, bool isSuccess) =>
        Results(Condition.Not(Condition.Has("id"))).Explain(200, $$"""{"messages":[{{entry}}]}""").IsSuccess.Should().Be(isSuccess);

    [Theory]
    [InlineData("failed", false)]
    [InlineData("sent", true)]
    [InlineData("strange", false)]
    public void Explain_NotOfNot_IsTheConditionItself(string status, bool isSuccess) =>
        Results(Condition.Not(Condition.Not(Condition.Is("status", "failed")))).Explain(200, $$"""{"messages":[{"status":"{{status}}"}]}""").IsSuccess.Should().Be(isSuccess);

    [Theory]
    [InlineData("""{"a":1,"b":{"c":2}}""", false)]
    [InlineData("""{"a":2,"b":{"c":2}}""", true)]
    public void Classify_NotInAnEnvelope_IsThreeValued(string body, bool holds)
    {
        Vendor vendor = Acme.Of(new Envelope("own", Condition.Not(Condition.Between("a", 1, 1)).And(Condition.Has("b"))) { Code = ["b.c"] }, new CodeRow("2", "Gone", Gone));
        byte[] bytes = Encoding.UTF8.GetBytes(body);

        (vendor.Classify(200, body).Category == Gone).Should().Be(holds);
        Classifier.ClassifyBeginning(vendor.Catalog, new VendorResponse(200, bytes.AsSpan(0, 3)), out _, out _).Should().Be(Truth.Open);
    }

    [Fact]
    public void Classify_MemberOfANotThatComesLate_IsWaitedFor()
    {
        Vendor vendor = Acme.Of(new Envelope("own", Condition.Not(Condition.Between("a", 1, 1))) { Code = ["code"] }, new CodeRow("0", "Fine", VendorOutcome.Success));

        vendor.Classify(200, """{"code":0,"a":1}""").Confidence.Should().Be(Confidence.StatusOnly);
        vendor.Classify(200, """{"code":0,"a":2}""").Confidence.Should().Be(Confidence.Exact);
        Classifier.ClassifyBeginning(vendor.Catalog, new VendorResponse(200, """{"code":0,"""u8), out _, out _).Should().Be(Truth.Open);
    }

    [Theory]
    [InlineData("""[{"status":207,"id":"a"},{"status":404,"code":"x","id":"b"}]""", VendorOutcome.PartialSuccess)]
    [InlineData("""[{"status":200},{"status":201}]""", VendorOutcome.Success)]
    [InlineData("""[{"status":429,"id":"a"}]""", VendorOutcome.Failure)]
    [InlineData("""[{"other":1}]""", VendorOutcome.Success)]
    [InlineData("[]", VendorOutcome.Success)]
    [InlineData("""["status",{"status":404}]""", VendorOutcome.Success)]
    [InlineData("""{"status":404}""", VendorOutcome.Failure)]
    public void Explain_BodyThatIsAList_IsReadByItsEntries(string body, VendorOutcome outcome)
    {
        VendorResult result = s_batch.Explain(207, body);

        result.Outcome.Should().Be(outcome);
        s_batch.Classify(207, body).Outcome.Should().Be(outcome);
        result.Answer!.Items.Select(item => item.Id).Should().Equal(outcome == VendorOutcome.PartialSuccess ? ["b"] : outcome == VendorOutcome.Failure && body[0] == '[' ? ["a"] : []);
    }

    [Fact]
    public void ClassifyBeginning_ListThatAnEnvelopeLooksInto_IsOpenUntilItIsWhole()
    {
        byte[] body = Encoding.UTF8.GetBytes("""[{"status":200},{"status":404}]""");
        for (var length = 0; length < body.Length; length++)
        {
            Classifier.ClassifyBeginning(s_batch.Catalog, new VendorResponse(207, body.AsSpan(0, length)), out _, out bool isWhole).Should().NotBe(Truth.Yes);
            isWhole.Should().BeFalse();
        }

        Classifier.ClassifyBeginning(s_batch.Catalog, new VendorResponse(207, body), out _, out bool whole).Should().Be(Truth.No);
        whole.Should().BeTrue();
        Classifier.ClassifyBeginning(s_truthful.Catalog, new VendorResponse(207, body.AsSpan(0, 8)), out _, out _).Should().NotBe(Truth.Yes);
    }

    [Fact]
    public void ClassifyBeginning_ListThatNoEnvelopeLooksInto_IsASuccessAtOnce() =>
        Classifier.ClassifyBeginning(Results(Condition.Is("status", "failed")).Catalog, new VendorResponse(200, """[{"status":"failed"""u8), out _, out _).Should().Be(Truth.Yes);

    private static readonly Vendor s_batch = Acme.Of(BatchEnvelope(), new CodeRow("404", "Not here", NotFound));

    private static readonly Vendor s_truthful = new("acme-truthful", "Acme Truthful", new VendorDefinition { SuccessMayCarryError = false, Envelopes = [BatchEnvelope()] });

    private static Envelope BatchEnvelope() => new("batch", Condition.Has("[].status"))
    {
        Items = new ItemShape("[]") { Failed = Condition.Between("status", 400, 599), Code = ["code"], Status = "status", Id = ["id"] },
    };

    private static Vendor Results(Condition failed) => Acme.Of(
        new Envelope("results", Condition.Has("messages")) { Items = new ItemShape("messages") { Failed = failed, Code = ["code"] } },
        new CodeRow("9", "Refused", ValidationFailed));
}
