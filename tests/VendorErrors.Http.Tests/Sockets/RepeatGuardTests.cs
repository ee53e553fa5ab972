namespace VendorErrors.Http.Tests.Sockets;

/// <summary>The transport repeats what it takes for untouched; a write must reach the vendor once all the same.</summary>
[Trait("Category", "Slow")]
public class RepeatGuardTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Timeout = 30_000)]
    [InlineData("POST", "/openapi/v1.0/call/dial", false)]
    [InlineData("POST", "/openapi/v1.0/call/dial", true)]
    [InlineData("GET", "/openapi/v1.0/extension/delete?id=7", false)]
    [InlineData("GET", "/openapi/v1.0/extension/delete?id=7", true)]
    [InlineData("PATCH", "/openapi/v1.0/extension/7", true)]
    public async Task ContentlessWrite_ExecutedThenClosed_IsExecutedOnce(string method, string path, bool onAKeptConnection)
    {
        await using RawVendor vendor = RawVendor.Start(request => request.Target.Contains("warm", StringComparison.Ordinal) ? RawStep.Ok : RawStep.Close);
        using var client = new HttpClient(new VendorErrorHandler(FrozenVendors.Pbx) { InnerHandler = new SocketsHttpHandler() }) { BaseAddress = vendor.Address };
        int before = 0;
        if (onAKeptConnection)
        {
            (await client.GetAsync(new Uri("/openapi/v1.0/warm/list", UriKind.Relative), Token)).Dispose();
            before = vendor.Executions;
        }

        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        Exception thrown = (await FluentActions.Awaiting(() => client.SendAsync(request, Token)).Should().ThrowAsync<HttpRequestException>()).Which;

        (vendor.Executions - before).Should().Be(1);
        thrown.GetVendorResult().Effect.Should().Be(Effect.Unknown);
        thrown.GetVendorDecision().StopReason.Should().Be(StopReason.EffectUnknown);
    }

    [Fact(Timeout = 30_000)]
    public async Task ContentlessGet_MarkedAsAWrite_IsExecutedOnce()
    {
        await using RawVendor vendor = RawVendor.Start(RawStep.Close);
        using var client = new HttpClient(new VendorErrorHandler(Vendor.Dexatel) { InnerHandler = new SocketsHttpHandler() }) { BaseAddress = vendor.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/start");
        request.SetVendorOperation(OperationSafety.NonIdempotentWrite);

        await FluentActions.Awaiting(() => client.SendAsync(request, Token)).Should().ThrowAsync<HttpRequestException>();

        vendor.Executions.Should().Be(1);
    }
}
