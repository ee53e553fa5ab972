using System.Globalization;
using System.Text.Json.Nodes;
using VendorErrors.Definitions;
using VendorErrors.Testing.Requests;

namespace VendorErrors.Testing.LookUps;

/// <summary>
/// Dexatel's list of messages: <c>data</c> and <c>pagination</c>, and the number of all messages in the header Total-Count (dexatel.com/developers/messages-query and the
/// pages beside it). It shows no text of the caller's own: <c>data.payload</c> comes back in webhooks alone. Neither the size of a page nor the members of
/// <c>pagination</c> were to be found: it is empty here, and only the first page can be had.
/// </summary>
internal sealed class DexatelMessages : ILookUp
{
    private const string DateFormat = "yyyy-MM-dd HH:mm:ss";
    private const int PageSize = 100;

    private readonly OperationPattern _operation = new("GET messages");

    public bool IsFor(ReceivedRequest request) => _operation.Matches(request.Method, request.Path);

    public ComposedResponse Answer(LookUpRequest request)
    {
        DateTimeOffset from = DateTimeOffset.MinValue;
        DateTimeOffset until = DateTimeOffset.MaxValue;
        if (request.Number("page_size", PageSize, int.MaxValue) is not { } size
            || !TryRead(request.Value("filter[created_date_start]"), ref from)
            || !TryRead(request.Value("filter[created_date_end]"), ref until))
        {
            return VendorResponses.Status(request.Vendor, 400);
        }

        PastExecution[] messages =
        [
            .. request.Listed(OperationKind.Send)
                .Where(message => message.Path.EndsWith("/messages", StringComparison.Ordinal) && request.IsWanted("filter[to]", message.To) && message.At >= from && message.At <= until)
                .Reverse(),
        ];
        var body = new JsonObject
        {
            ["data"] = new JsonArray([.. messages.Take(Math.Min(size, PageSize)).Select(EntryOf)]),
            ["pagination"] = new JsonObject(),
        };
        return request.Json(body) with { Headers = [new("Total-Count", messages.Length.ToString(CultureInfo.InvariantCulture))] };
    }

    private static JsonObject EntryOf(PastExecution message)
    {
        string at = message.At.UtcDateTime.ToString(DateFormat, CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["id"] = message.Id,
            ["from"] = message.Text("from"),
            ["to"] = message.To,
            ["channel"] = message.Text("channel") ?? "SMS",
            ["status"] = "sent",
            ["text"] = message.Text("text"),
            ["create_date"] = at,
            ["update_date"] = at,
            ["direction"] = "MT",
        };
    }

    private static bool TryRead(string? text, ref DateTimeOffset time) =>
        text is null || DateTimeOffset.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
}
