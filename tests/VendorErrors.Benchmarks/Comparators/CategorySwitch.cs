using VendorErrors.Benchmarks.Bodies;

namespace VendorErrors.Benchmarks.Comparators;

/// <summary>Codes to categories by a switch a vendor, for the codes of the bodies only: a real one would be longer, and no quicker.</summary>
internal static class CategorySwitch
{
    public static ErrorCategory Of(int shape, int code) => shape switch
    {
        ErrorAnswers.Talkdesk => OfTalkdesk(code),
        ErrorAnswers.Dialnexa => OfDialnexa(code),
        ErrorAnswers.Dexatel => OfDexatel(code),
        ErrorAnswers.Yeastar => OfYeastar(code),
        _ => OfEightByEight(code),
    };

    private static ErrorCategory OfTalkdesk(int code) => code switch
    {
        3 => ErrorCategory.Unauthenticated,
        4 => ErrorCategory.PermissionDenied,
        5 => ErrorCategory.ValidationFailed,
        6 => ErrorCategory.NotFound,
        8 => ErrorCategory.VendorInternal,
        9 => ErrorCategory.VendorTimeout,
        10 => ErrorCategory.RateLimited,
        _ => ErrorCategory.Unrecognized,
    };

    private static ErrorCategory OfDialnexa(int code) => code switch
    {
        400 => ErrorCategory.ValidationFailed,
        401 => ErrorCategory.Unauthenticated,
        402 => ErrorCategory.PaymentRequired,
        403 => ErrorCategory.PermissionDenied,
        404 => ErrorCategory.NotFound,
        429 => ErrorCategory.RateLimited,
        500 => ErrorCategory.VendorInternal,
        _ => ErrorCategory.Unrecognized,
    };

    private static ErrorCategory OfDexatel(int code) => code switch
    {
        1506 or 1523 => ErrorCategory.InvalidDestination,
        1508 => ErrorCategory.ValidationFailed,
        _ => ErrorCategory.Unrecognized,
    };

    private static ErrorCategory OfYeastar(int code) => code switch
    {
        10004 => ErrorCategory.CredentialExpired,
        10005 => ErrorCategory.PermissionDenied,
        40002 => ErrorCategory.ValidationFailed,
        60001 => ErrorCategory.NotFound,
        _ => ErrorCategory.Unrecognized,
    };

    private static ErrorCategory OfEightByEight(int code) => code switch
    {
        1002 => ErrorCategory.InvalidDestination,
        1200 => ErrorCategory.Unauthenticated,
        1400 => ErrorCategory.RateLimited,
        _ => ErrorCategory.Unrecognized,
    };
}
