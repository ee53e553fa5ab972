namespace VendorErrors.Http.Tests.Kit;

/// <summary>An inner handler made of a function.</summary>
internal sealed class FunctionHandler(Func<int, HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    private int _count;

    public int Count => _count;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        answer(Interlocked.Increment(ref _count), request, cancellationToken);
}
