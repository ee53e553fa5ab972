namespace VendorErrors;

/// <summary>
/// The error codes of <c>google.rpc.Code</c>, with the numbers of its definition. Its <c>OK</c> (0) is left out on purpose:
/// a default value must not mean success.
/// </summary>
public enum GoogleRpcCode
{
    /// <summary><c>CANCELLED</c></summary>
    Cancelled = 1,

    /// <summary><c>UNKNOWN</c></summary>
    Unknown = 2,

    /// <summary><c>INVALID_ARGUMENT</c></summary>
    InvalidArgument = 3,

    /// <summary><c>DEADLINE_EXCEEDED</c></summary>
    DeadlineExceeded = 4,

    /// <summary><c>NOT_FOUND</c></summary>
    NotFound = 5,

    /// <summary><c>ALREADY_EXISTS</c></summary>
    AlreadyExists = 6,

    /// <summary><c>PERMISSION_DENIED</c></summary>
    PermissionDenied = 7,

    /// <summary><c>RESOURCE_EXHAUSTED</c></summary>
    ResourceExhausted = 8,

    /// <summary><c>FAILED_PRECONDITION</c></summary>
    FailedPrecondition = 9,

    /// <summary><c>ABORTED</c></summary>
    Aborted = 10,

    /// <summary><c>UNIMPLEMENTED</c></summary>
    Unimplemented = 12,

    /// <summary><c>INTERNAL</c></summary>
    Internal = 13,

    /// <summary><c>UNAVAILABLE</c></summary>
    Unavailable = 14,

    /// <summary><c>UNAUTHENTICATED</c></summary>
    Unauthenticated = 16,
}
