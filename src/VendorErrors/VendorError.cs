using VendorErrors.Classification;
using VendorErrors.Problems;

namespace VendorErrors;

/// <summary>A failure: what the vendor said, and what it means. Immutable and safe for use by several threads.</summary>
#if NET
[System.Text.Json.Serialization.JsonConverter(typeof(VendorErrorJsonConverter))]
#endif
public sealed class VendorError : VendorAnswer
{
    internal VendorError(in VendorAnswerParts parts, in Trace trace)
        : base(parts, trace) => Retry = parts.Retry;

    private VendorError(VendorError original, Effect effect, RetryAdvice retry, Advice advice, Evidence[] evidence)
        : base(original, effect, advice, evidence) => Retry = retry;

    /// <summary>What went wrong. A safe metric tag.</summary>
    public ErrorCategory Category => ErrorCategory;

    /// <summary>The coarse form of <see cref="Category"/>.</summary>
    public ErrorGroup Group => CategoryTable.Of(Category).Group;

    /// <summary>What the kind of error says about sending again; <see cref="Retries.VendorRetryPolicy"/> decides on a request.</summary>
    public RetryAdvice Retry { get; }

    /// <summary>
    /// The error as problem details of RFC 9457, with which an application answers its own callers. Pure.
    /// </summary>
    /// <param name="options">The addresses of the types, and whether the vendor's words are included. Default: those of the application itself, and no words.</param>
    public VendorProblem ToProblemDetails(VendorProblemOptions? options = null) => ProblemBuilder.Build(this, options ?? VendorProblemOptions.Default);

#if NET
    /// <summary>The failure as one line of JSON; see <see cref="VendorResult.ToJson"/>, and <see cref="VendorResult.FromJson"/> to read it again.</summary>
    /// <param name="options">What goes along. Default: the verdict without the vendor's words.</param>
    public string ToJson(VendorJsonOptions? options = null) => new VendorResult(this).ToJson(options);
#endif

    /// <summary>The same answer with another reading of its effect, and of what that means for sending again.</summary>
    internal VendorError With(Effect effect, RetryAdvice retry, Advice advice, Evidence evidence) => new(this, effect, retry, advice, [evidence, .. Evidence]);

    /// <inheritdoc/>
    public override string ToString() => $"{Vendor.Id} {Redactor.Code(this)}: {SnakeCase.Of(Category)}, effect {SnakeCase.Of(Effect)}";
}
