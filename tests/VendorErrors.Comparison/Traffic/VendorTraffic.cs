using VendorErrors.Testing;

namespace VendorErrors.Comparison.Traffic;

/// <summary>What is asked of one vendor, and how that vendor says no.</summary>
/// <param name="Vendor">The vendor.</param>
/// <param name="Calls">What is asked.</param>
internal sealed record VendorTraffic(Vendor Vendor, IReadOnlyList<ApiCall> Calls)
{
    internal static IReadOnlyList<VendorTraffic> All { get; } =
    [
        new(Vendor.TalkdeskDialer,
        [
            new(70, CallPurpose.Dial, "POST", "Advanced%20Dialer/api/telephony/dial", """{"callID":"c-{n}","phoneNumber":"+{to}"}"""),
            new(10, CallPurpose.Create, "POST", "Advanced%20Dialer/api/Queue/create", """{"name":"queue {n}"}"""),
            new(20, CallPurpose.Read, "GET", "Advanced%20Dialer/api/Queue/{n}"),
        ])
        {
            TooFast = "10",
            SystemError = "8",
            Refusals = ["4", "5", "6"],
        },
        new(Vendor.Dialnexa,
        [
            new(70, CallPurpose.Dial, "POST", "v1/calls", """{"to_number":"+{to}"}"""),
            new(5, CallPurpose.Create, "POST", "v1/campaigns", """{"name":"campaign {n}"}"""),
            new(20, CallPurpose.Read, "GET", "v1/calls/{n}"),
            new(5, CallPurpose.Delete, "DELETE", "v1/leads/{n}"),
        ])
        {
            TooFast = "429",
            SystemError = "500",
            OutageStatus = 503,
            Refusals = ["400", "403"],
            DialRefusals = ["400", "402", "403", "502"],
        },
        new(Vendor.Dexatel,
        [
            new(65, CallPurpose.Send, "POST", "v1/messages", """{"data":{"to":["{to}"],"text":"Hello"}}"""),
            new(10, CallPurpose.CheckCode, "GET", "v1/verifications?phone={to}&code=1234"),
            new(20, CallPurpose.Read, "GET", "v1/messages/{n}"),
            new(5, CallPurpose.Delete, "DELETE", "v1/templates/{n}"),
        ])
        {
            TooFast = "429",
            SystemError = null,
            OutageStatus = 504,
            Refusals = ["1523", "1530", "1531"],
            RefusalStatus = 400,
        },
        new(Vendor.YeastarPSeries,
        [
            new(65, CallPurpose.Dial, "POST", "openapi/v1.0/call/dial", """{"caller":"1000","callee":"{to}"}"""),
            new(10, CallPurpose.Send, "POST", "openapi/v1.0/message/send", """{"sender_type":9,"channel":"sms","did_number":"4930","to":"{to}","msg_body":"Hello"}"""),
            new(20, CallPurpose.Read, "GET", "openapi/v1.0/extension/get?id={n}"),
            new(5, CallPurpose.Delete, "GET", "openapi/v1.0/extension/delete?id={n}"),
        ])
        {
            TooFast = "70082",
            SaysHowLong = false,
            SystemError = "70547",
            Refusals = ["10005", "40002", "70120"],
        },
        new(Vendor.EightByEightConnect,
        [
            new(40, CallPurpose.Dial, "POST", "api/v1/subaccounts/demo/callflows", """{"callflow":[{"action":"makeCall","params":{"destination":"{to}"}}]}""") { Host = "voice" },
            new(40, CallPurpose.Send, "POST", "api/v1/subaccounts/demo/messages", """{"destination":"+{to}","text":"Hello","clientMessageId":"c-{n}"}"""),
            new(20, CallPurpose.Read, "GET", "api/v1/subaccounts/demo/messages/{n}"),
        ])
        {
            TooFast = "429",
            SystemError = "2000",
            OutageStatus = 503,
            DialSystemError = "500",
            Refusals = ["1002", "REJECTED"],
            DialRefusals = ["-1014", "-1017"],
        },
    ];

    /// <summary>Whether there is a recipe for a probe: the vendor documents a look-up of what it did.</summary>
    public bool HasRecipe => Vendor != Vendor.TalkdeskDialer;

    /// <summary>Whether requests need a token that times out; elsewhere a key is enough.</summary>
    public bool HasTokens => Vendor == Vendor.YeastarPSeries;

    /// <summary>The HTTP status while the vendor is out of order; 503 says how long to wait, the others are pages of a gateway.</summary>
    public int OutageStatus { get; init; } = 502;

    /// <summary>The code of "too fast".</summary>
    public required string TooFast { get; init; }

    /// <summary>Whether "too fast" says how long to wait.</summary>
    public bool SaysHowLong { get; init; } = true;

    /// <summary>The code of an error of the vendor's system; null where it documents none and says it by HTTP 500 alone.</summary>
    public required string? SystemError { get; init; }

    /// <summary>The same where another API of the vendor dials.</summary>
    public string? DialSystemError { get; init; }

    /// <summary>The codes of refusals for good.</summary>
    public required IReadOnlyList<string> Refusals { get; init; }

    /// <summary>The same where another API of the vendor dials.</summary>
    public IReadOnlyList<string>? DialRefusals { get; init; }

    /// <summary>The HTTP status of refusals where it is not the one that their meaning suggests.</summary>
    public int? RefusalStatus { get; init; }

    internal static VendorTraffic Of(Vendor vendor) => All.First(traffic => traffic.Vendor == vendor);

    public IReadOnlyList<string> RefusalsOf(CallPurpose purpose) => purpose == CallPurpose.Dial ? DialRefusals ?? Refusals : Refusals;

    public string? SystemErrorOf(CallPurpose purpose) => purpose == CallPurpose.Dial ? DialSystemError ?? SystemError : SystemError;

    /// <summary>How many requests the vendor serves; null where it serves all.</summary>
    public RateRule? Rate => SaysHowLong ? new RateRule(TrafficMix.RequestsPerWindow, TrafficMix.RateWindow) { Code = TooFast } : null;
}
