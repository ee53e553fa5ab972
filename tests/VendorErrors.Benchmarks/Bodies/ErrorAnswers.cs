using System.Text;

namespace VendorErrors.Benchmarks.Bodies;

/// <summary>Errors of the five vendors in turn, as their documents show them, with different codes and texts.</summary>
internal static class ErrorAnswers
{
    public const int Talkdesk = 0;
    public const int Dialnexa = 1;
    public const int Dexatel = 2;
    public const int Yeastar = 3;
    public const int EightByEight = 4;

    private static readonly string[] s_talkdesk =
    [
        """{"statusCode":10,"message":"Rate limit exceeded. Please try again in SEED seconds.","payload":null}""",
        """{"statusCode":5,"message":"Required field 'Account SEED' is missing","payload":{"field":"Account SEED","code":"REQUIRED_FIELD_MISSING"}}""",
        """{"statusCode":6,"message":"The customer SEED was not found","payload":null}""",
        """{"statusCode":3,"message":"API key SEED is invalid or missing","payload":null}""",
    ];

    private static readonly (int Status, string Body)[] s_dialnexa =
    [
        (400, """{"statusCode":400,"message":["to_phone_number must be in E.164 format","agent_id SEED should not be empty"],"error":"Bad Request"}"""),
        (402, """{"statusCode":402,"message":["The balance of wallet SEED is too low for this call."],"error":"Payment Required"}"""),
        (429, """{"statusCode":429,"message":["Too many requests of account SEED."],"error":"Too Many Requests"}"""),
    ];

    private static readonly string[] s_dexatel =
    [
        """{"errors":[{"timestamp":"2026-11-21 08:30:00","path":"/v1/messages","method":"POST","status":400,"message":"Invalid recipient number(s) SEED","code":1523}]}""",
        """{"errors":[{"timestamp":"2026-11-21 08:30:00","path":"/v1/messages","method":"POST","status":400,"message":"Message recipients are missing","code":1506},{"timestamp":"2026-11-21 08:30:00","path":"/v1/messages","method":"POST","status":400,"message":"Message recipients SEED are missing","code":1506}]}""",
    ];

    private static readonly string[] s_yeastar =
    [
        """{"errcode":10004,"errmsg":"TOKEN EXPIRED"}""",
        """{"errcode":40002,"errmsg":"PARAMETER ERROR","invalid_param_list":[{"field":"name","validation_type":"required"},{"field":"position","value":"-SEED","validation_type":"range"}]}""",
        """{"errcode":60001,"errmsg":"DATA NOT FOUND"}""",
    ];

    private static readonly (int Status, string Body)[] s_eightByEight =
    [
        (400, """{"code":1002,"message":"Invalid MSISDN format (not E.164 international number)","errorId":"00000000-0000-4000-8000-0000000SEED1","timestamp":"2026-11-20T10:00:00.5Z"}"""),
        (403, """{"code":1400,"message":"Resending is possible after SEED seconds","errorId":"00000000-0000-4000-8000-0000000SEED1","timestamp":"2026-11-20T10:00:00.5Z"}"""),
    ];

    /// <summary>Sixty-four answers, the five shapes mixed.</summary>
    public static ErrorAnswer[] Mixed() => [.. Enumerable.Range(0, JsonBodies.Count).Select(Create)];

    private static ErrorAnswer Create(int i)
    {
        int variant = i / 5;
        return (i % 5) switch
        {
            Talkdesk => Create(Vendor.TalkdeskDialer, i, 200, s_talkdesk[variant % s_talkdesk.Length]),
            Dialnexa => Create(Vendor.Dialnexa, i, s_dialnexa[variant % s_dialnexa.Length]),
            Dexatel => Create(Vendor.Dexatel, i, 400, s_dexatel[variant % s_dexatel.Length]),
            Yeastar => Create(Vendor.YeastarPSeries, i, 200, s_yeastar[variant % s_yeastar.Length]),
            _ => Create(Vendor.EightByEightConnect, i, s_eightByEight[variant % s_eightByEight.Length]),
        };
    }

    private static ErrorAnswer Create(Vendor vendor, int i, (int Status, string Body) answer) => Create(vendor, i, answer.Status, answer.Body);

    private static ErrorAnswer Create(Vendor vendor, int i, int status, string body) =>
        new(vendor, i % 5, status, Encoding.UTF8.GetBytes(body.Replace("SEED", (3000 + (i * 13)).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)));
}
