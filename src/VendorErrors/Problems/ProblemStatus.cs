namespace VendorErrors.Problems;

/// <summary>
/// The HTTP status with which an application answers its own callers. Their request may be at fault only where it can be the cause of the
/// error at all: a key that the vendor refuses, an empty account, a rate that all callers share are the application's affair.
/// </summary>
internal static class ProblemStatus
{
    private const int InternalError = 500;
    private const int BadGateway = 502;
    private const int Unavailable = 503;

    internal static int Of(ErrorCategory category) => category switch
    {
        // The callers did not write this syntax.
        ErrorCategory.InvalidRequest => InternalError,

        // They did choose the numbers.
        ErrorCategory.DestinationBlocked or ErrorCategory.SenderNotAllowed => Exported(category),
        ErrorCategory.RateLimited or ErrorCategory.ConcurrencyLimited or ErrorCategory.QuotaExhausted => Unavailable,
        _ when category.ToGroup() is ErrorGroup.Credential or ErrorGroup.Access => BadGateway,
        _ => Exported(category),
    };

    private static int Exported(ErrorCategory category) => CategoryTable.Of(category).HttpStatus ?? BadGateway;
}
