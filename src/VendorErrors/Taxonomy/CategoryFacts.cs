namespace VendorErrors;

/// <summary>All that follows from a category alone: one line of <see cref="CategoryTable"/>.</summary>
internal sealed record CategoryFacts(
    ErrorCategory Category,
    ErrorGroup Group,
    GoogleRpcCode RpcCode,
    int? HttpStatus,
    Effect Effect,
    RetryDisposition Retry,
    int? MaxRetryAttempts,
    Advice Advice);
