using System.Net;
using System.Text;

namespace VendorErrors.Native;

/// <summary>Stands for the network: a code that only the application's own configuration knows, then success.</summary>
internal sealed class UnlistedOnce : HttpMessageHandler
{
    public int Requests { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests++;
        string body = Requests == 1 ? """{"errcode":79999,"errmsg":"BUSY"}""" : """{"errcode":0,"errmsg":"SUCCESS"}""";
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = new StringContent(body, Encoding.UTF8, "application/json") });
    }
}
