using System.Globalization;
using System.Text.Json;
using VendorErrors;
using VendorErrors.Http;

namespace EffectProbes;

/// <summary>
/// Asks Dialnexa whether it made a call: by number and time, because a call takes no id of the caller's own that could be looked up.
/// <para>Asked: <c>GET v1/calls</c>, the newest first, until a call is older than this one (OpenAPI 1.0.0, operation listCalls). The filters for numbers and
/// dates are left alone: the vendor's older pages give the same names another meaning, and a filter that finds nothing looks like a call that never was.</para>
/// <para>Not known: a look-up that failed; an entry without number or time; another order than asked for; more calls since then than <c>MostPages</c>; several
/// calls to the number; an empty list; a batch or a campaign, for which no look-up is documented.</para>
/// <para>Right only where nobody else calls the number in the same minutes.</para>
/// </summary>
internal sealed class DialnexaCallProbe(IHttpClientFactory clients) : IEffectProbe
{
    /// <summary>The client that makes the calls; its look-ups wait, retry and authenticate as its calls do.</summary>
    public const string Client = "dialnexa";

    // As many as both generations of the vendor's documents allow.
    private const int PageSize = 100;
    private const int MostPages = 20;

    // For clocks that disagree.
    private static readonly TimeSpan s_clocks = TimeSpan.FromMinutes(1);

    public async ValueTask<EffectProbeAnswer> ProbeAsync(EffectProbeCall sent, CancellationToken cancellationToken)
    {
        Uri address = sent.Request.RequestUri!;
        string? number = await NumberAsync(sent.Request, cancellationToken);
        if (!address.AbsolutePath.EndsWith("/calls", StringComparison.Ordinal) || number is null)
        {
            return EffectProbeAnswer.NotKnown;
        }

        DateTimeOffset since = sent.SentAt - s_clocks;
        DateTimeOffset last = DateTimeOffset.MaxValue;
        var found = new HashSet<string>(StringComparer.Ordinal);
        using HttpClient client = clients.CreateClient(Client);
        for (var page = 1; page <= MostPages; page++)
        {
            var question = new Uri(address, string.Create(CultureInfo.InvariantCulture, $"calls?created_at=desc&limit={PageSize}&page={page}"));
            using HttpResponseMessage response = await client.GetAsync(question, cancellationToken);
            if (!response.GetVendorResult().IsSuccess)
            {
                return EffectProbeAnswer.NotKnown;
            }

            using JsonDocument body = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellationToken), cancellationToken: cancellationToken);
            if (EntriesOf(body.RootElement) is not { } entries)
            {
                return EffectProbeAnswer.NotKnown;
            }

            foreach (JsonElement entry in entries)
            {
                if (!TryRead(entry, out string id, out string to, out DateTimeOffset createdAt) || createdAt > last)
                {
                    return EffectProbeAnswer.NotKnown;
                }

                if (createdAt < since)
                {
                    return AnswerOf(found);
                }

                last = createdAt;
                if (to == number)
                {
                    found.Add(id);
                }
            }

            if (entries.Length == 0)
            {
                // The list was read to its end. One that has no call at all proves nothing.
                return page > 1 ? AnswerOf(found) : EffectProbeAnswer.NotKnown;
            }
        }

        return EffectProbeAnswer.NotKnown;
    }

    private static EffectProbeAnswer AnswerOf(HashSet<string> found) => found.Count switch
    {
        0 => EffectProbeAnswer.DidNotHappen,
        1 => EffectProbeAnswer.Happened(found.Single()),
        _ => EffectProbeAnswer.NotKnown,
    };

    // A bare list; in the older pages a list in "data".
    private static JsonElement[]? EntriesOf(JsonElement body)
    {
        JsonElement list = body.ValueKind == JsonValueKind.Object && body.TryGetProperty("data", out JsonElement data) ? data : body;
        return list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : null;
    }

    private static bool TryRead(JsonElement entry, out string id, out string to, out DateTimeOffset createdAt)
    {
        id = Text(entry, "id") ?? string.Empty;
        to = Digits(Text(entry, "to_number", "to_phone_number"));
        return DateTimeOffset.TryParse(Text(entry, "createdAt", "created_at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out createdAt) && id.Length > 0 && to.Length > 0;
    }

    private static async Task<string?> NumberAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var body = JsonDocument.Parse(request.Content is null ? "null" : await request.Content.ReadAsStringAsync(cancellationToken));
        string number = Digits(Text(body.RootElement, "phone_number", "to_phone_number", "to_number"));
        return number.Length > 0 ? number : null;
    }

    private static string? Text(JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String)
            {
                return value.GetString();
            }
        }

        return null;
    }

    private static string Digits(string? number) => string.Concat((number ?? string.Empty).Where(char.IsAsciiDigit));
}
