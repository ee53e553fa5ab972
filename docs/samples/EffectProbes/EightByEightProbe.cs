using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using VendorErrors;
using VendorErrors.Http;

namespace EffectProbes;

/// <summary>
/// Asks 8x8 Connect whether it took an SMS, a batch or a callflow. Its look-up of one message needs the vendor's own id, so the log is exported and searched: SMS by
/// <c>clientMessageId</c>, a batch by <c>clientBatchId</c>, a callflow, which has neither, by number and time.
/// <para>Asked: <c>POST messages/exports</c>, <c>GET messages/exports/{jobId}</c> until the job is over, then its CSV file (github.com/8x8Cloud/public-developer-docs,
/// docs_oas/connect/sms_api.json and voice_v1_api.json). In the document exports of calls have the host's older name, voice.wavecell.com.</para>
/// <para>Not known: a look-up that failed or that lasts longer than the probe may; a log without a row or without the columns, or with masked numbers; a request without
/// an id of its own; a batch of which the log has only a part; several calls that fit; and "not there" for a while, see <c>LogDelay</c> and <c>LongestCall</c>.</para>
/// </summary>
internal sealed class EightByEightProbe(IHttpClientFactory clients, TimeProvider time) : IEffectProbe
{
    /// <summary>The client that calls and sends; its look-ups wait, retry and authenticate in the same way.</summary>
    public const string Client = "8x8";

    private static readonly TimeSpan s_poll = TimeSpan.FromSeconds(2);

    // For clocks that disagree.
    private static readonly TimeSpan s_clocks = TimeSpan.FromMinutes(1);

    /// <summary>How long a message may be missing in the log: documented by nobody.</summary>
    public TimeSpan LogDelay { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a call lasts at the most: whether the log has calls in progress is documented by nobody.</summary>
    public TimeSpan LongestCall { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>From how long before the call on the log is asked for. It has to have some row, or it proves nothing: longer where there is little traffic.</summary>
    public TimeSpan Before { get; init; } = TimeSpan.FromMinutes(15);

    public async ValueTask<EffectProbeAnswer> ProbeAsync(EffectProbeCall sent, CancellationToken cancellationToken)
    {
        string path = sent.Request.RequestUri!.AbsolutePath;
        using var asked = JsonDocument.Parse(sent.Request.Content is null ? "null" : await sent.Request.Content.ReadAsStringAsync(cancellationToken));
        (Func<List<string[]>, EffectProbeAnswer>? judge, TimeSpan delay) =
            path.EndsWith("/messages", StringComparison.Ordinal) && Text(asked.RootElement, "clientMessageId") is { } message ? (log => ById(log, "clientmessageid", message, 1), LogDelay)
            : path.EndsWith("/messages/batch", StringComparison.Ordinal) && Text(asked.RootElement, "clientBatchId") is { } batch ? (log => ById(log, "clientbatchid", batch, CountOf(asked.RootElement)), LogDelay)
            : path.EndsWith("/callflows", StringComparison.Ordinal) && NumberOf(asked.RootElement) is { } number ? (log => ByNumber(log, number, sent.SentAt - s_clocks), LogDelay + LongestCall)
            : (default(Func<List<string[]>, EffectProbeAnswer>), TimeSpan.Zero);
        if (judge is null || FolderOf(path) is not { } folder)
        {
            return EffectProbeAnswer.NotKnown;
        }

        bool isTooEarly = time.GetUtcNow() - sent.SentAt < delay;
        List<string[]>? log = await LogAsync(sent, folder, cancellationToken);
        EffectProbeAnswer answer = log is { Count: > 1 } ? judge(log) : EffectProbeAnswer.NotKnown;
        return answer.HasHappened == false && isTooEarly ? EffectProbeAnswer.NotKnown : answer;
    }

    /// <summary>The log, its first row the names of the columns; null where it cannot be had.</summary>
    private async Task<List<string[]>?> LogAsync(EffectProbeCall sent, string folder, CancellationToken cancellationToken)
    {
        using HttpClient client = clients.CreateClient(Client);
        var exports = new Uri(sent.Request.RequestUri!, $"{folder}messages/exports");
        using var start = new HttpRequestMessage(HttpMethod.Post, exports)
        {
            Content = JsonContent.Create(new { from = Time(sent.SentAt - Before), to = Time(time.GetUtcNow() + s_clocks), limit = 0 }),
        };

        // A second job does no harm.
        start.SetVendorOperation(OperationSafety.Idempotent);
        using HttpResponseMessage started = await client.SendAsync(start, cancellationToken);
        if (!started.GetVendorResult().IsSuccess || Text(await started.Content.ReadFromJsonAsync<JsonElement>(cancellationToken), "jobId") is not { } job)
        {
            return null;
        }

        while (true)
        {
            await Task.Delay(s_poll, time, cancellationToken);
            using HttpResponseMessage asked = await client.GetAsync(new Uri($"{exports}/{Uri.EscapeDataString(job)}"), cancellationToken);
            if (!asked.GetVendorResult().IsSuccess)
            {
                return null;
            }

            JsonElement state = await asked.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            switch (Text(state, "status"))
            {
                case "queued" or "running":
                    break;
                case "succeeded":
                    return await FileAsync(client, exports, state, cancellationToken);
                default:
                    return null;
            }
        }
    }

    private static async Task<List<string[]>?> FileAsync(HttpClient client, Uri exports, JsonElement state, CancellationToken cancellationToken)
    {
        // A key goes to no host but the vendor's, and of a log in several files one would prove nothing.
        if (!state.TryGetProperty("data", out JsonElement files) || files.ValueKind != JsonValueKind.Array || files.GetArrayLength() != 1
            || !Uri.TryCreate(files[0].GetString(), UriKind.Absolute, out Uri? file) || file.Authority != exports.Authority)
        {
            return null;
        }

        using HttpResponseMessage response = await client.GetAsync(file, cancellationToken);
        return response.GetVendorResult().IsSuccess ? ReadCsv(await response.Content.ReadAsStringAsync(cancellationToken)) : null;
    }

    // Up to the subaccount, whose log it is.
    private static string? FolderOf(string path)
    {
        const string Subaccounts = "/subaccounts/";
        int begin = path.IndexOf(Subaccounts, StringComparison.Ordinal);
        int end = begin < 0 ? -1 : path.IndexOf('/', begin + Subaccounts.Length);
        return end < 0 ? null : path[..(end + 1)];
    }

    private static EffectProbeAnswer ById(List<string[]> log, string column, string id, int count)
    {
        int ids = Column(log, column);
        int umids = Column(log, "umid");
        if (ids < 0 || umids < 0 || log.Exists(row => row.Length != log[0].Length))
        {
            return EffectProbeAnswer.NotKnown;
        }

        List<string[]> found = log.FindAll(row => row[ids] == id);
        return found.Count == 0 ? EffectProbeAnswer.DidNotHappen
            : found.Count == count ? EffectProbeAnswer.Happened(found[0][umids])
            : EffectProbeAnswer.NotKnown;
    }

    private static EffectProbeAnswer ByNumber(List<string[]> log, string number, DateTimeOffset since)
    {
        int sessions = Column(log, "SessionId");
        int numbers = Column(log, "DestinationEndpoint");
        int times = Column(log, "InitiatedAt");
        if (sessions < 0 || numbers < 0 || times < 0 || log.Exists(row => row.Length != log[0].Length))
        {
            return EffectProbeAnswer.NotKnown;
        }

        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (string[] row in log.Skip(1))
        {
            bool isMasked = row[numbers].Any(c => c is '*' or 'x' or 'X');
            if (isMasked || !DateTimeOffset.TryParse(row[times], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at))
            {
                return EffectProbeAnswer.NotKnown;
            }

            if (at >= since && Digits(row[numbers]) == number)
            {
                found.Add(row[sessions]);
            }
        }

        return found.Count switch
        {
            0 => EffectProbeAnswer.DidNotHappen,
            1 => EffectProbeAnswer.Happened(found.Single()),
            _ => EffectProbeAnswer.NotKnown,
        };
    }

    private static int Column(List<string[]> log, string name) => Array.FindIndex(log[0], column => string.Equals(column.Trim(), name, StringComparison.OrdinalIgnoreCase));

    private static int CountOf(JsonElement batch) => batch.TryGetProperty("messages", out JsonElement messages) && messages.ValueKind == JsonValueKind.Array ? messages.GetArrayLength() : 0;

    // The first call of the flow; a second one is made only after that was answered.
    private static string? NumberOf(JsonElement asked)
    {
        if (asked.ValueKind != JsonValueKind.Object || !asked.TryGetProperty("callflow", out JsonElement steps) || steps.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        JsonElement call = steps.EnumerateArray().FirstOrDefault(step => Text(step, "action") == "makeCall");
        string number = call.ValueKind == JsonValueKind.Object && call.TryGetProperty("params", out JsonElement values) ? Digits(Text(values, "destination")) : string.Empty;
        return number.Length > 0 ? number : null;
    }

    // RFC 4180: cells with a comma, a quote or a line break stand in quotes.
    private static List<string[]> ReadCsv(string text)
    {
        List<string[]> rows = [];
        List<string> row = [];
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '"')
            {
                bool isDoubled = isQuoted && i + 1 < text.Length && text[i + 1] == '"';
                i += isDoubled ? 1 : 0;
                isQuoted = isDoubled == isQuoted;
                cell.Append(isDoubled ? "\"" : string.Empty);
            }
            else if (isQuoted || c is not (',' or '\r' or '\n'))
            {
                cell.Append(c);
            }
            else if (c is ',' or '\n')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    rows.Add([.. row]);
                    row.Clear();
                }
            }
        }

        if (row.Count > 0 || cell.Length > 0)
        {
            rows.Add([.. row, cell.ToString()]);
        }

        return rows;
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Digits(string? number) => string.Concat((number ?? string.Empty).Where(char.IsAsciiDigit));
}
