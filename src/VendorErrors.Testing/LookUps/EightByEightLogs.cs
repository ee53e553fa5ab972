using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using VendorErrors.Definitions;
using VendorErrors.Testing.Requests;

namespace VendorErrors.Testing.LookUps;

/// <summary>
/// The log exports of 8x8 Connect: a job, its state, and a CSV file (github.com/8x8Cloud/public-developer-docs, docs_oas/connect/sms_api.json and voice_v1_api.json,
/// operations start-log-export-job, get-log-export-job-result and their voice kin). SMS and voice have the same paths and hosts of their own, so a host that begins with
/// <c>voice</c> gives the log of calls.
/// </summary>
internal sealed class EightByEightLogs : ILookUp
{
    private const string MessageColumns =
        "umid,subaccountid,direction,country,operator,mcc,mnc,status_value,status_details,status_errorcode,status_errormessage,status_timestamp,msisdn,source,encoding,createdat,smscount,price_currency,price_persms,price_total,clientmessageid,clientbatchid,batchid,body";

    private const string CallColumns =
        "SessionId,CallId,AccountId,SubAccountId,Direction,SourceEndpoint,DestinationEndpoint,InitiatedAt,ConnectedAt,DisconnectedAt,DurationInSec,SipStatus,SessionStatus,CallStatus";

    private readonly OperationPattern _start = new("POST messages/exports");
    private readonly OperationPattern _result = new("GET messages/exports/*");
    private readonly OperationPattern _cancel = new("DELETE messages/exports/*");
    private readonly OperationPattern _download = new("GET messages/download/*");
    private readonly Dictionary<string, Job> _jobs = new(StringComparer.Ordinal);

    public bool IsFor(ReceivedRequest request) =>
        Array.Exists([_start, _result, _cancel, _download], operation => operation.Matches(request.Method, request.Path));

    public ComposedResponse Answer(LookUpRequest request) =>
        _start.Matches(request.Request.Method, request.Request.Path) ? Start(request)
        : !_jobs.TryGetValue(LastSegmentOf(request.Request), out Job? job) ? request.Refuse("4018")
        : _cancel.Matches(request.Request.Method, request.Request.Path) ? Cancel(request, job)
        : _download.Matches(request.Request.Method, request.Request.Path) ? Download(request, job)
        : StateOf(request, job);

    /// <summary>The file is what was logged when the job began.</summary>
    private ComposedResponse Start(LookUpRequest request)
    {
        JsonElement filter = JsonBody.Parse(request.Request.Body);
        var from = new DateTimeOffset(request.Now.UtcDateTime.Date - TimeSpan.FromDays(7), TimeSpan.Zero);
        DateTimeOffset until = DateTimeOffset.MaxValue;
        if (!TryRead(filter, "from", ref from) || !TryRead(filter, "to", ref until))
        {
            return request.Refuse("1000");
        }

        bool isVoice = request.Request.Address.Host.StartsWith("voice", StringComparison.OrdinalIgnoreCase);
        IEnumerable<PastExecution> logged = (isVoice ? request.EndedCalls : request.Listed(OperationKind.Send))
            .Where(done => done.At >= from && done.At <= until && SubaccountOf(done.Path) == SubaccountOf(request.Request.Path) && (JsonBody.Find(filter, "phoneNumber") is not { } number || Subject.AreSame(number, done.To)));
        int limit = int.TryParse(JsonBody.Find(filter, "limit"), NumberStyles.None, CultureInfo.InvariantCulture, out int most) && most > 0 ? most : int.MaxValue;
        string[] rows = [.. logged.Take(limit).Select(done => isVoice ? CallRow(request, done) : MessageRow(request, done))];
        string id = request.Options.CorrelationId!;
        _jobs[id] = new Job(request.Now + request.Rules.ExportTime, rows.Length == 0 ? null : $"{(isVoice ? CallColumns : MessageColumns)}\r\n{string.Join("\r\n", rows)}\r\n");
        return request.Json(new JsonObject { ["jobId"] = id }, status: 202);
    }

    private static ComposedResponse StateOf(LookUpRequest request, Job job)
    {
        string state = job.IsCancelled ? "cancelled" : request.Now < job.ReadyAt ? "running" : job.File is null ? "empty" : "succeeded";
        var body = new JsonObject { ["status"] = state };
        if (state == "succeeded")
        {
            Uri asked = request.Request.Address;
            string folder = asked.AbsolutePath[..asked.AbsolutePath.IndexOf("/messages/", StringComparison.Ordinal)];
            body["data"] = new JsonArray($"{asked.Scheme}://{asked.Authority}{folder}/messages/download/{LastSegmentOf(request.Request)}");
            body["expires"] = Time(job.ReadyAt.AddMonths(1));
        }

        return request.Json(body);
    }

    private static ComposedResponse Download(LookUpRequest request, Job job) =>
        job.File is null || job.IsCancelled || request.Now < job.ReadyAt
            ? request.Refuse("4018")
            : new ComposedResponse(request.Vendor, 200, job.File, request.Request.Method, request.Request.Path) { ContentType = "text/csv" };

    private static ComposedResponse Cancel(LookUpRequest request, Job job)
    {
        job.IsCancelled |= request.Now < job.ReadyAt;
        return VendorResponses.Status(request.Vendor, 204);
    }

    private static string MessageRow(LookUpRequest request, PastExecution message) => Row(
        message.Id, SubaccountOf(message.Path), "1", string.Empty, string.Empty, string.Empty, string.Empty, "sent", string.Empty, string.Empty, string.Empty, Time(message.At + request.Rules.Delay),
        Masked(message.To), message.Text("source"), "GSM7", Time(message.At), "1", "EUR", "0.01", "0.01", message.Text("clientMessageId"), message.Text("clientBatchId"), string.Empty, "**MASKED**");

    private static string CallRow(LookUpRequest request, PastExecution call) => Row(
        call.Id, call.Id, "demo", SubaccountOf(call.Path), "outbound", call.Text("source"), call.To, Time(call.At), Time(call.At), Time(request.EndOf(call)),
        ((long)request.Rules.CallLength.TotalSeconds).ToString(CultureInfo.InvariantCulture), "200", "COMPLETED", "COMPLETED");

    // A cell with a comma, a quote or a line break stands in quotes (RFC 4180).
    private static string Row(params string?[] cells) =>
        string.Join(",", cells.Select(cell => cell is not null && cell.IndexOfAny([',', '"', '\r', '\n']) >= 0 ? $"\"{cell.Replace("\"", "\"\"")}\"" : cell));

    private static string Masked(string number) => number.Length > 4 ? $"{number[..^4]}xxxx" : "xxxx";

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ff'Z'", CultureInfo.InvariantCulture);

    private static string SubaccountOf(string path)
    {
        string[] segments = path.Split('/');
        int index = Array.IndexOf(segments, "subaccounts");
        return index >= 0 && index + 1 < segments.Length ? segments[index + 1] : string.Empty;
    }

    private static string LastSegmentOf(ReceivedRequest request) => request.Path[(request.Path.LastIndexOf('/') + 1)..];

    private static bool TryRead(JsonElement filter, string name, ref DateTimeOffset time) =>
        JsonBody.Find(filter, name) is not { } text || DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);

    private sealed class Job(DateTimeOffset readyAt, string? file)
    {
        public DateTimeOffset ReadyAt { get; } = readyAt;

        public string? File { get; } = file;

        public bool IsCancelled { get; set; }
    }
}
