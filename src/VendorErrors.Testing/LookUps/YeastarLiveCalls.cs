using System.Text.Json.Nodes;
using VendorErrors.Definitions;
using VendorErrors.Testing.Requests;

namespace VendorErrors.Testing.LookUps;

/// <summary>
/// The calls in progress on a Yeastar PBX (help.yeastar.com, P-Series appliance edition, developer guide, query-calls). What it answers where there is none, the
/// guide does not say; here the list is empty.
/// </summary>
internal sealed class YeastarLiveCalls : ILookUp
{
    private readonly OperationPattern _operation = new("GET call/query");

    public bool IsFor(ReceivedRequest request) => _operation.Matches(request.Method, request.Path);

    public ComposedResponse Answer(LookUpRequest request)
    {
        string? type = request.Value("type");
        if (type is not (null or "inbound" or "outbound" or "internal"))
        {
            return request.Refuse("40002");
        }

        IEnumerable<PastExecution> calls = request.LiveCalls.Where(call =>
            request.IsWanted("call_id", call.Id)
            && (type is null || type == YeastarNumbers.TypeOf(call))
            && (request.IsWanted("extension", call.Text("caller") ?? string.Empty) || request.IsWanted("extension", call.To)));
        return request.Json(new JsonObject { ["errcode"] = 0, ["errmsg"] = "SUCCESS", ["data"] = new JsonArray([.. calls.Select(EntryOf)]) });
    }

    private static JsonObject EntryOf(PastExecution call)
    {
        string? caller = call.Text("caller");
        JsonObject callee = YeastarNumbers.TypeOf(call) == "internal"
            ? new JsonObject { ["extension"] = new JsonObject { ["number"] = call.To, ["channel_id"] = $"{call.Id}-2", ["member_status"] = "ANSWER", ["call_path"] = string.Empty } }
            : new JsonObject { ["outbound"] = new JsonObject { ["from"] = caller, ["to"] = call.To, ["trunk_name"] = "trunk", ["channel_id"] = $"{call.Id}-2", ["member_status"] = "ANSWER" } };
        return new JsonObject
        {
            ["call_id"] = call.Id,
            ["members"] = new JsonArray(
                new JsonObject { ["extension"] = new JsonObject { ["number"] = caller, ["channel_id"] = $"{call.Id}-1", ["member_status"] = "ANSWERED", ["call_path"] = string.Empty } },
                callee),
        };
    }
}
