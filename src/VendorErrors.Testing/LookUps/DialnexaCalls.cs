using System.Globalization;
using System.Text.Json.Nodes;
using VendorErrors.Definitions;
using VendorErrors.Testing.Requests;

namespace VendorErrors.Testing.LookUps;

/// <summary>
/// Dialnexa's list of calls: a bare array, 20 entries a page and 200 at the most (OpenAPI 1.0.0, operation listCalls, dialnexa.com/docs/api-reference/openapi.json).
/// The newest first, as an older page of the vendor says (dialnexa.mintlify.app/api-reference/calls/list).
/// </summary>
internal sealed class DialnexaCalls : ILookUp
{
    private const int PageSize = 20;
    private const int MostOfPage = 200;

    private readonly OperationPattern _operation = new("GET calls");

    public bool IsFor(ReceivedRequest request) => _operation.Matches(request.Method, request.Path);

    public ComposedResponse Answer(LookUpRequest request)
    {
        DateTimeOffset from = DateTimeOffset.MinValue;
        DateTimeOffset until = DateTimeOffset.MaxValue;
        if (request.Number("page", 1, int.MaxValue) is not { } page
            || request.Number("limit", PageSize, MostOfPage) is not { } limit
            || request.Value("created_at") is not (null or "asc" or "desc")
            || !TryRead(request.Value("start_date"), TimeSpan.Zero, ref from)
            || !TryRead(request.Value("end_date"), TimeSpan.FromDays(1), ref until))
        {
            return request.Refuse("400");
        }

        IEnumerable<PastExecution> calls = request.Listed(OperationKind.Dial).Where(call =>
            request.IsWanted("to", call.To) && request.IsWanted("call_id", call.Id) && call.At >= from && call.At < until
            && request.Value("call_direction") is null or "outbound" && request.Value("type") is null or "phone");
        calls = request.Value("created_at") == "asc" ? calls : calls.Reverse();
        return request.Json(new JsonArray([.. calls.Skip((int)Math.Min(int.MaxValue, (page - 1L) * limit)).Take(limit).Select(call => EntryOf(request, call))]));
    }

    private static JsonObject EntryOf(LookUpRequest request, PastExecution call)
    {
        bool isOver = request.EndOf(call) <= request.Now;
        var entry = new JsonObject
        {
            ["id"] = call.Id,
            ["agent_id"] = call.Text("agent_id"),
            ["to_number"] = call.To,
            ["from_number"] = call.Text("from_number"),
            ["status"] = isOver ? "completed" : "initiated",
            ["call_direction"] = "outbound",
            ["createdAt"] = call.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        };
        if (isOver)
        {
            entry["duration"] = (long)request.Rules.CallLength.TotalSeconds;
            entry["end_reason"] = "completed";
        }

        return entry;
    }

    // A day alone, as an end, is meant whole.
    private static bool TryRead(string? text, TimeSpan day, ref DateTimeOffset time)
    {
        if (text is null)
        {
            return true;
        }

        bool isTime = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset read);
        time = text.Length == 10 ? read + day : read;
        return isTime;
    }
}
