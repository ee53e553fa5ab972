namespace VendorErrors.Http.Tests;

public class CallOutcomeTests
{
    [Fact(Timeout = 10_000)]
    public async Task Send_PlainSuccess_VersionIsTheVendors()
    {
        using var bench = new Bench(FrozenVendors.Pbx, new Answer { Body = Bodies.YeastarOk, Arrange = response => response.Version = new Version(2, 0) });

        using HttpResponseMessage response = await bench.GetAsync();

        response.Version.Should().Be(new Version(2, 0));
        response.GetVendorResult().Confidence.Should().Be(Confidence.Exact);
    }

    [Fact(Timeout = 10_000)]
    public async Task Send_PlainSuccessesOfOneHandler_EachHasItsOwnVerdict()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Ok, new Answer { Body = "RIFF", ContentType = "audio/wav" }, Bodies.Ok);

        using HttpResponseMessage first = await bench.GetAsync();
        using HttpResponseMessage second = await bench.GetAsync();
        using HttpResponseMessage third = await bench.GetAsync();

        first.GetVendorResult().Confidence.Should().Be(Confidence.Exact);
        second.GetVendorResult().Confidence.Should().Be(Confidence.StatusOnly);
        third.GetVendorResult().Should().Be(first.GetVendorResult());
    }

    [Fact(Timeout = 10_000)]
    public async Task Send_HandlerOutsideReplacesTheContent_VerdictStays()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Ok);
        using HttpResponseMessage response = await bench.GetAsync();

        response.Content = new StringContent("another");

        response.EnsureVendorSuccess().GetVendorResult().Outcome.Should().Be(VendorErrors.VendorOutcome.Success);
    }

    [Fact(Timeout = 10_000)]
    public async Task Send_ResponseMadeOfTheRequestAndTheVersionOfASuccess_HasNoVerdict()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Ok);
        using HttpResponseMessage response = await bench.GetAsync();

        using var other = new HttpResponseMessage(System.Net.HttpStatusCode.OK) { Version = response.Version, RequestMessage = response.RequestMessage };

        other.GetVendorResult().Should().Be(default(VendorResult));
    }

    [Theory(Timeout = 10_000)]
    [InlineData("dexatel", "yeastar-p-series", VendorErrors.VendorOutcome.Failure)]
    [InlineData("yeastar-p-series", "dexatel", VendorErrors.VendorOutcome.Success)]
    public async Task Send_HandlerInAHandler_TheOuterVerdictCounts(string inner, string outer, VendorErrors.VendorOutcome expected)
    {
        using var bench = new Bench(Vendor.Find(inner)!, Answer.Json(Bodies.YeastarNotFound));
        using var invoker = new HttpMessageInvoker(new VendorErrorHandler(Vendor.Find(outer)!) { InnerHandler = bench.CreateHandler() });
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://vendor.test/x");

        using HttpResponseMessage response = await invoker.SendAsync(request, TestContext.Current.CancellationToken);

        response.GetVendorResult().Outcome.Should().Be(expected);
    }
}
