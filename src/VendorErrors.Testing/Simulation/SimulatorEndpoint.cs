#if NET
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using VendorErrors.Testing.Composition;
using VendorErrors.Testing.Requests;

namespace VendorErrors.Testing.Simulation;

/// <summary>Answers the requests that come over a port.</summary>
internal sealed class SimulatorEndpoint(VendorSimulator simulator)
{
    private const string Control = "/__simulator";
    private const int PartBytes = 16 * 1024;

    internal async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        string body = await reader.ReadToEndAsync(context.RequestAborted).ConfigureAwait(false);
        if (context.Request.Path.StartsWithSegments(Control, StringComparison.Ordinal, out PathString rest))
        {
            await ControlAsync(context, rest, body).ConfigureAwait(false);
            return;
        }

        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        SimulatedReply reply = simulator.Receive(new ReceivedRequest(context.Request.Method, new Uri(context.Request.GetEncodedUrl()), headers, body));
        try
        {
            if (reply.TimeToAnswer > TimeSpan.Zero)
            {
                await simulator.Time.Delay(reply.TimeToAnswer, context.RequestAborted).ConfigureAwait(false);
            }

            await SendAsync(context, reply).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The client gave up, or the server stops.
            context.Abort();
        }
    }

    private async Task SendAsync(HttpContext context, SimulatedReply reply)
    {
        if (reply.Response is not { } response)
        {
            context.Abort();
            return;
        }

        byte[] body = HttpMethods.IsHead(context.Request.Method) ? [] : Encoding.UTF8.GetBytes(response.Body);
        context.Response.StatusCode = response.Status;
        context.Response.ContentType = response.ContentType;
        foreach (KeyValuePair<string, string> header in response.Headers)
        {
            context.Response.Headers[header.Key] = header.Value;
        }

        if (response.Status is not (204 or 304))
        {
            context.Response.ContentLength = Encoding.UTF8.GetByteCount(response.Body);
        }

        if (reply.IsPlain || body.Length == 0)
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
            return;
        }

        await context.Response.StartAsync(context.RequestAborted).ConfigureAwait(false);
        using var unsteady = new UnsteadyStream(body, reply.BodyDelay, reply.Cut, simulator.Time);
        await WriteAsync(context, unsteady).ConfigureAwait(false);
    }

    private static async Task WriteAsync(HttpContext context, UnsteadyStream body)
    {
        byte[] part = new byte[PartBytes];
        try
        {
            for (int count; (count = await body.ReadAsync(part, context.RequestAborted).ConfigureAwait(false)) > 0;)
            {
                await context.Response.Body.WriteAsync(part.AsMemory(0, count), context.RequestAborted).ConfigureAwait(false);
                await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
            }
        }
        catch (IOException)
        {
            // The body is to break off here.
            context.Abort();
        }
    }

    private Task ControlAsync(HttpContext context, PathString path, string body)
    {
        switch ($"{context.Request.Method} {path}")
        {
            case "GET /requests":
                return WriteAsync(context, 200, "application/json", JsonText.Of(new JsonArray([.. simulator.Requests.Select(ToJson)])));
            case "GET /events":
                return WriteAsync(context, 200, "application/json", JsonText.Of(new JsonArray([.. simulator.Deliveries.Select(ToJson)])));
            case "POST /script":
                try
                {
                    simulator.Play(body);
                    return WriteAsync(context, 204, contentType: null, string.Empty);
                }
                catch (SimulatorScriptException e)
                {
                    return WriteAsync(context, 400, "text/plain; charset=utf-8", $"{e.Message}\n");
                }

            case "POST /tokens/expire":
                simulator.Tokens.ExpireAll();
                return WriteAsync(context, 204, contentType: null, string.Empty);
            default:
                return WriteAsync(context, 404, "text/plain; charset=utf-8", $"{Control} has GET /requests, GET /events, POST /script and POST /tokens/expire.\n");
        }
    }

    private static JsonNode ToJson(SimulatedRequest request) => new JsonObject
    {
        ["number"] = request.Number,
        ["at"] = request.At.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        ["method"] = request.Method,
        ["path"] = request.Path,
        ["kind"] = SnakeCase.Of(request.Kind),
        ["subjects"] = new JsonArray([.. request.Subjects.Select(subject => JsonValue.Create(subject))]),
        ["executed"] = request.IsExecuted,
        ["inside_wait"] = request.IsInsideWait,
        ["outcome"] = request.Outcome,
    };

    private static JsonNode ToJson(SimulatedDelivery delivery) => new JsonObject
    {
        ["number"] = delivery.Number,
        ["request"] = delivery.RequestNumber,
        ["attempt"] = delivery.Attempt,
        ["at"] = delivery.At.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        ["kind"] = SnakeCase.Of(delivery.Event.Kind),
        ["state"] = SnakeCase.Of(delivery.Event.State),
        ["outcome"] = delivery.Outcome,
    };

    private static async Task WriteAsync(HttpContext context, int status, string? contentType, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        if (text.Length > 0)
        {
            await context.Response.WriteAsync(text, context.RequestAborted).ConfigureAwait(false);
        }
    }
}
#endif
