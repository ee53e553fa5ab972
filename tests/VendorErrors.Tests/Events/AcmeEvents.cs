using System.Text;
using VendorErrors.Definitions;
using VendorErrors.Tests.Packs;

namespace VendorErrors.Tests.Events;

/// <summary>A vendor whose events are as odd as each test needs them.</summary>
internal static class AcmeEvents
{
    private const string Shape = """
        { "name": "call", "when": { "has": "id" }, "kind": "call", "type": "event", "eventId": "event_id", "subject": "id", "related": ["parent", "batch"], "client": "ref", "time": "at",
          "state": "state", "states": { "NO ANSWER": "no_answer", "RINGING": "ringing", "DONE": "completed", "FAILED": "failed", "FAILED-2": { "state": "failed", "category": "vendor_unspecified" }, "LIMBO": { "state": "unknown", "final": true } },
          "reason": [{ "at": "reason", "space": "acme" }, { "at": "sip", "space": "sip" }, { "at": { "header": "Reason" }, "space": "reason-header" }], "message": "text", "billed": { "from": 1, "path": "price" }, "notBilled": { "path": "price", "is": "0" } }
        """;

    private const string Reasons = """
        [{ "document": "errors", "space": "acme", "rows": {
          "full": { "category": "concurrency_limited", "name": "Trunk full", "again": "soon", "wait": "30s", "billed": false },
          "7": { "category": "invalid_destination", "name": "No such number" },
          "busy": { "state": "busy", "name": "Busy" },
          "lost": { "state": "unknown", "name": "No receipt came" },
          "fine": { "state": "completed", "name": "Normal end" },
          "retrying": { "state": "in_progress", "name": "Acme tries again", "final": false },
          "trying": { "state": "in_progress", "name": "Trying" },
          "any": { "category": "vendor_unspecified", "name": "Unspecified" },
          "400..499": { "category": "payment_required", "name": "Money" } } }]
        """;

    /// <summary>A vendor with the shape of a call, and more shapes before it.</summary>
    internal static Vendor Vendor(string moreShapes = "") =>
        SmallPack.Load(SmallPack.And($"\"events\": [{moreShapes}{(moreShapes.Length == 0 ? string.Empty : ", ")}{Shape}], \"reasons\": {Reasons}"));

    internal static VendorEvent Read(string body, params (string Name, string Value)[] headers) => Vendor().ReadEvent(body, Headers(headers));

    internal static IReadOnlyList<VendorEvent> ReadAll(Vendor vendor, string body) => vendor.ReadEvents(Encoding.UTF8.GetBytes(body));

    internal static IEnumerable<KeyValuePair<string, IEnumerable<string>>> Headers(params (string Name, string Value)[] headers) =>
        headers.Select(header => new KeyValuePair<string, IEnumerable<string>>(header.Name, [header.Value]));
}
