namespace VendorErrors;

/// <summary>What follows from a category. Pure; safe for use by several threads.</summary>
public static class ErrorCategoryExtensions
{
    /// <summary>The coarse form of the category.</summary>
    /// <param name="category">The category.</param>
    public static ErrorGroup ToGroup(this ErrorCategory category) => CategoryTable.Of(category).Group;

    /// <summary>The code of <c>google.rpc.Code</c> to export.</summary>
    /// <param name="category">The category.</param>
    public static GoogleRpcCode ToGoogleRpcCode(this ErrorCategory category) => CategoryTable.Of(category).RpcCode;

    /// <summary>
    /// The HTTP status that says the same, for a gateway whose callers hold the account at the vendor themselves; <see langword="null"/> where
    /// there was no HTTP exchange to report. An application answers its own callers with <see cref="VendorProblem.Status"/>.
    /// </summary>
    /// <param name="category">The category.</param>
    public static int? ToHttpStatus(this ErrorCategory category) => CategoryTable.Of(category).HttpStatus;

    /// <summary>The effect where neither a catalog row nor the vendor's proof says otherwise.</summary>
    /// <param name="category">The category.</param>
    public static Effect ToDefaultEffect(this ErrorCategory category) => CategoryTable.Of(category).Effect;

    /// <summary>What the category says about sending again.</summary>
    /// <param name="category">The category.</param>
    public static RetryDisposition ToRetryDisposition(this ErrorCategory category) => CategoryTable.Of(category).Retry;

    /// <summary>What a person should do about the category in general.</summary>
    /// <param name="category">The category.</param>
    public static Advice ToAdvice(this ErrorCategory category) => CategoryTable.Of(category).Advice;
}
