using System.Globalization;
using System.Text.Json.Nodes;
using VendorErrors.Definitions;
using VendorErrors.Testing.Requests;

namespace VendorErrors.Testing.LookUps;

/// <summary>
/// The message sessions of a Yeastar PBX, one for each number, and the messages in them (help.yeastar.com, P-Series cloud edition, developer guide:
/// search-specific-message-sessions and query-messages-in-a-message-session).
/// </summary>
internal sealed class YeastarMessages : ILookUp
{
    private const int MostOfPage = 1_000;

    private readonly OperationPattern _sessions = new("GET message_session/search");
    private readonly OperationPattern _messages = new("GET message/get");

    public bool IsFor(ReceivedRequest request) => _sessions.Matches(request.Method, request.Path) || _messages.Matches(request.Method, request.Path);

    public ComposedResponse Answer(LookUpRequest request)
    {
        bool isOfSessions = _sessions.Matches(request.Request.Method, request.Request.Path);
        if (request.Value("page_size") is null || request.Number("page_size", 1, MostOfPage) is not { } size || request.Value(isOfSessions ? "user_type" : "id") is null)
        {
            return request.Refuse("40002");
        }

        string[] numbers = [.. request.Done.Where(done => done.Kind == OperationKind.Send).Select(done => done.To).Distinct(StringComparer.Ordinal)];
        PastExecution[] shown = [.. request.Listed(OperationKind.Send).Reverse()];
        return isOfSessions ? Sessions(request, numbers, shown, size) : Messages(request, numbers, shown, size);
    }

    private static ComposedResponse Sessions(LookUpRequest request, string[] numbers, PastExecution[] shown, int size)
    {
        IEnumerable<string> found = shown.Select(message => message.To).Distinct(StringComparer.Ordinal).Where(number => request.IsWanted("search_value", number));
        var list = new JsonArray([.. found.Take(size).Select(number => new JsonObject
        {
            ["id"] = Array.IndexOf(numbers, number) + 1,
            ["type"] = "sms",
            ["is_close"] = 0,
            ["is_archived"] = 0,
        })]);
        return request.Json(new JsonObject { ["errcode"] = 0, ["errmsg"] = "SUCCESS", ["list"] = list });
    }

    private static ComposedResponse Messages(LookUpRequest request, string[] numbers, PastExecution[] shown, int size)
    {
        int session = int.TryParse(request.Value("id"), NumberStyles.None, CultureInfo.InvariantCulture, out int id) && id >= 1 && id <= numbers.Length ? id : 0;
        IEnumerable<PastExecution> messages = session == 0 ? [] : shown.Where(message => message.To == numbers[session - 1]);
        var records = new JsonArray([.. messages.Take(size).Select(message => new JsonObject
        {
            ["session_id"] = session,
            ["msg_id"] = Array.IndexOf(shown, message) + 1,
            ["delivery_status"] = 1,
            ["sender"] = new JsonObject { ["user_no"] = "api", ["user_type"] = 9 },
            ["msg_type"] = 0,
            ["msg_body"] = message.Text("msg_body"),
            ["send_time"] = message.At.ToUnixTimeSeconds(),
            ["msg_kind"] = 0,
        })]);
        return request.Json(new JsonObject { ["errcode"] = 0, ["errmsg"] = "SUCCESS", ["data"] = new JsonObject { ["session_id"] = session, ["records"] = records } });
    }
}
