using System.Globalization;
using System.Text.Json;
using VendorErrors;
using VendorErrors.Http;

namespace EffectProbes;

/// <summary>
/// Asks a Yeastar P-Series PBX whether it made a call or took a message: by number and time, because neither takes an id of the caller's own.
/// <para>Asked about a call: first the calls in progress of the caller's extension (<c>call/query</c>), then, <c>Gap</c> later, the call detail records (<c>cdr/search</c>),
/// which are written when a call has ended (help.yeastar.com, developer guides: query-calls, search-specific-cdr, event-new-cdr). A call that ends in between is
/// in neither list for a moment, so the second question waits.</para>
/// <para>Not known: a look-up that failed; a call of this extension that has reached nobody yet; more records than a page has; several calls that fit; no record at
/// all since <c>Before</c>. After firmware 84.21.0.117 <c>openapi/v1.0</c> gives old records only, so an empty list proves nothing.</para>
/// <para>Asked about a message: the sessions with the number (<c>message_session/search</c>), and the messages in each (<c>message/get</c>). Where there is no such
/// session, the same without the number has to show some session.</para>
/// <para>Right only where nobody else calls the number in the same minutes.</para>
/// </summary>
internal sealed class YeastarProbe(IHttpClientFactory clients, TimeProvider time) : IEffectProbe
{
    /// <summary>The client that makes the calls; its look-ups wait, retry and authenticate as its calls do.</summary>
    public const string Client = "yeastar";

    private const int MostRecords = 10_000;

    // A trunk may have put its own digits in front of a number.
    private const int LeastDigitsOfTail = 7;

    // How long after the end of a call its record may be missing: documented by nobody.
    private static readonly TimeSpan s_gap = TimeSpan.FromSeconds(10);

    // For clocks that disagree.
    private static readonly TimeSpan s_clocks = TimeSpan.FromMinutes(1);

    /// <summary>From how long before the call on the records are asked for. They have to show some call, or they prove nothing: longer on a quiet PBX.</summary>
    public TimeSpan Before { get; init; } = TimeSpan.FromMinutes(15);

    public async ValueTask<EffectProbeAnswer> ProbeAsync(EffectProbeCall sent, CancellationToken cancellationToken)
    {
        Uri address = sent.Request.RequestUri!;
        (string caller, string callee) = await AskedAsync(sent.Request, cancellationToken);
        if (address.AbsolutePath.EndsWith("/message/send", StringComparison.Ordinal))
        {
            return await MessageAsync(sent, address, cancellationToken);
        }

        if (!address.AbsolutePath.EndsWith("/call/dial", StringComparison.Ordinal) || caller.Length == 0 || callee.Length == 0)
        {
            return EffectProbeAnswer.NotKnown;
        }

        using HttpClient client = clients.CreateClient(Client);
        if (await LiveAsync(client, new Uri(address, $"query?extension={caller}"), caller, callee, cancellationToken) is not { } live)
        {
            return EffectProbeAnswer.NotKnown;
        }

        if (live.Count > 0)
        {
            return live.Count == 1 ? EffectProbeAnswer.Happened(live[0]) : EffectProbeAnswer.NotKnown;
        }

        await Task.Delay(s_gap, time, cancellationToken);
        string start = (sent.SentAt - Before).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var question = new Uri(address, string.Create(CultureInfo.InvariantCulture, $"../cdr/search?start_time={start}&page=1&page_size={MostRecords}"));
        return await RecordsAsync(client, question, callee, sent.SentAt - s_clocks, cancellationToken) switch
        {
            null => EffectProbeAnswer.NotKnown,
            { Count: 0 } => EffectProbeAnswer.DidNotHappen,
            { Count: 1 } found => EffectProbeAnswer.Happened(found.Single()),
            _ => EffectProbeAnswer.NotKnown,
        };
    }

    private async Task<EffectProbeAnswer> MessageAsync(EffectProbeCall sent, Uri address, CancellationToken cancellationToken)
    {
        using var asked = JsonDocument.Parse(sent.Request.Content is null ? "null" : await sent.Request.Content.ReadAsStringAsync(cancellationToken));
        string number = Digits(Text(asked.RootElement, "to"));
        if (number.Length == 0 || Text(asked.RootElement, "msg_body") is not { } text)
        {
            return EffectProbeAnswer.NotKnown;
        }

        // 9 is a program that sends by the API, 1 an extension.
        string sender = Text(asked.RootElement, "sender_no") is { } own ? $"user_type=1&user_no={Uri.EscapeDataString(own)}" : "user_type=9&user_no=api";
        using HttpClient client = clients.CreateClient(Client);
        var question = new Uri(address, $"../message_session/search?page_size=10&is_closed=2&is_archived=2&{sender}&search_value={number}");
        if (await ListAsync(client, question, static body => Member(body, "list"), cancellationToken) is not { Length: < 10 } sessions)
        {
            return EffectProbeAnswer.NotKnown;
        }

        if (sessions.Length == 0)
        {
            JsonElement[]? any = await ListAsync(client, new Uri(address, $"../message_session/search?page_size=10&is_closed=2&is_archived=2&{sender}"), static body => Member(body, "list"), cancellationToken);
            return any is { Length: > 0 } ? EffectProbeAnswer.DidNotHappen : EffectProbeAnswer.NotKnown;
        }

        var found = new HashSet<long>();
        foreach (JsonElement session in sessions)
        {
            if (Number(session, "id") is not { } id
                || await ListAsync(client, new Uri(address, $"get?page_size=50&id={id.ToString(CultureInfo.InvariantCulture)}"), static body => Member(Member(body, "data"), "records"), cancellationToken) is not { Length: < 50 } messages)
            {
                return EffectProbeAnswer.NotKnown;
            }

            foreach (JsonElement message in messages)
            {
                if (Number(message, "msg_id") is not { } messageId || Number(message, "send_time") is not { } at)
                {
                    return EffectProbeAnswer.NotKnown;
                }

                if (at >= (sent.SentAt - s_clocks).ToUnixTimeSeconds() && Text(message, "msg_body") == text)
                {
                    found.Add(messageId);
                }
            }
        }

        return found.Count switch
        {
            0 => EffectProbeAnswer.DidNotHappen,
            1 => EffectProbeAnswer.Happened(found.Single().ToString(CultureInfo.InvariantCulture)),
            _ => EffectProbeAnswer.NotKnown,
        };
    }

    private static async Task<JsonElement[]?> ListAsync(HttpClient client, Uri question, Func<JsonElement, JsonElement> find, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await client.GetAsync(question, cancellationToken);
        if (!response.GetVendorResult().IsSuccess)
        {
            return null;
        }

        using JsonDocument body = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellationToken), cancellationToken: cancellationToken);
        JsonElement list = find(body.RootElement);
        return list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(entry => entry.Clone())] : null;
    }

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) ? value : default;

    private static long? Number(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out long number) ? number : null;

    /// <summary>The calls in progress from the caller to the callee; null where that cannot be told.</summary>
    private static async Task<List<string>?> LiveAsync(HttpClient client, Uri question, string caller, string callee, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await client.GetAsync(question, cancellationToken);
        VendorResult result = response.GetVendorResult();
        if (!result.IsSuccess)
        {
            // A PBX without a call in progress was seen to answer with an error. Only its own "not found" counts as that.
            return response.IsSuccessStatusCode && result.Category == ErrorCategory.NotFound ? [] : null;
        }

        using JsonDocument body = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellationToken), cancellationToken: cancellationToken);
        if (!body.RootElement.TryGetProperty("data", out JsonElement calls) || calls.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var found = new List<string>();
        foreach (JsonElement call in calls.EnumerateArray())
        {
            string[] others = [.. OthersOf(call, caller)];
            if (others.Length == 0 || Text(call, "call_id") is not { } id)
            {
                // The caller's phone still rings, maybe for this very call.
                return null;
            }

            if (Array.Exists(others, number => AreSame(number, callee)))
            {
                found.Add(id);
            }
        }

        return found;
    }

    /// <summary>The calls to the callee since then; null where the records cannot tell.</summary>
    private static async Task<HashSet<string>?> RecordsAsync(HttpClient client, Uri question, string callee, DateTimeOffset since, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await client.GetAsync(question, cancellationToken);
        if (!response.GetVendorResult().IsSuccess)
        {
            return null;
        }

        using JsonDocument body = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellationToken), cancellationToken: cancellationToken);
        if (!body.RootElement.TryGetProperty("data", out JsonElement records) || records.ValueKind != JsonValueKind.Array || records.GetArrayLength() == 0
            || !body.RootElement.TryGetProperty("total_number", out JsonElement total) || !total.TryGetInt64(out long count) || count > records.GetArrayLength())
        {
            return null;
        }

        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonElement record in records.EnumerateArray())
        {
            if (!record.TryGetProperty("timestamp", out JsonElement seconds) || !seconds.TryGetInt64(out long at) || Text(record, "call_to") is not { } to || Text(record, "uid") is not { } id)
            {
                return null;
            }

            if (at >= since.ToUnixTimeSeconds() && AreSame(Digits(NumberIn(to)), callee))
            {
                found.Add(id);
            }
        }

        return found;
    }

    private static IEnumerable<string> OthersOf(JsonElement call, string caller)
    {
        if (!call.TryGetProperty("members", out JsonElement members) || members.ValueKind != JsonValueKind.Array)
        {
            yield break;
        }

        foreach (JsonElement member in members.EnumerateArray())
        {
            string? number = member.TryGetProperty("outbound", out JsonElement outbound) ? Text(outbound, "to")
                : member.TryGetProperty("extension", out JsonElement extension) && Text(extension, "number") is { } own && own != caller ? own
                : member.TryGetProperty("inbound", out JsonElement inbound) ? Text(inbound, "from")
                : null;
            if (number is not null)
            {
                yield return Digits(number);
            }
        }
    }

    private static async Task<(string Caller, string Callee)> AskedAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var body = JsonDocument.Parse(request.Content is null ? "null" : await request.Content.ReadAsStringAsync(cancellationToken));
        return (Digits(Text(body.RootElement, "caller")), Digits(Text(body.RootElement, "callee")));
    }

    // Records hold "number" or "name<number>".
    private static string NumberIn(string text) => text.LastIndexOf('<') is var open and >= 0 && text.IndexOf('>', open) is var close and > 0 ? text[(open + 1)..close] : text;

    private static bool AreSame(string one, string other) =>
        one == other || (Math.Min(one.Length, other.Length) >= LeastDigitsOfTail && (one.EndsWith(other, StringComparison.Ordinal) || other.EndsWith(one, StringComparison.Ordinal)));

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Digits(string? number) => string.Concat((number ?? string.Empty).Where(char.IsAsciiDigit));
}
