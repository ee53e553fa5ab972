namespace VendorErrors;

/// <summary>
/// An error as the problem details of RFC 9457, with which an application answers its own callers: plain data, for any web framework and
/// any serializer. Holds none of the vendor's words unless they were asked for, see <see cref="VendorProblemOptions"/>.
/// Immutable and safe for use by several threads.
/// </summary>
public sealed class VendorProblem
{
    /// <summary>The extension <c>vendor</c>, a text: the vendor's id.</summary>
    public const string VendorExtension = "vendor";

    /// <summary>The extension <c>code</c>, a text: the vendor's code as received. Missing where the answer holds none.</summary>
    public const string CodeExtension = "code";

    /// <summary>The extension <c>category</c>, a text: the <see cref="ErrorCategory"/> in snake_case.</summary>
    public const string CategoryExtension = "category";

    /// <summary>The extension <c>effect</c>, a text: the <see cref="VendorErrors.Effect"/> in snake_case.</summary>
    public const string EffectExtension = "effect";

    /// <summary>The extension <c>retryable</c>, a Boolean: whether the caller may send the same again without doing anything twice.</summary>
    public const string RetryableExtension = "retryable";

    /// <summary>The extension <c>retry_after_seconds</c>, an integer, rounded up. Missing where no wait is known.</summary>
    public const string RetryAfterExtension = "retry_after_seconds";

    /// <summary>The extension <c>correlation_id</c>, a text: the vendor's id of its answer. Missing where there is none, or one that could be something else.</summary>
    public const string CorrelationIdExtension = "correlation_id";

    /// <summary>The extension <c>vendor_message</c>, a text: the vendor's words, redacted. Missing unless asked for.</summary>
    public const string VendorMessageExtension = "vendor_message";

    internal VendorProblem(string type, string title, int status, string detail, string? instance, TimeSpan? retryAfter, IReadOnlyDictionary<string, object?> extensions)
    {
        Type = type;
        Title = title;
        Status = status;
        Detail = detail;
        Instance = instance;
        RetryAfter = retryAfter;
        Extensions = extensions;
    }

    /// <summary>What kind of problem it is, as a URI reference: the place of the code, or else of the category, in the vendor's page.</summary>
    public string Type { get; }

    /// <summary>The kind of problem in words: the vendor's name, and the catalog's for the code. The same for every problem of one type.</summary>
    public string Title { get; }

    /// <summary>The HTTP status to answer one's own callers with, from 400 to 599.</summary>
    public int Status { get; }

    /// <summary>Whether it was done, and what to do, in sentences of this library.</summary>
    public string Detail { get; }

    /// <summary>This very occurrence, as a URI reference. Default: none.</summary>
    public string? Instance { get; }

    /// <summary>The wait to put into a <c>Retry-After</c> header; <see langword="null"/> where the same must not be sent again, or no wait is known.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>The further members, by their names; each value is a <see cref="string"/>, a <see cref="bool"/> or an <see cref="int"/>.</summary>
    public IReadOnlyDictionary<string, object?> Extensions { get; }
}
