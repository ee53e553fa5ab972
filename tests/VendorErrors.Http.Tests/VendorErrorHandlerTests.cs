using System.Net;

namespace VendorErrors.Http.Tests;

public class VendorErrorHandlerTests
{
    [Fact(Timeout = 10_000)]
    public async Task Constructor_WithoutAContainer_Works()
    {
        using var client = new HttpClient(new VendorErrorHandler(FrozenVendors.Pbx, new VendorErrorOptions()) { InnerHandler = new FakeVendor(TimeProvider.System, Answer.Json(Bodies.YeastarNotFound)) });

        using HttpResponseMessage response = await client.GetAsync(new Uri("http://vendor.test/x"), TestContext.Current.CancellationToken);

        response.GetVendorResult().Category.Should().Be(ErrorCategory.NotFound);
        (await response.TextAsync()).Should().Be(Bodies.YeastarNotFound);
    }

    [Fact]
    public void Constructor_NoVendor_Throws() => FluentActions.Invoking(() => new VendorErrorHandler((Vendor)null!)).Should().Throw<ArgumentNullException>();

    [Trait(Asset.Trait, Asset.Net)]
    [Fact(Timeout = 10_000)]
    public async Task Send_Synchronously_RetriesRefreshesAndClassifies()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Busy(retryAfter: 5), Bodies.Expired, Answer.Json(Bodies.YeastarNotFound)) { Refresher = new FakeRefresher() };
        using var request = new HttpRequestMessage(HttpMethod.Get, "thing");

        using HttpResponseMessage response = await Task.Run(() => bench.Client.Send(request, TestContext.Current.CancellationToken));

        bench.Fake.Syncs.Should().Be(3);
        response.GetVendorResult().Category.Should().Be(ErrorCategory.NotFound);
        bench.Time.Waits.Should().Equal(TimeSpan.FromSeconds(5));
        new StreamReader(response.Content.ReadAsStream(TestContext.Current.CancellationToken)).ReadToEnd().Should().Be(Bodies.YeastarNotFound);
    }

    [Theory(Timeout = 10_000)]
    [InlineData(HttpCompletionOption.ResponseContentRead)]
    [InlineData(HttpCompletionOption.ResponseHeadersRead)]
    public async Task Send_EitherCompletionOption_BodyIsReadable(HttpCompletionOption option)
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Ok);

        using HttpResponseMessage response = await bench.Client.GetAsync(new Uri("thing", UriKind.Relative), option, TestContext.Current.CancellationToken);

        response.GetVendorResult().Outcome.Should().Be(VendorErrors.VendorOutcome.Success);
        (await response.TextAsync()).Should().Be(Bodies.YeastarOk);
    }

    [Fact(Timeout = 10_000)]
    public async Task Send_TheSameRequestTwiceByTheCaller_EachAnswerKeepsItsVerdict()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Json(Bodies.YeastarNotFound), Bodies.Ok);
        using var invoker = new HttpMessageInvoker(bench.CreateHandler());
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://vendor.test/x");

        using HttpResponseMessage first = await invoker.SendAsync(request, TestContext.Current.CancellationToken);
        using HttpResponseMessage second = await invoker.SendAsync(request, TestContext.Current.CancellationToken);

        second.GetVendorResult().IsSuccess.Should().BeTrue();
        first.GetVendorResult().Category.Should().Be(ErrorCategory.NotFound);
    }

    [Fact(Timeout = 10_000)]
    public async Task EnsureVendorSuccess_Failure_ThrowsWithTheError()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Json("""{"errcode":60001,"errmsg":"no +442071838750 of jo@example.com"}"""));
        using HttpResponseMessage response = await bench.GetAsync();

        VendorErrorException thrown = response.Invoking(r => r.EnsureVendorSuccess()).Should().Throw<VendorErrorException>().Which;

        thrown.Error!.Code.Should().Be("60001");
        thrown.Error!.Message.Should().Contain("+442071838750");
        thrown.Decision.StopReason.Should().Be(StopReason.NotRetryable);
        thrown.ToString().Should().Contain("60001").And.NotContain("44207").And.NotContain("example.com");
    }

    [Fact(Timeout = 10_000)]
    public async Task EnsureVendorSuccess_Success_ReturnsTheResponse()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Ok);
        using HttpResponseMessage response = await bench.GetAsync();

        response.EnsureVendorSuccess().Should().BeSameAs(response);
        response.GetVendorDecision().Action.Should().Be(RetryAction.Return);
    }

    [Fact]
    public void EnsureVendorSuccess_ResponseFromElsewhere_SaysWhatIsMissing()
    {
        using var response = new HttpResponseMessage(HttpStatusCode.OK);

        response.GetVendorResult().IsSuccess.Should().BeFalse();
        response.GetVendorDecision().Action.Should().Be(RetryAction.Stop);
        response.Invoking(r => r.EnsureVendorSuccess()).Should().Throw<InvalidOperationException>().WithMessage("*AddVendorErrors*");
    }

    [Fact(Timeout = 10_000)]
    public async Task Send_ThrowOnFailure_ThrowsAndDisposes()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Json(Bodies.YeastarNotFound)) { Options = { ThrowOnFailure = true } };

        VendorErrorException thrown = (await FluentActions.Awaiting(() => bench.GetAsync()).Should().ThrowAsync<VendorErrorException>()).Which;

        thrown.Error!.Category.Should().Be(ErrorCategory.NotFound);
        bench.Fake.Responses.Should().OnlyContain(response => response.IsDisposed);
    }

    [Fact(Timeout = 10_000)]
    public async Task Send_CallerCancelsWhileTheAnswerComes_AnswerStandsWithItsVerdict()
    {
        using var caller = new CancellationTokenSource();
        using var bench = new Bench(Vendor.Dexatel, new Answer { Status = 503, Before = caller.Cancel });
        using var invoker = new HttpMessageInvoker(bench.CreateHandler());
        using var request = new HttpRequestMessage(HttpMethod.Head, "http://vendor.test/x");

        using HttpResponseMessage response = await invoker.SendAsync(request, caller.Token);

        response.GetVendorResult().Category.Should().Be(ErrorCategory.VendorUnavailable);
        response.GetVendorDecision().StopReason.Should().Be(StopReason.Cancelled);
        bench.Fake.Responses.Should().ContainSingle().Which.IsDisposed.Should().BeFalse();
    }
}
