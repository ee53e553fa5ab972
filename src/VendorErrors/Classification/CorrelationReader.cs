using VendorErrors.Classification.Bodies;
using VendorErrors.Classification.Compiled;
using VendorErrors.Classification.Gateways;
using VendorErrors.Classification.Words;
using VendorErrors.Json;

namespace VendorErrors.Classification;

/// <summary>
/// Finds the id of an answer, for the support of whoever sent it: in a member or, where the vendor puts it there, after a word of the
/// message; of an answer that is none of the vendor's, where gateways and frameworks put it.
/// </summary>
internal static class CorrelationReader
{
    private static readonly PathTree s_paths = new();

    private static readonly int[] s_ids = s_paths.SlotsOf(
    [
        "ray_id", "request_id", "requestId", "request-id", "incident_id", "incidentId", "support_id", "supportId", "correlation_id", "correlationId", "activityId", "errorId",
        "eventId", "trace_id", "traceId", "error.request_id", "error.requestId",
    ]);

    private static readonly string[] s_elements = ["RequestId", "RayId", "TraceId"];

    internal static string? Read(Catalog catalog, in VendorResponse response, in Reading reading, string[] messages, bool isFailure, GatewayFinding? gateway)
    {
        if (reading.Envelope is { } envelope)
        {
            return CompiledId.FirstOf(envelope.CorrelationId, reading.View, response) ?? InText(envelope.Envelope.CorrelationIdInText, messages);
        }

        // Of a body that no envelope took, a header that the vendor is known to send comes before what anybody may have added.
        string? inBody = isFailure && reading.Kind == BodyKind.Json ? InCommonMember(reading.Body) : null;
        string? known = inBody ?? catalog.IdInHeaders(response);
        return known is not null || !isFailure ? known : reading.Kind switch
        {
            BodyKind.Html or BodyKind.Xml or BodyKind.Text => gateway?.Id ?? (reading.Kind == BodyKind.Xml ? MarkupText.FirstOf(MarkupText.Decode(reading.Body), s_elements) : null) ?? GatewayFinder.IdInPage(reading),
            _ => gateway?.Id,
        };
    }

    /// <summary>The id after a word; null where there is none.</summary>
    internal static string? InText(string word, string message)
    {
        for (int at = message.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = message.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            int end = at + word.Length;
            bool isWord = (at == 0 || !char.IsLetterOrDigit(message[at - 1])) && !(end < message.Length && char.IsLetter(message[end]) && char.IsLetter(word[^1]));
            if (isWord && IdBehind(message, end) is { } id)
            {
                return id;
            }
        }

        return null;
    }

    private static string? InText(string? word, string[] messages)
    {
        string? id = null;
        for (var i = 0; id is null && word is not null && i < messages.Length; i++)
        {
            id = InText(word, messages[i]);
        }

        return id;
    }

    private static string? InCommonMember(ReadOnlySpan<byte> body)
    {
        Span<JsonSlot> slots = stackalloc JsonSlot[s_paths.SlotCount];
        _ = s_paths.Read(body, slots, out _);
        return new JsonView(body, slots).FirstText(s_ids);
    }

    private static string? IdBehind(string message, int start)
    {
        while (start < message.Length && message[start] is ' ' or ':' or '=' or '"' or '\'' or '(' or '[' or '#')
        {
            start++;
        }

        int end = start;
        while (end < message.Length && IsOfId(message, end))
        {
            end++;
        }

        // An id holds a digit; a word of prose does not.
        string id = message[start..end];
        return id.Any(char.IsDigit) ? id : null;
    }

    // A point within an id is followed by more of it; one at the end of a sentence is not. Base64 ends with signs of its own.
    private static bool IsOfId(string message, int at) =>
        char.IsLetterOrDigit(message[at]) || message[at] is '-' or '_' or '='
        || (message[at] == '.' && at + 1 < message.Length && char.IsLetterOrDigit(message[at + 1]));
}
