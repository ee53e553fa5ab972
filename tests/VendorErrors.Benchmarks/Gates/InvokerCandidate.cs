using VendorErrors.Benchmarks.Bodies;
using VendorErrors.Benchmarks.Measuring;
using VendorErrors.Benchmarks.Processes;

namespace VendorErrors.Benchmarks.Gates;

/// <summary>What P11 and P13 share: requests through an invoker, with a handler or without, answered from memory, their responses read to the end.</summary>
internal static class InvokerCandidate
{
    private static readonly Uri s_address = new("https://api.example/v1/agents/4711");

    public static Candidate Create(string name, DelegatingHandler? handler, MemoryHandler vendor)
    {
        if (handler is not null)
        {
            handler.InnerHandler = vendor;
        }

        var invoker = new HttpMessageInvoker(handler ?? (HttpMessageHandler)vendor);
        var buffer = new byte[16 * 1024];
        return new Candidate(name, JsonBodies.Count, () =>
        {
            var total = 0;
            for (var i = 0; i < JsonBodies.Count; i++)
            {
                total += SendAsync(invoker, buffer).GetAwaiter().GetResult();
            }

            return total;
        });
    }

    private static async Task<int> SendAsync(HttpMessageInvoker invoker, byte[] buffer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, s_address);
        using HttpResponseMessage response = await invoker.SendAsync(request, CancellationToken.None);
        return (int)response.StatusCode + await Download.ReadToEndAsync(response, buffer);
    }
}
