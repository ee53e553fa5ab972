using System.Net;
using Polly;
using VendorErrors.Retries;

namespace VendorErrors.Http.Tests.Ledger;

/// <summary>What a worker sees whose requests have a call id.</summary>
public class CallLedgerHandlerTests : LedgerBench
{
    [Fact]
    public async Task ASecondDelivery_OfACallThatIsDone_GetsItsVerdictAndIsNotSent()
    {
        using HttpResponseMessage first = await DeliverAsync();
        using HttpResponseMessage second = await DeliverAsync();

        Remote.Sends.Should().Be(1);
        second.StatusCode.Should().Be(HttpStatusCode.OK);
        second.GetVendorResult().Outcome.Should().Be(VendorOutcome.Success);
        second.GetVendorResult().Code.Should().Be(Asset.IsForNet ? first.GetVendorResult().Code : null, "verdicts are kept as JSON, which .NET Standard 2.0 does not read");
        second.GetVendorDecision().Source.Should().Be(DecisionSource.Ledger);
        first.GetVendorDecision().Source.Should().Be(DecisionSource.Answer);
        second.GetVendorDecision().ForQueue(second.GetVendorResult()).Action.Should().Be(QueueAction.Acknowledge);
    }

    [Fact]
    public async Task ADelivery_WhileAnotherIsOnItsWay_StopsInFlight()
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        Remote.Answer = _ => answer.Task;
        Task<HttpResponseMessage> first = DeliverAsync();

        VendorErrorException second = await StopAsync();

        second.Decision.StopReason.Should().Be(StopReason.InFlight);
        second.Decision.Wait.Should().BePositive();
        second.Result.Effect.Should().Be(Effect.Unknown);
        second.Decision.ForQueue(second.Result).Action.Should().Be(QueueAction.Requeue);
        answer.SetResult(AnyVendor.Json(Done));
        (await first).GetVendorResult().IsSuccess.Should().BeTrue();
        Remote.Sends.Should().Be(1);
    }

    [Fact]
    public async Task ACallThatWasRefused_MayBeSentAgain_AlsoCorrected()
    {
        AnswerWith(Refused);
        using HttpResponseMessage refused = await DeliverAsync(RequestOf(content: "wrong"));
        AnswerWith(Done);
        using HttpResponseMessage corrected = await DeliverAsync(RequestOf(content: "right"));

        refused.GetVendorResult().Effect.Should().Be(Effect.None);
        corrected.GetVendorResult().IsSuccess.Should().BeTrue();
        Remote.Sends.Should().Be(2);
    }

    [Fact]
    public async Task AnIdOfAnotherRequest_IsAFault()
    {
        using HttpResponseMessage first = await DeliverAsync(RequestOf(content: "one"));

        VendorErrorException other = await StopAsync(RequestOf(content: "other"));

        other.Decision.StopReason.Should().Be(StopReason.CallIdConflict);
        other.Message.Should().Contain("one call id for one request");
        other.Decision.ForQueue(other.Result).Action.Should().Be(QueueAction.DeadLetter);
        Remote.Sends.Should().Be(1);
    }

    [Fact]
    public async Task TheCallersOwnFingerprint_StandsForTheRequest()
    {
        using HttpResponseMessage first = await DeliverAsync(RequestOf(content: "sent at 10:00", fingerprint: "customer 42"));
        using HttpResponseMessage second = await DeliverAsync(RequestOf(content: "sent at 10:05", fingerprint: "customer 42"));

        second.GetVendorDecision().Source.Should().Be(DecisionSource.Ledger);
        Remote.Sends.Should().Be(1);
    }

    [Fact]
    public async Task Multipart_IsTheSameRequest_WhateverItsBoundary()
    {
        Task<HttpResponseMessage> SendPartsAsync(string boundary, string text) =>
            DeliverAsync(RequestOf(make: () => new MultipartFormDataContent(boundary) { { new StringContent(text), "number" } }));

        using HttpResponseMessage first = await SendPartsAsync("one", "1");
        using HttpResponseMessage second = await SendPartsAsync("two", "1");

        second.GetVendorDecision().Source.Should().Be(DecisionSource.Ledger);
        await FluentActions.Awaiting(() => SendPartsAsync("one", "2")).Should().ThrowAsync<VendorErrorException>();
        Remote.Sends.Should().Be(1);
    }

    [Fact]
    public async Task ABatchThatWasDoneInPart_KeepsItsItems()
    {
        const string batch = """{"batchId":"fx-batch-1","acceptedCount":1,"rejectedCount":1,"messages":[{"umid":"u1","clientMessageId":"c1","status":{"code":"QUEUED","description":"SMS is accepted and queued for processing"}},{"umid":"u2","clientMessageId":"c2","status":{"code":"REJECTED","description":"Invalid MSISDN format (not E.164 international number)"}}]}""";
        AnswerWith(batch);
        using HttpResponseMessage first = await DeliverAsync(RequestOf(path: "/api/v1/subaccounts/s/messages/batch"), vendor: Vendor.EightByEightConnect);
        using HttpResponseMessage second = await DeliverAsync(RequestOf(path: "/api/v1/subaccounts/s/messages/batch"), vendor: Vendor.EightByEightConnect);

        first.GetVendorResult().Outcome.Should().Be(VendorOutcome.PartialSuccess);
        second.GetVendorResult().Outcome.Should().Be(VendorOutcome.PartialSuccess);
        first.GetVendorResult().Answer!.Items.Should().NotBeEmpty();
        second.GetVendorResult().Answer!.Items.Should().HaveCount(Asset.IsForNet ? first.GetVendorResult().Answer!.Items.Count : 0, "verdicts are kept as JSON, which .NET Standard 2.0 does not read");
        Remote.Sends.Should().Be(1);
    }

    [Fact]
    public async Task InAPipeline_TheSameHolds()
    {
        ResiliencePipeline<HttpResponseMessage> pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = Time }
            .AddVendorRetry(Vendor.TalkdeskDialer, LedgerOf())
            .Build();
        for (var delivery = 0; delivery < 2; delivery++)
        {
            ResilienceContext context = ResilienceContextPool.Shared.Get(Token);
            using HttpRequestMessage request = RequestOf();
            context.Properties.Set(VendorResilienceKeys.Request, request);
            using HttpResponseMessage response = await pipeline.ExecuteAsync(async _ => await Remote.InvokeAsync(request), context);
            response.GetVendorResult().IsSuccess.Should().BeTrue();
        }

        Remote.Sends.Should().Be(1);
    }
}
