using System.Net;
using System.Text;

namespace VendorErrors.Http.Tests.Ledger;

/// <summary>A vendor that answers as it is told, and counts.</summary>
internal sealed class AnyVendor(Func<HttpRequestMessage, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    public int Sends { get; private set; }

    public Func<HttpRequestMessage, Task<HttpResponseMessage>> Answer { get; set; } = answer;

    public Task<HttpResponseMessage> InvokeAsync(HttpRequestMessage request) => SendAsync(request, default);

    public static HttpResponseMessage Json(string body) => new(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Sends++;
        return Answer(request);
    }
}
