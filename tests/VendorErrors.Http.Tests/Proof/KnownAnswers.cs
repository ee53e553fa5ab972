using static VendorErrors.Http.Tests.Proof.Claim;

namespace VendorErrors.Http.Tests.Proof;

/// <summary>Answers of some vendors as their manuals describe them, labeled by hand from the decision table and not by the classifier.</summary>
internal static class KnownAnswers
{
    private const string Page = "<!DOCTYPE html><html><head><title>Bad Gateway</title></head><body><h1>nginx</h1></body></html>";

    private static readonly string s_filler = new('x', 9000);

    /// <summary>What any server may answer, whoever the vendor is.</summary>
    internal static IReadOnlyList<KnownAnswer> OfAny { get; } =
    [
        new(502, Page, Nothing) { MediaType = "text/html" },
        new(503, Page, Nothing) { MediaType = "text/html" },
        new(404, Page, Refused) { MediaType = "text/html" },
        new(500, string.Empty, Nothing),
        new(503, string.Empty, Nothing),
        new(504, string.Empty, Nothing),
        new(520, string.Empty, Nothing),
        // Frameworks answer it while the handler goes on.
        new(408, string.Empty, Nothing),
        new(408, """{"message":"Request Timeout","statusCode":408}""", Nothing),
        new(499, string.Empty, Nothing),
        new(407, Page, Refused) { MediaType = "text/html" },
        new(511, Page, Refused) { MediaType = "text/html" },
        new(521, Page, Nothing) { MediaType = "text/html" },
        new(401, "Unauthorized", Refused),
        new(429, "Too many requests, wait", Refused) { IsLimit = true },
        new(429, string.Empty, Refused) { IsLimit = true },
        new(425, string.Empty, Refused) { IsLimit = true },
        new(400, string.Empty, Refused),
        new(401, string.Empty, Refused),
        new(404, string.Empty, Refused),
        new(409, string.Empty, Refused),
        new(500, "{\"unknown\":true}", Nothing),
        new(204, string.Empty, Executed),
    ];

    /// <summary>A page under 200 says nothing; only where a 2xx may carry an error is it read.</summary>
    internal static KnownAnswer PageUnder200 { get; } = new(200, Page, Nothing) { MediaType = "text/html" };

    /// <summary>Bodies under a 2xx that report a failure in a shape that is no vendor's: nobody knows what was done.</summary>
    private static KnownAnswer[] Shapes =>
    [
        new(200, """{"success":false,"message":"Request blocked"}""", Nothing),
        new(201, """{"ok":false,"error":"x"}""", Nothing),
        new(200, """{"errorMessage":"Task timed out after 29.00 seconds"}""", Nothing),
        new(200, """{"status":429,"message":"Rate limit is exceeded."}""", Nothing),
        new(200, """{"type":"about:blank","title":"Unauthorized","status":401}""", Nothing) { MediaType = "application/problem+json" },
        new(200, """{"error":"Service unavailable"}""", Nothing) { Encoding = "gzip" },
        new(200, """{"success":false}""", Nothing) { Encoding = "utf-8" },
        new(200, """{"success":false}""", Nothing) { MediaType = "application/octet-stream" },
        new(200, Page, Nothing) { MediaType = "application/xhtml+xml" },
    ];

    /// <summary>Bodies under a 2xx that are not of a vendor whose every answer has an envelope.</summary>
    private static KnownAnswer[] Foreign =>
    [
        .. Shapes,
        new(200, """{"maintenance":true}""", Nothing),
        new(200, """{"data":{"errcode":10004}}""", Nothing),
        new(200, """[{"errcode":10004}]""", Nothing),
        new(200, "\"{\\\"errcode\\\":10004}\"", Nothing),
        new(200, "callback({});", Nothing) { MediaType = "application/javascript" },
        new(200, "Unauthorized", Nothing),
        new(200, "error: database is locked", Nothing) { MediaType = "text/plain" },
        new(200, string.Empty, Nothing),
    ];

    internal static IReadOnlyDictionary<Vendor, KnownAnswer[]> Of { get; } = new Dictionary<Vendor, KnownAnswer[]>
    {
        [Vendor.YeastarPSeries] =
        [
            new(200, """{"errcode":0,"errmsg":"SUCCESS","call_id":"fx-1"}""", Executed),
            new(200, $$"""{"errcode":0,"errmsg":"SUCCESS","data":"{{s_filler}}"}""", Executed),
            new(200, $$"""{"data":"{{s_filler}}","errcode":-2,"errmsg":"INTERNAL SERVER ERROR"}""", Nothing),
            new(200, """{"errcode":1,"errmsg":"PARTIAL SUCCESS"}""", Executed),
            new(200, """{"errcode":2,"errmsg":"PROCESSING"}""", Executed),
            new(200, """{"errcode":-2,"errmsg":"INTERNAL SERVER ERROR"}""", Nothing),
            new(200, """{"errcode":-1,"errmsg":"FAILURE"}""", Nothing),
            new(200, """{"errcode":10004,"errmsg":"TOKEN EXPIRED"}""", Refused) { IsTokenExpired = true },
            new(200, """{"errcode":70004,"errmsg":"ACCOUNT IP BLOCKED"}""", Refused),
            new(200, """{"errcode":60001,"errmsg":"DATA NOT FOUND"}""", Refused),
            new(200, """{"errcode":60002,"errmsg":"MAX LIMITATION EXCEEDED"}""", Refused),
            new(200, """{"errcode":70082,"errmsg":"OVERLOAD_TASK_RUNNING"}""", Refused) { IsLimit = true },
            new(200, """{"errcode":70547,"errmsg":"MESSAGE SERVICE UNAVAILABLE"}""", Nothing),
            new(200, """{"errcode":40003,"errmsg":"DUPLICATE KEY VALUE"}""", Refused),
            new(200, """{"errcode":123456,"errmsg":"NEVER SEEN"}""", Nothing),
            new(500, """{"errcode":0,"errmsg":"SUCCESS"}""", Executed),
            .. Foreign,
        ],
        [Vendor.TalkdeskDialer] =
        [
            new(200, """{"statusCode":0,"message":"Success","payload":{"id":1}}""", Executed),
            new(200, """{"statusCode":1,"message":"Warning","payload":{"id":1}}""", Executed),
            new(200, """{"statusCode":2,"message":"Error","payload":null}""", Nothing),
            new(200, """{"statusCode":3,"message":"Authentication failed","payload":null}""", Refused),
            new(200, """{"statusCode":5,"message":"Validation error","payload":[{"field":"name","code":"required"}]}""", Refused),
            new(200, """{"statusCode":8,"message":"System error, eventId: fx-1","payload":null}""", Nothing) { RowSeconds = 60 },
            new(200, """{"statusCode":9,"message":"Timeout","payload":null}""", Nothing),
            new(200, """{"statusCode":10,"message":"Rate limit exceeded. Please try again in {0} seconds.","payload":null}""", Refused) { RowSeconds = 1, HasSentence = true, IsLimit = true },
            new(200, """{"statusCode":10,"message":"Rate limit exceeded.","payload":null}""", Refused) { RowSeconds = 1, IsLimit = true },
            new(429, """{ "statusCode": 429, "message": "Rate limit is exceeded. Try again in {0} seconds." }""", Refused) { HasSentence = true, IsLimit = true },
            new(401, """{ "statusCode": 401, "message": "Access denied due to missing subscription key." }""", Refused),
            new(200, """{"statusCode":77,"message":"Never seen","payload":null}""", Nothing),
            .. Shapes,
        ],
        [Vendor.Dialnexa] =
        [
            new(201, """{"id":"fx-1","status":"queued"}""", Executed),
            new(200, """[{"id":"fx-1"},{"id":"fx-2"}]""", Executed),
            new(200, $$"""{"data":"{{s_filler}}"}""", Executed),
            new(200, """{"leads_skipped":2,"leads_added":1,"message":"two skipped"}""", Executed),
            new(400, """{"statusCode":400,"message":["phone must be set"],"error":"Bad Request"}""", Refused),
            new(401, """{"statusCode":401,"message":"Unauthorized"}""", Refused),
            new(402, """{"statusCode":402,"message":"Wallet balance too low"}""", Refused),
            new(409, """{"statusCode":409,"message":"Number already registered"}""", Refused),
            new(429, """{"statusCode":429,"message":"Too Many Requests"}""", Refused) { IsLimit = true },
            new(500, """{"statusCode":500,"message":"Internal server error"}""", Nothing),
            new(502, """{"statusCode":502,"message":"SIP trunk could not be registered"}""", Nothing),
            new(201, """{"statusCode":400,"message":"bad"}""", Nothing),
            new(200, "{\"id\":1}\n{\"id\":2}\n", Executed) { MediaType = "application/x-ndjson" },
            .. Shapes,
        ],
        [Vendor.Dexatel] =
        [
            new(200, """{"data":[{"id":"fx-1","status":"enroute"}]}""", Executed),
            new(202, """{"data":{"id":"fx-1"}}""", Executed),
            new(400, """{"errors":[{"code":1523,"message":"Invalid recipient number(s)"}]}""", Refused),
            new(401, """{"errors":[{"message":"Unauthorized"}]}""", Refused),
            new(403, """{"errors":[{"code":1531,"message":"Blocked country"}]}""", Refused),
            new(429, """{"errors":[{"message":"Too many requests"}]}""", Refused) { IsLimit = true },
            new(500, """{"errors":[{"message":"Something failed"}]}""", Nothing),
            new(409, """{"errors":[{"code":1309,"message":"Audience already exists"}]}""", Refused),
            .. Shapes,
        ],
        [Vendor.EightByEightConnect] =
        [
            new(200, """{"sessionId":"fx-1","sessionStatus":"CREATED","callFlowRequestId":"fx-1","statusCode":1,"statusMessage":"Created"}""", Executed),
            new(200, """{"umid":"fx-1","status":{"code":"QUEUED","description":"SMS is accepted and queued for processing"}}""", Executed),
            new(200, """{"batchId":"fx","acceptedCount":1,"rejectedCount":1,"messages":[{"umid":"fx-1","status":{"code":"QUEUED"}},{"umid":"fx-2","status":{"code":"REJECTED","description":"Invalid MSISDN"}}]}""", Executed),
            new(200, """{"batchId":"fx","acceptedCount":0,"rejectedCount":1,"messages":[{"umid":"fx-2","status":{"code":"REJECTED","description":"Invalid MSISDN"}}]}""", Refused),
            new(500, """{"sessionStatus":"NOT_CREATED","callFlowRequestId":"fx-1","statusCode":500,"statusMessage":"Internal server error"}""", Refused),
            new(500, """{"sessionStatus":"CREATED","callFlowRequestId":"fx-1","statusCode":500,"statusMessage":"Internal server error"}""", Executed),
            new(500, """{"statusCode":-9999,"statusMessage":"Unknown error"}""", Nothing),
            new(429, """{"code":429,"message":"Quota exceeded. Please try again in {0} second(s).","errorId":"fx-1","timestamp":"2026-11-20T10:00:00Z"}""", Refused) { HasSentence = true, IsLimit = true },
            new(429, """{"code":429,"message":"Quota exceeded","errorId":"fx-1","retryAfter":"{until}"}""", Refused) { IsLimit = true },
            new(400, """{"code":1002,"message":"Invalid MSISDN format","errorId":"fx-1"}""", Refused),
            new(401, """{"code":1200,"message":"Unauthorized","errorId":"fx-1"}""", Refused),
            new(500, """{"code":2000,"message":"Internal error","errorId":"fx-1"}""", Nothing),
        ],
    };
}
