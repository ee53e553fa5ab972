namespace VendorErrors.Native;

/// <summary>An answer of a vendor and what it means.</summary>
internal sealed record Answer(Vendor Vendor, int Status, string Body, ErrorCategory Expected)
{
    internal static Answer[] All =>
    [
        new(Vendor.TalkdeskDialer, 200, """{"statusCode":10,"message":"Rate limit exceeded. Please try again in 30 seconds.","payload":null}""", ErrorCategory.RateLimited),
        new(Vendor.Dialnexa, 200, """{"statusCode":404,"message":"Agent not found","error":"Not Found"}""", ErrorCategory.NotFound),
        new(Vendor.Dexatel, 400, """{"errors":[{"code":1510,"message":"Message text is too long"}]}""", ErrorCategory.PayloadTooLarge),
        new(Vendor.YeastarPSeries, 200, """{"errcode":10004,"errmsg":"TOKEN EXPIRED"}""", ErrorCategory.CredentialExpired),
        new(Vendor.EightByEightConnect, 200, """{"statusCode":-1017,"statusMessage":"Invalid MSISDN format in Destination"}""", ErrorCategory.InvalidDestination),
    ];
}
