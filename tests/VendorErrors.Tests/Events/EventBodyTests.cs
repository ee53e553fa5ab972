using System.Text;
using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Events;

/// <summary>In what events are written: JSON, forms, XML, JSON in texts, several in one body; and what no event is.</summary>
public class EventBodyTests
{
    private const string Form = "application/x-www-form-urlencoded";

    private const string Nested = """
        { "name": "status", "when": { "has": "entry[].changes[].list[].id" }, "each": "entry[].changes[].list[]", "kind": "message", "subject": "entry[].changes[].list[].id",
          "related": ["account", "entry[].id", "entry[].changes[].phone"], "state": "entry[].changes[].list[].s", "states": { "ok": "delivered", "no": "undelivered" } }
        """;

    [Theory]
    [InlineData("id=c-1&state=DONE&text=a+b%21", Form)]
    [InlineData("?id=c-1&state=DONE&text=a%20b!", null)]
    [InlineData("  id=c-1&&state=DONE&flag&text=a b%21\n", Form)]
    [InlineData("id=c-1&state=DONE&text=a%20b!\r\n", null)]
    [InlineData("id=c-0&state=DONE&id=c-1&text=a+b%21", null)]
    public void Read_AForm_IsReadByItsFields(string body, string? contentType)
    {
        VendorEvent read = AcmeEvents.Read(body, contentType is null ? [] : [("Content-Type", contentType)]);

        (read.State, read.SubjectId, read.Message).Should().Be((EventState.Completed, "c-1", "a b!"));
    }

    [Theory]
    [InlineData("id=%ZZ&state=DONE")]
    [InlineData("id=%ED%A0%80&state=DONE")]
    [InlineData("id=%&state=DONE")]
    public void Read_AFormWithBrokenEscapes_KeepsTheRest(string body) => AcmeEvents.Read(body, ("Content-Type", Form)).State.Should().Be(EventState.Completed);

    [Theory]
    [InlineData("<event><id>c-1</id><state>DONE</state></event>")]
    [InlineData("<?xml version=\"1.0\"?>\n<a:event xmlns:a=\"urn:a\"><a:id>c-1</a:id><a:state>DONE</a:state></a:event>")]
    public void Read_Xml_IsReadByItsElements(string body) => AcmeEvents.Read(body).State.Should().Be(EventState.Completed);

    [Fact]
    public void Read_JsonInAText_IsReadAsJson()
    {
        Vendor vendor = AcmeEvents.Vendor("""{ "name": "pbx", "when": { "has": "msg.call" }, "jsonText": "msg", "kind": "call", "subject": "msg.call", "related": "sn", "state": "msg.s", "states": { "ok": "completed" } }""");

        VendorEvent read = vendor.ReadEvent("""{ "type": 30012, "msg": "{\"call\":\"c-\\u0031\",\"s\":\"OK\"}", "sn": "pbx-1" }""");
        VendorEvent plain = vendor.ReadEvent("""{ "msg": { "call": "c-2", "s": "OK" } }""");
        VendorEvent broken = vendor.ReadEvent("""{ "msg": "{\"call\":\"c-3\",", "sn": "pbx-1" }""");

        (read.State, read.SubjectId, read.RelatedIds[0]).Should().Be((EventState.Completed, "c-1", "pbx-1"));
        (plain.State, plain.SubjectId).Should().Be((EventState.Completed, "c-2"));
        broken.State.Should().Be(EventState.Unknown);
    }

    [Fact]
    public void ReadEvents_ListsInLists_GiveOneEventForEachEntry()
    {
        const string Body = """
            { "account": "a", "entry": [
              { "id": "e1", "changes": [{ "phone": "p1", "list": [{ "id": 1, "s": "ok" }, { "id": 2, "s": "no" }] }, { "list": [] }, { "phone": "p2", "list": [{ "id": 3, "s": "new" }, { "no": "id" }] }] },
              { "id": "e2", "changes": [{ "list": [{ "id": 4, "s": "ok" }] }] } ] }
            """;

        IReadOnlyList<VendorEvent> events = AcmeEvents.ReadAll(AcmeEvents.Vendor(Nested), Body);

        events.Select(read => (read.SubjectId, read.State)).Should().Equal(("1", EventState.Delivered), ("2", EventState.Undelivered), ("3", EventState.Unknown), (null, EventState.Unknown), ("4", EventState.Delivered));
        events.Where(read => read.SubjectId is not null).Select(read => string.Join(" ", read.RelatedIds)).Should().Equal("a e1 p1", "a e1 p1", "a e1 p2", "a e2");
        events.Select(read => read.Key).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void ReadEvent_SeveralInOneBody_SaysThatThereAreMore()
    {
        VendorEvent first = AcmeEvents.Vendor(Nested).ReadEvent("""{ "entry": [{ "changes": [{ "list": [{ "id": 1, "s": "ok" }, { "id": 2, "s": "no" }] }] }] }""");

        first.SubjectId.Should().Be("1");
        first.Evidence.Should().Contain(evidence => evidence.Rule.Contains("2 events", StringComparison.Ordinal) && evidence.Rule.Contains("ReadEvents", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""[{ "id": "c-1", "s": "ok" }, { "id": "c-2", "s": "ok" }]""", 2)]
    [InlineData("""[{ "id": "c-1", "s": "ok" }]""", 1)]
    [InlineData("[]", 1)]
    public void ReadEvents_ABodyThatIsAList_GivesAnEventForEachEntry(string body, int count)
    {
        Vendor vendor = AcmeEvents.Vendor("""{ "name": "receipt", "when": { "has": "[].id" }, "each": "[]", "kind": "message", "subject": "[].id", "state": "[].s", "states": { "ok": "delivered" } }""");

        AcmeEvents.ReadAll(vendor, body).Should().HaveCount(count);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("17")]
    [InlineData("\"text\"")]
    [InlineData("plain words")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("<html><body>Not here</body></html>")]
    [InlineData("{ \"id\": ")]
    [InlineData("\u0000\u0001\u0002")]
    [InlineData("<event><id>c-1</id>")]
    [InlineData("id=c-1&state=DONE&tex")]
    [InlineData("id=c-1&state=DONE&text=%")]
    [InlineData("id=c-1&state=DONE&text=%2")]
    public void Read_WhatIsNoEvent_IsUnknownAndSaysWhy(string body)
    {
        VendorEvent read = AcmeEvents.Read(body);

        (read.State, read.Outcome, read.IsFinal, read.Category, read.Effect, read.NextAttempt).Should().Be((EventState.Unknown, VendorOutcome.Undetermined, false, null, Effect.Unknown, NextAttempt.Undetermined));
        read.Evidence.Should().NotBeEmpty();
        read.Key.Should().NotBeEmpty();
    }

    [Fact]
    public void Read_ACutBody_IsUnknownWhateverItSaysSoFar()
    {
        const string Whole = """{ "id": "c-1", "state": "DONE", "text": "all is well" }""";

        Enumerable.Range(1, Whole.Length - 1).Select(length => AcmeEvents.Read(Whole[..length]).State).Should().OnlyContain(state => state == EventState.Unknown);
        AcmeEvents.Read(Whole).State.Should().Be(EventState.Completed);
    }

    [Fact]
    public void Read_OfAVendorWithoutEvents_SaysThatNoneAreKnown() =>
        Vendor.Slack.ReadEvent("""{ "id": 1 }""").Evidence.Should().Contain(evidence => evidence.Rule == "no events of Slack are known");

    [Fact]
    public void Read_AnAnswer_SaysThatItLooksLikeOne() =>
        Vendor.EightByEightConnect.ReadEvent("""{ "statusCode": -1007, "statusMessage": "Invalid action", "sessionStatus": "NOT_CREATED" }""").Evidence
            .Should().Contain(evidence => evidence.Rule.Contains("this looks like an answer, of the shape 'voice'", StringComparison.Ordinal));

    [Theory]
    [InlineData("""{"namespace":"VOICE","eventType":"SESSION_SUMMARY","payload":{"sessionId":"s","sessionStatus":"COMPLETED"}}""")]
    [InlineData("""{"namespace":"SMS","eventType":"outbound_message_status_changed","payload":{"umid":"u","status":{"state":"delivered"}}}""")]
    public void Explain_AnEvent_SaysThatItIsNoAnswer(string body)
    {
        VendorResult result = Vendor.EightByEightConnect.Explain(new VendorResponse(0, Encoding.UTF8.GetBytes(body)));

        result.IsSuccess.Should().BeFalse();
        result.Evidence.Should().Contain(evidence => evidence.Rule.Contains("this looks like an event", StringComparison.Ordinal) && evidence.Rule.Contains("ReadEvents", StringComparison.Ordinal));
    }

    // Bare events may have the shape of an answer, too; without an HTTP status it is said.
    [Fact]
    public void Explain_AnEventThatAnEnvelopeTakes_SaysSoWhereThereIsNoStatus()
    {
        const string Bare = """{"umid":"9e09ac86-bd74-5465-851d-1eb5a5fdbb9a","status":{"state":"rejected","errorCode":15,"timestamp":"2026-01-01T00:00:00Z"}}""";

        Hints(0).Should().ContainSingle();
        Hints(200).Should().BeEmpty();

        IEnumerable<Evidence> Hints(int status) => Vendor.EightByEightConnect.Explain(new VendorResponse(status, Encoding.UTF8.GetBytes(Bare))).Evidence.Where(evidence => evidence.Rule.Contains("this looks like an event", StringComparison.Ordinal));
    }

    [Fact]
    public void ReadEvents_AHugeList_IsBounded()
    {
        Vendor vendor = AcmeEvents.Vendor("""{ "name": "receipt", "when": { "has": "[].id" }, "each": "[]", "kind": "message", "state": "[].s", "states": { "ok": "delivered" } }""");
        string body = $"[{string.Join(",", Enumerable.Repeat("""{"id":1,"s":"ok"}""", 12_000))}]";

        IReadOnlyList<VendorEvent> events = AcmeEvents.ReadAll(vendor, body);

        events.Should().HaveCount(10_000);
        events[^1].Evidence.Should().Contain(evidence => evidence.Rule.Contains("more than", StringComparison.Ordinal));
    }
}
