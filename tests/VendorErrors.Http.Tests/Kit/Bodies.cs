namespace VendorErrors.Http.Tests.Kit;

/// <summary>Answers that many tests use.</summary>
internal static class Bodies
{
    internal const string YeastarOk = """{"errcode":0,"errmsg":"SUCCESS","data":[1,2,3]}""";
    internal const string YeastarExpired = """{"errcode":10004,"errmsg":"TOKEN EXPIRED"}""";
    internal const string YeastarNotFound = """{"errcode":60001,"errmsg":"DATA NOT FOUND"}""";
    internal const string TalkdeskOk = """{"statusCode":0,"message":"Success","payload":{}}""";
    internal const string TalkdeskSystemError = """{"statusCode":8,"message":"System Error","payload":null}""";
    internal const string TalkdeskRateLimited = """{"statusCode":10,"message":"Rate limited. Try again in 30 seconds.","payload":null}""";

    internal static Answer Ok => Answer.Json(YeastarOk);

    internal static Answer Expired => new() { Body = YeastarExpired, Executes = false };

    internal static Answer Busy(int? retryAfter = null) => new()
    {
        Status = 429,
        Executes = false,
        Headers = retryAfter is { } seconds ? [("Retry-After", seconds.ToString(System.Globalization.CultureInfo.InvariantCulture))] : [],
    };

    internal static Answer Down(int status = 503, int? retryAfter = null) => new()
    {
        Status = status,
        Headers = retryAfter is { } seconds ? [("Retry-After", seconds.ToString(System.Globalization.CultureInfo.InvariantCulture))] : [],
    };

    internal static async Task<string> TextAsync(this HttpResponseMessage response) =>
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken).WaitAsync(Eventually.Patience, TestContext.Current.CancellationToken);
}
