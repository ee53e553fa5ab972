using System.Globalization;
using System.Text.Json.Nodes;
using VendorErrors.Definitions;
using VendorErrors.Testing.Requests;

namespace VendorErrors.Testing.LookUps;

/// <summary>
/// The call detail records of a Yeastar PBX, which are written when a call has ended (help.yeastar.com, P-Series developer guides: search-specific-cdr, query-cdr-list
/// and event-new-cdr). Times are accepted as Unix time, one of the documented ways.
/// </summary>
internal sealed class YeastarCallRecords : ILookUp
{
    private const int MostOfPage = 10_000;

    private readonly OperationPattern _search = new("GET cdr/search");
    private readonly OperationPattern _list = new("GET cdr/list");

    public bool IsFor(ReceivedRequest request) => _search.Matches(request.Method, request.Path) || _list.Matches(request.Method, request.Path);

    public ComposedResponse Answer(LookUpRequest request)
    {
        bool isSearch = _search.Matches(request.Request.Method, request.Request.Path);
        long from = long.MinValue;
        long until = long.MaxValue;
        if (request.Number("page", 1, int.MaxValue) is not { } page
            || request.Number("page_size", MostOfPage, MostOfPage) is not { } size
            || (isSearch && !(TryRead(request.Value("start_time"), ref from) && TryRead(request.Value("end_time"), ref until))))
        {
            return request.Refuse("40002");
        }

        PastExecution[] calls =
        [
            .. request.EndedCalls.Where(call => !isSearch
                || (request.IsWanted("call_to", call.To) && request.IsWanted("call_from", call.Text("caller") ?? string.Empty)
                    && call.At.ToUnixTimeSeconds() >= from && call.At.ToUnixTimeSeconds() <= until)),
        ];
        int skipped = (int)Math.Min(int.MaxValue, (page - 1L) * size);
        return request.Json(new JsonObject
        {
            ["errcode"] = 0,
            ["errmsg"] = "SUCCESS",
            ["total_number"] = calls.Length,
            ["data"] = new JsonArray([.. calls.Skip(skipped).Take(size).Select((call, index) => EntryOf(request, call, skipped + index + 1))]),
        });
    }

    private static JsonObject EntryOf(LookUpRequest request, PastExecution call, int number) => new()
    {
        ["id"] = number,
        ["time"] = call.At.UtcDateTime.ToString("MM/dd/yyyy HH:mm:ss", CultureInfo.InvariantCulture),
        ["call_from"] = call.Text("caller"),
        ["call_to"] = call.To,
        ["timestamp"] = call.At.ToUnixTimeSeconds(),
        ["uid"] = call.Id,
        ["dst_trunk"] = YeastarNumbers.TypeOf(call) == "internal" ? string.Empty : "trunk",
        ["duration"] = (long)request.Rules.CallLength.TotalSeconds,
        ["ring_duration"] = 0,
        ["talk_duration"] = (long)request.Rules.CallLength.TotalSeconds,
        ["disposition"] = "ANSWERED",
        ["call_type"] = YeastarNumbers.TypeOf(call) == "internal" ? "Internal" : "Outbound",
    };

    private static bool TryRead(string? text, ref long seconds) => text is null || long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seconds);
}
