using System.Globalization;
using System.Text.Json;
using VendorErrors;
using VendorErrors.Http;

namespace EffectProbes;

/// <summary>
/// Asks Dexatel whether it took a message: by number, text and time. A text of the caller's own (<c>data.payload</c>) comes back in webhooks alone, and no list
/// can be asked for it.
/// <para>Asked: <c>GET v1/messages</c> with <c>filter[to]</c> and <c>filter[created_date_start]</c> (dexatel.com/developers/messages-query). Where nothing is found,
/// the same without the number has to show some message, so that a filter that never finds anything is noticed.</para>
/// <para>Not known: a look-up that failed; a list without the header Total-Count, or shorter than it says; an entry without number or time; several messages that
/// fit; a request with several recipients; verifications and campaigns, for which the vendor documents no such list.</para>
/// </summary>
internal sealed class DexatelMessageProbe(IHttpClientFactory clients) : IEffectProbe
{
    /// <summary>The client that sends the messages; its look-ups wait, retry and authenticate as its messages do.</summary>
    public const string Client = "dexatel";

    private const string DateFormat = "yyyy-MM-dd HH:mm:ss";

    // For clocks that disagree, and for times in whole seconds.
    private static readonly TimeSpan s_clocks = TimeSpan.FromMinutes(1);

    // The document names no zone for the filter. A day more than needed is right in every zone.
    private static readonly TimeSpan s_zones = TimeSpan.FromDays(1);

    public async ValueTask<EffectProbeAnswer> ProbeAsync(EffectProbeCall sent, CancellationToken cancellationToken)
    {
        Uri address = sent.Request.RequestUri!;
        (string number, string? text) = await AskedAsync(sent.Request, cancellationToken);
        if (!address.AbsolutePath.EndsWith("/messages", StringComparison.Ordinal) || number.Length == 0)
        {
            return EffectProbeAnswer.NotKnown;
        }

        using HttpClient client = clients.CreateClient(Client);
        string start = Uri.EscapeDataString((sent.SentAt - s_zones).UtcDateTime.ToString(DateFormat, CultureInfo.InvariantCulture));
        if (await ListAsync(client, new Uri(address, $"messages?filter[to]={number}&filter[created_date_start]={start}&page_size=100"), cancellationToken) is not { IsWhole: true } list)
        {
            return EffectProbeAnswer.NotKnown;
        }

        var found = new List<string>();
        foreach (JsonElement entry in list.Entries)
        {
            if (!TryRead(entry, out string id, out string to, out DateTimeOffset createdAt))
            {
                return EffectProbeAnswer.NotKnown;
            }

            bool isOtherText = text is not null && Text(entry, "text") is { } other && other != text;
            if (to == number && createdAt >= sent.SentAt - s_clocks && !isOtherText)
            {
                found.Add(id);
            }
        }

        return found.Count switch
        {
            1 => EffectProbeAnswer.Happened(found[0]),
            0 when await ListAsync(client, new Uri(address, $"messages?filter[created_date_start]={start}&page_size=1"), cancellationToken) is { Entries.Length: > 0 } => EffectProbeAnswer.DidNotHappen,
            _ => EffectProbeAnswer.NotKnown,
        };
    }

    private static async Task<Listed?> ListAsync(HttpClient client, Uri question, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await client.GetAsync(question, cancellationToken);
        if (!response.GetVendorResult().IsSuccess)
        {
            return null;
        }

        using JsonDocument body = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellationToken), cancellationToken: cancellationToken);
        if (body.RootElement.ValueKind != JsonValueKind.Object || !body.RootElement.TryGetProperty("data", out JsonElement data) || data.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        int? total = response.Headers.TryGetValues("Total-Count", out IEnumerable<string>? values) && int.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : null;
        return new Listed([.. data.EnumerateArray().Select(entry => entry.Clone())], total);
    }

    private static bool TryRead(JsonElement entry, out string id, out string to, out DateTimeOffset createdAt)
    {
        id = Text(entry, "id") ?? string.Empty;
        to = Digits(Text(entry, "to"));
        return DateTimeOffset.TryParseExact(Text(entry, "create_date"), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out createdAt) && id.Length > 0 && to.Length > 0;
    }

    private static async Task<(string Number, string? Text)> AskedAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var body = JsonDocument.Parse(request.Content is null ? "null" : await request.Content.ReadAsStringAsync(cancellationToken));
        return body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty("data", out JsonElement data)
            ? (Digits(Text(data, "to")), Text(data, "text"))
            : (string.Empty, null);
    }

    // A text, or a list of a single one.
    private static string? Text(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out JsonElement value))
        {
            return null;
        }

        value = value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 1 ? value[0] : value;
        return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }

    private static string Digits(string? number) => string.Concat((number ?? string.Empty).Where(char.IsAsciiDigit));

    /// <summary>A page of the list, and how many entries all pages have, where the answer says it.</summary>
    private sealed record Listed(JsonElement[] Entries, int? Total)
    {
        public bool IsWhole => Total <= Entries.Length;
    }
}
