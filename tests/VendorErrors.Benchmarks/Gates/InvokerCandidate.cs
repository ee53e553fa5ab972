using VendorErrors.Benchmarks.Bodies;
using VendorErrors.Benchmarks.Measuring;
using VendorErrors.Benchmarks.Processes;
using VendorErrors.Http;

namespace VendorErrors.Benchmarks.Gates;

/// <summary>What P11 and P13 share: requests through an invoker, with the handler or without, answered from memory.</summary>
internal static class InvokerCandidate
{
    private static readonly Uri s_address = new("https://api.example/v1/agents/4711");

    /// <summary>Sends, and lets go of the response unread, or after its body was copied.</summary>
    public static Candidate Create(Vendor? vendor, byte[][] bodies, bool reads, string contentType = "application/json")
    {
        HttpMessageHandler primary = new MemoryHandler(bodies, contentType);
        var invoker = new HttpMessageInvoker(vendor is null ? primary : new VendorErrorHandler(vendor) { InnerHandler = primary });
        var copy = new MemoryStream(capacity: 16 * 1024);
        return new Candidate(vendor is null ? "bare invoker" : $"handler of {vendor}", JsonBodies.Count, () =>
        {
            var sum = 0;
            for (var i = 0; i < JsonBodies.Count; i++)
            {
                sum += Send(invoker, reads ? copy : null);
            }

            return sum;
        });
    }

    private static int Send(HttpMessageInvoker invoker, MemoryStream? copy)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, s_address);
        using HttpResponseMessage response = invoker.SendAsync(request, CancellationToken.None).GetAwaiter().GetResult();
        if (copy is not null)
        {
            copy.SetLength(0);
            response.Content.CopyToAsync(copy).GetAwaiter().GetResult();
        }

        return (int)response.StatusCode;
    }
}
