using System.Text;
using VendorErrors.Testing.Requests;

namespace VendorErrors.Testing.Simulation;

/// <summary>A simulated vendor as the innermost handler of a client.</summary>
internal sealed class SimulatorHandler(VendorSimulator simulator) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var body = new MemoryStream();
        if (request.Content is not null)
        {
            // As a connection does, which leaves a content that can be sent only once used up.
            await request.Content.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        }

        SimulatedReply reply = simulator.Receive(Read(request, body));
        if (reply.TimeToAnswer > TimeSpan.Zero)
        {
            await simulator.Time.Delay(reply.TimeToAnswer, cancellationToken).ConfigureAwait(false);
        }

        return Respond(request, reply);
    }

#if NET
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var body = new MemoryStream();
        request.Content?.CopyTo(body, context: null, cancellationToken);
        SimulatedReply reply = simulator.Receive(Read(request, body));
        if (reply.TimeToAnswer > TimeSpan.Zero)
        {
            simulator.Time.Delay(reply.TimeToAnswer, cancellationToken).GetAwaiter().GetResult();
        }

        return Respond(request, reply);
    }
#endif

    private static ReceivedRequest Read(HttpRequestMessage request, MemoryStream body)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (KeyValuePair<string, IEnumerable<string>> header in request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? []))
        {
            headers[header.Key] = string.Join(", ", header.Value);
        }

        return new ReceivedRequest(request.Method.Method, request.RequestUri!, headers, Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length).TrimStart('\uFEFF'));
    }

    private HttpResponseMessage Respond(HttpRequestMessage request, SimulatedReply reply)
    {
        if (reply.Response is not { } composed)
        {
            throw TransportErrors.Of(reply.Kind);
        }

        HttpResponseMessage response = composed.ToHttpResponseMessage();
        response.RequestMessage = request;
        bool isHead = string.Equals(request.Method.Method, "HEAD", StringComparison.OrdinalIgnoreCase);
        if (composed.Body.Length > 0 && (isHead || !reply.IsPlain))
        {
            // The answer to a HEAD says the length of a body that does not come.
            HttpContent content = isHead ? new ByteArrayContent([]) : new StreamContent(new UnsteadyStream(Encoding.UTF8.GetBytes(composed.Body), reply.BodyDelay, reply.Cut, simulator.Time));
            foreach (KeyValuePair<string, IEnumerable<string>> header in response.Content.Headers)
            {
                content.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }

            content.Headers.ContentLength = Encoding.UTF8.GetByteCount(composed.Body);
            response.Content.Dispose();
            response.Content = content;
        }

        return response;
    }
}
