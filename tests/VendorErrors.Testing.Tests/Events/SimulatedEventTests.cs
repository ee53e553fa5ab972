using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace VendorErrors.Testing.Tests.Events;

/// <summary>A simulated vendor sends events of what it did, when a step says so, and of nothing else.</summary>
public class SimulatedEventTests
{
    private const string Customer = "+6560000001";
    private static readonly SimulatedEvent s_trunkFull = SimulatedEvent.Of(EventState.Failed, code: "-2010").After(TimeSpan.FromSeconds(30));

    private const string KeyHeader = "Idempotency-Key";

    private readonly VirtualTime _time = new();
    private readonly VendorSimulator _calls;
    private readonly List<SimulatedDelivery> _received = [];

    public SimulatedEventTests()
    {
        _calls = new VendorSimulator(Vendor.EightByEightConnect, new() { Time = _time });
        _calls.SendEventsTo((delivery, _) =>
        {
            _received.Add(delivery);
            return Task.CompletedTask;
        });
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ACallThatEndsBadly_IsSaidByAnEventWithItsIds()
    {
        _calls.Next(SimulatedStep.Ok.ThenEvent(s_trunkFull));

        string answer = await DialAsync(_calls, "call-7");
        await _calls.WaitForDeliveriesAsync(cancellationToken: Token);

        VendorEvent seen = Vendor.EightByEightConnect.ReadEvent(_received.Single().Body);
        (seen.Kind, seen.State, seen.Category, seen.Code, seen.NextAttempt).Should().Be((EventKind.Session, EventState.Failed, ErrorCategory.ConcurrencyLimited, "-2010", NextAttempt.Soon));
        answer.Should().Contain($"\"sessionId\":\"{seen.SubjectId}\"");
        (seen.ClientReference, seen.OccurredAt).Should().Be(("call-7", _time.Start + TimeSpan.FromSeconds(30)));
        (_received[0].At, _received[0].RequestNumber, _received[0].ContentType).Should().Be((_time.Start + TimeSpan.FromSeconds(30), 1, "application/json; charset=utf-8"));
        _calls.Deliveries.Single().Outcome.Should().Be("received");
    }

    [Fact]
    public async Task WithoutAScript_NothingIsSent()
    {
        await DialAsync(_calls);
        await _calls.WaitForDeliveriesAsync(cancellationToken: Token);

        _calls.Deliveries.Should().BeEmpty();
        _time.Elapsed.Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public async Task AnEventThatSaysThatNobodyWasDialed_IsNoCall()
    {
        _calls.Next(SimulatedStep.Ok.ThenEvent(s_trunkFull), SimulatedStep.Ok.ThenEvent(SimulatedEvent.Of(EventState.Busy)));

        await DialAsync(_calls);
        int afterTheFirst = _calls.TimesCalled(Customer);
        await DialAsync(_calls);

        (afterTheFirst, _calls.TimesCalled(Customer), _calls.Executed.Count).Should().Be((0, 1, 2));
    }

    [Fact]
    public async Task Twice_IsTheSameEvent()
    {
        _calls.Next(SimulatedStep.Ok.ThenEvent(SimulatedEvent.Of(EventState.Busy).About(EventKind.Call).Twice(TimeSpan.FromMinutes(5))));

        await DialAsync(_calls);
        await _calls.WaitForDeliveriesAsync(cancellationToken: Token);

        _received.Select(delivery => delivery.Attempt).Should().Equal(1, 2);
        _received[1].Body.Should().Be(_received[0].Body);
        _received[0].Event.EventId.Should().NotBeNullOrEmpty();
        (_received[1].Event.Key, _received[1].At - _received[0].At).Should().Be((_received[0].Event.Key, TimeSpan.FromMinutes(5)));
    }

    [Fact]
    public async Task TwoEvents_HaveIdsOfTheirOwn()
    {
        SimulatedEvent answered = SimulatedEvent.Of(EventState.Answered);
        _calls.Next(SimulatedStep.Ok.ThenEvent(answered).ThenEvent(answered));
        _calls.Next(SimulatedStep.Ok.ThenEvent(answered));

        await DialAsync(_calls);
        await DialAsync(_calls);
        await _calls.WaitForDeliveriesAsync(cancellationToken: Token);

        _received.Select(delivery => delivery.Event.EventId).Should().OnlyHaveUniqueItems().And.HaveCount(3);
        _received[2].Event.Concerns(_received[0].Event.SubjectId).Should().BeFalse("these are two calls");
        _received[1].Event.Concerns(_received[0].Event.SubjectId).Should().BeTrue();
    }

    [Fact]
    public async Task ALateEvent_ComesAfterANewerOne()
    {
        _calls.Next(SimulatedStep.Ok
            .ThenEvent(SimulatedEvent.Of(EventState.Answered).After(TimeSpan.FromSeconds(5)).Late(TimeSpan.FromSeconds(55)))
            .ThenEvent(SimulatedEvent.Of(EventState.Completed).About(EventKind.Call).After(TimeSpan.FromSeconds(40))));

        await DialAsync(_calls);
        await _calls.WaitForDeliveriesAsync(cancellationToken: Token);

        _received.Select(delivery => delivery.Event.State).Should().Equal(EventState.Completed, EventState.Answered);
        _received[1].Event.OccurredAt.Should().BeBefore(_received[0].Event.OccurredAt!.Value);
    }

    [Fact]
    public async Task AnEventOfALeg_IsTiedByTheIdOfTheSession()
    {
        _calls.Next(SimulatedStep.Ok.ThenEvent(SimulatedEvent.Of(EventState.Answered)));

        string answer = await DialAsync(_calls);
        await _calls.WaitForDeliveriesAsync(cancellationToken: Token);

        VendorEvent leg = _received.Single().Event;
        leg.Kind.Should().Be(EventKind.Call);
        answer.Should().Contain(leg.RelatedIds.Single()).And.NotContain(leg.SubjectId);
    }

    [Fact]
    public async Task AnIdOfItsOwnAnswer_IsThatOfTheEvent()
    {
        ComposedResponse own = VendorResponses.Success(Vendor.EightByEightConnect) with { Body = """{"sessionId":"s-77","sessionStatus":"CREATED","statusCode":1,"statusMessage":"Created"}""" };
        _calls.Next(SimulatedStep.Answer(own).ThenEvent(s_trunkFull));

        await DialAsync(_calls);
        await _calls.WaitForDeliveriesAsync(cancellationToken: Token);

        _received.Single().Event.SubjectId.Should().Be("s-77");
    }

    [Fact]
    public async Task ALostAnswer_StillHasItsEvent_KnownByTheCallersReference()
    {
        _calls.Next(SimulatedStep.Drop().AfterExecution().ThenEvent(SimulatedEvent.Of(EventState.Completed)));

        await FluentActions.Awaiting(() => DialAsync(_calls, "call-9")).Should().ThrowAsync<HttpRequestException>();
        await _calls.WaitForDeliveriesAsync(cancellationToken: Token);

        _received.Single().Event.Concerns("call-9").Should().BeTrue();
    }

    [Fact]
    public async Task ALateExecution_IsFollowedByItsEvent()
    {
        _calls.Next(SimulatedStep.GatewayPage(504).LateExecution(TimeSpan.FromSeconds(20)).ThenEvent(SimulatedEvent.Of(EventState.Completed).After(TimeSpan.FromSeconds(10))));

        await DialAsync(_calls);
        int before = _calls.TimesCalled(Customer);
        await _calls.WaitForDeliveriesAsync(cancellationToken: Token);

        (before, _calls.TimesCalled(Customer), _time.Elapsed).Should().Be((0, 1, TimeSpan.FromSeconds(30)));
        _received.Single().Event.OccurredAt.Should().Be(_time.Start + TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task WhatWasDoneBeforeWithTheSameKey_HasNoSecondEvent()
    {
        var keyed = new VendorSimulator(Keyed(), new() { Time = _time, Events = new EventRules() });

        await SendKeyedAsync(keyed);
        await SendKeyedAsync(keyed);
        await keyed.WaitForDeliveriesAsync(cancellationToken: Token);

        (keyed.Executed.Count, keyed.Deliveries.Count).Should().Be((1, 1));
    }

    [Fact]
    public async Task ALateExecution_ThatIsTooLate_HasNoEvent()
    {
        var keyed = new VendorSimulator(Keyed(), new() { Time = _time, Events = new EventRules() });
        keyed.Next(SimulatedStep.GatewayPage(504).LateExecution(TimeSpan.FromMinutes(1)));

        await SendKeyedAsync(keyed);
        await SendKeyedAsync(keyed);
        await keyed.WaitForDeliveriesAsync(cancellationToken: Token);

        _time.Elapsed.Should().BeGreaterThan(TimeSpan.FromMinutes(1));
        keyed.Executed.Single().Number.Should().Be(2);
        keyed.Deliveries.Single().RequestNumber.Should().Be(2);
    }

    [Fact]
    public async Task ABatch_HasAnEventForEachPersonThatItReached()
    {
        var sms = new VendorSimulator(Vendor.EightByEightConnect, new() { Time = _time, Events = new EventRules() });

        await sms.CreateClient().SendJsonAsync(
            "POST", "api/v1/subaccounts/demo/messages/batch", """{"messages":[{"destination":"+12025550147","clientMessageId":"order-1"},{"destination":"+12025550148","clientMessageId":"order-2"}]}""").StatusAsync();
        await sms.WaitForDeliveriesAsync(cancellationToken: Token);

        VendorEvent[] events = [.. sms.Deliveries.Select(delivery => delivery.Event)];
        events.Select(seen => (seen.State, seen.ClientReference)).Should().Equal((EventState.Delivered, "order-1"), (EventState.Delivered, "order-2"));
        events.Select(seen => seen.SubjectId).Should().OnlyHaveUniqueItems();
        events.SelectMany(seen => seen.RelatedIds).Distinct(StringComparer.Ordinal).Should().ContainSingle("both are of one batch");
    }

    [Fact]
    public async Task AForm_StaysAForm()
    {
        var twilio = new VendorSimulator(Vendor.Find("twilio")!, new() { Time = _time, Events = new EventRules() });
        using var message = new FormUrlEncodedContent([new("To", "+12025550147"), new("Body", "hello")]);

        string answer = await twilio.CreateClient().PostAsync(new Uri("2010-04-01/Accounts/AC1/Messages.json", UriKind.Relative), message, Token).TextAsync();
        await twilio.WaitForDeliveriesAsync(cancellationToken: Token);

        SimulatedDelivery delivery = twilio.Deliveries.Single();
        (delivery.ContentType, delivery.Event.State).Should().Be(("application/x-www-form-urlencoded", EventState.Delivered));
        answer.Should().Contain(delivery.Event.SubjectId);
    }

    [Fact]
    public async Task AManualClock_DeliversOnTheWay()
    {
        var time = new VirtualTime(isManual: true);
        var calls = new VendorSimulator(Vendor.EightByEightConnect, new() { Time = time });
        calls.Next(SimulatedStep.Ok.ThenEvent(s_trunkFull));

        await DialAsync(calls);
        time.Advance(TimeSpan.FromSeconds(29));
        int before = calls.Deliveries.Count;
        time.Advance(TimeSpan.FromSeconds(1));

        (before, calls.Deliveries.Count).Should().Be((0, 1));
    }

    [Fact]
    public async Task ACount_IsWaitedFor_ThoughItIsCausedOnTheWay()
    {
        _calls.Next(SimulatedStep.Ok.ThenEvent(s_trunkFull), SimulatedStep.Ok.ThenEvent(SimulatedEvent.Of(EventState.Completed)));
        _calls.SendEventsTo(async (delivery, _) =>
        {
            if (delivery.Event.NextAttempt == NextAttempt.Soon)
            {
                await DialAsync(_calls);
            }
        });

        await DialAsync(_calls);
        await _calls.WaitForDeliveriesAsync(count: 2, Token);

        _calls.Deliveries.Select(delivery => delivery.Event.State).Should().Equal(EventState.Failed, EventState.Completed);
    }

    [Fact]
    public async Task WhatAReceiverThrows_IsThrownAtWhoeverWaits()
    {
        _calls.SendEventsTo((_, _) => throw new FormatException("not what was expected"));
        _calls.Next(SimulatedStep.Ok.ThenEvent(s_trunkFull));

        await DialAsync(_calls);

        await FluentActions.Awaiting(() => _calls.WaitForDeliveriesAsync(cancellationToken: Token))
            .Should().ThrowAsync<InvalidOperationException>().WithMessage("A receiver of events failed: not what was expected");
        _calls.Deliveries.Single().Outcome.Should().Be(nameof(FormatException));
    }

    [Fact]
    public async Task AWebhookThatIsNotThere_IsNoFaultOfTheVendor()
    {
        _calls.SendEventsTo(new Uri("http://127.0.0.1:1/"));
        _calls.Next(SimulatedStep.Ok.ThenEvent(s_trunkFull));

        await DialAsync(_calls);
        await _calls.WaitForDeliveriesAsync(cancellationToken: Token);

        _calls.Deliveries.Single().Outcome.Should().Be(nameof(HttpRequestException));
    }

    [Fact]
    public void OfWhatIsNotDone_ThereIsNoEvent()
    {
        FaultOf(SimulatedStep.Drop().ThenEvent(s_trunkFull)).Should().Contain("'drop' is not executed, so there is nothing to send an event of; 'after execution' or 'late execution' says that it is");
        FaultOf(SimulatedStep.GatewayPage().ThenEvent(s_trunkFull)).Should().Contain("is not executed");
        FaultOf(SimulatedStep.Refuse().ThenEvent(s_trunkFull)).Should().Contain("is not executed");
        FaultOf(SimulatedStep.Code("1002").ThenEvent(s_trunkFull)).Should().Contain("says that nothing was done");
        _calls.Deliveries.Should().BeEmpty();
    }

    [Fact]
    public void AnEventThatTheVendorHasNot_SaysWhatItHas()
    {
        FaultOf(SimulatedStep.Ok.ThenEvent(SimulatedEvent.Of(EventState.Failed, code: "-1"))).Should()
            .Contain("'event failed -1' cannot be sent: no captured event of 8x8 Connect says that. They say call: ").And.Contain("session: ").And.Contain("failed with the codes -2004, -2010");
        FluentActions.Invoking(() => new VendorSimulator(Vendor.Slack).Next(SimulatedStep.Ok.ThenEvent(SimulatedEvent.Of(EventState.Busy)))).Should()
            .Throw<ArgumentException>().WithMessage("'event busy' cannot be sent: the pack of * carries no captured events.*");
    }

    [Fact]
    public async Task AnEventOfAnotherKindOfRequest_ThrowsAtTheClient()
    {
        _calls.Next(SimulatedStep.Ok.ThenEvent(SimulatedEvent.Of(EventState.Delivered)));

        await FluentActions.Awaiting(() => DialAsync(_calls)).Should().ThrowAsync<InvalidOperationException>().WithMessage("'event delivered' cannot be sent: * of a request that asks for dial*");
    }

    [Fact]
    public void Times_AreNotNegative()
    {
        FluentActions.Invoking(() => s_trunkFull.After(TimeSpan.FromTicks(-1))).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => s_trunkFull.Late(TimeSpan.FromTicks(-1))).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => s_trunkFull.Twice(TimeSpan.FromTicks(-1))).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public async Task ADeliveryInWords_HoldsNothingOfTheBody()
    {
        _calls.Next(SimulatedStep.Ok.ThenEvent(s_trunkFull.Twice()));

        await DialAsync(_calls);
        await _calls.WaitForDeliveriesAsync(cancellationToken: Token);

        _calls.Deliveries[1].ToString().Should().Be("2 of request 1: 8x8-connect session: failed, concurrency_limited (-2010), again: received");
    }

    [Theory]
    [InlineData("next: event failed -2010 after 30s twice", "Failed 30, Failed 31")]
    [InlineData("next: ok event answered after 5s late 55s event completed after 40s", "Completed 40, Answered 60")]
    [InlineData("next: drop after execution event no-answer after 0s", "NoAnswer 0")]
    [InlineData("next: drop event busy after execution", "Busy 1")]
    [InlineData("next: page 504 late execution 20s event completed after 10s", "Completed 30")]
    public async Task AScript_SaysItToo(string script, string expected)
    {
        _calls.Play(script);

        await FluentActions.Awaiting(() => DialAsync(_calls)).Should().NotThrowAsync<InvalidOperationException>();
        await _calls.WaitForDeliveriesAsync(cancellationToken: Token);

        string.Join(", ", _received.Select(delivery => $"{delivery.Event.State} {(delivery.At - _time.Start).TotalSeconds}")).Should().Be(expected);
    }

    [Theory]
    [InlineData("next: event", "the state is missing")]
    [InlineData("next: event gone", "'gone' is none of unknown, queued, in_progress, ringing, answered, completed, delivered, read, no_answer, busy, rejected, canceled, undelivered, expired, failed")]
    [InlineData("next: event failed -2010 after", "the time after which it happens is missing")]
    [InlineData("next: event failed -2010 later", "'later' is none of before execution, after execution, late execution, event, delay, slow, cut, wait or message")]
    [InlineData("next: drop event failed", "'drop' is not executed")]
    [InlineData("next: event failed 17x", "'event failed 17x' cannot be sent: no captured event of 8x8 Connect says that")]
    public void AScriptWithAFault_IsNotPlayed(string script, string fault) =>
        FluentActions.Invoking(() => _calls.Play(script)).Should().Throw<SimulatorScriptException>().Which.Message.Should().StartWith($"line 1: {fault}");

    private static async Task<string> DialAsync(VendorSimulator calls, string? reference = null) =>
        await calls.CreateClient().PostAsJsonAsync(
            "api/v1/subaccounts/demo/callflows",
            new { clientRequestId = reference, callflow = new[] { new { action = "makeCall", @params = new { source = "+6560000000", destination = Customer } } } },
            Token).TextAsync();

    /// <summary>Dexatel, if it honored an idempotency key.</summary>
    private static Vendor Keyed()
    {
        using var pack = new MemoryStream();
        Vendor.Dexatel.WritePack(pack);
        JsonNode keyed = JsonNode.Parse(pack.ToArray())!;
        keyed["id"] = "keyed";
        keyed["idempotencyKey"] = new JsonObject { ["header"] = KeyHeader };
        using var changed = new MemoryStream(Encoding.UTF8.GetBytes(keyed.ToJsonString()));
        return Vendor.Load(changed);
    }

    private static async Task SendKeyedAsync(VendorSimulator keyed)
    {
        using HttpRequestMessage request = Calls.Json("POST", "v1/messages", """{"data":{"to":["+12025550147"]}}""");
        request.Headers.Add(KeyHeader, "once");
        await keyed.CreateClient().SendAsync(request, Token).StatusAsync();
    }

    private string FaultOf(SimulatedStep step) => FluentActions.Invoking(() => _calls.Next(step)).Should().Throw<ArgumentException>().Which.Message;
}
