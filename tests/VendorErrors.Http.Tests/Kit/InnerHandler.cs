namespace VendorErrors.Http.Tests.Kit;

/// <summary>A handler of the application, inside ours.</summary>
internal sealed class InnerHandler(Func<HttpRequestMessage, Func<HttpRequestMessage, Task<HttpResponseMessage>>, Task<HttpResponseMessage>> act) : DelegatingHandler
{
    /// <summary>One that changes the request and sends it on.</summary>
    public static InnerHandler Changes(Action<HttpRequestMessage> change) => new((request, send) =>
    {
        change(request);
        return send(request);
    });

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        act(request, message => base.SendAsync(message, cancellationToken));
}
