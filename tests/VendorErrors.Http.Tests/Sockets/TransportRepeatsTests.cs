namespace VendorErrors.Http.Tests.Sockets;

/// <summary>
/// What .NET's own transport does without this library: a request without content goes out again when the connection is closed before a status
/// line, on a new connection and on a kept one, and the vendor executes each of them. An empty content prevents it.
/// </summary>
[Trait("Category", "Slow")]
public sealed class TransportRepeatsTests
{
    private const string Warm = "/warm";
    private const string Write = "/openapi/v1.0/extension/delete?id=7";

    // SocketsHttpHandler sends once, and repeats up to three times.
    private const int AllAttempts = 4;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, bool> Ways() => new() { { "POST", false }, { "POST", true }, { "GET", false }, { "GET", true } };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task SendAsync_NoContentAndClosedBeforeTheStatusLine_IsExecutedFourTimes(string method, bool isKept)
    {
        int executions = await CountExecutionsAsync(RawStep.Close, method, content: null, isKept);

        executions.Should().Be(AllAttempts);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task SendAsync_EmptyContentAndClosedBeforeTheStatusLine_IsExecutedOnce(string method, bool isKept)
    {
        using var empty = new ByteArrayContent([]);

        int executions = await CountExecutionsAsync(RawStep.Close, method, empty, isKept);

        executions.Should().Be(1);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task SendAsync_NoContentAndReset_IsExecutedOnce(string method, bool isKept)
    {
        int executions = await CountExecutionsAsync(RawStep.Reset, method, content: null, isKept);

        executions.Should().Be(1, "the transport repeats after the orderly end of a connection only");
    }

    /// <summary>Sends one write by a plain client to a vendor that executes it and ends the connection; that fails in any case.</summary>
    private static async Task<int> CountExecutionsAsync(RawStep end, string method, HttpContent? content, bool isKept)
    {
        await using RawVendor vendor = RawVendor.Start(request => request.Target == Warm ? RawStep.Ok : end);
        using var transport = new SocketsHttpHandler();
        using var client = new HttpClient(transport) { BaseAddress = vendor.Address };
        if (isKept)
        {
            using HttpResponseMessage warm = await client.GetAsync(new Uri(Warm, UriKind.Relative), Token);
        }

        using var request = new HttpRequestMessage(new HttpMethod(method), Write) { Content = content };
        Func<Task> send = () => client.SendAsync(request, Token);

        await send.Should().ThrowAsync<HttpRequestException>();
        RawRequest[] writes = [.. vendor.Executed.Where(request => request.Target == Write)];
        writes.Should().OnlyContain(write => write.Method == method);
        (writes[0].Connection == 1 && vendor.Executions > writes.Length).Should().Be(isKept, "a kept connection is the one of the request before");
        return writes.Length;
    }
}
