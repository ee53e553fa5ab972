using VendorErrors.Definitions;

namespace VendorErrors.Problems;

/// <summary>Makes a <see cref="VendorProblem"/> of an error: what callers of the application may know, and nothing else.</summary>
internal static class ProblemBuilder
{
    private const int LongestMessage = 500;

    internal static VendorProblem Build(VendorError error, VendorProblemOptions options)
    {
        CodeRow? row = error.DecidingRow;
        bool isRetryable = IsRetryable(error, options.Operation.Safety);
        TimeSpan? retryAfter = isRetryable ? error.Retry.MinimumWait : null;
        return new VendorProblem(
            Fill(options.TypeTemplate, error.Vendor.Id, row is null ? CodeAnchor.Of(error.Category) : CodeAnchor.Of(row)),
            $"{error.Vendor.Name}: {row?.Name ?? SnakeCase.Of(error.Category).Replace('_', ' ')}",
            ProblemStatus.Of(error.Category),
            $"{Sentence(error.Effect)} {(error.Advice ?? error.Category.ToAdvice()).Text}",
            options.Instance,
            retryAfter,
            ExtensionsOf(error, isRetryable, retryAfter, options));
    }

    // What the caller sends again is a request of its own: an idempotency key of this one does not protect it.
    private static bool IsRetryable(VendorError error, OperationSafety safety) =>
        error.Retry.Disposition == RetryDisposition.AfterDelay
        && (error.Effect == Effect.None || (error.Effect == Effect.Unknown && safety is OperationSafety.Read or OperationSafety.Idempotent));

    private static Dictionary<string, object?> ExtensionsOf(VendorError error, bool isRetryable, TimeSpan? retryAfter, VendorProblemOptions options)
    {
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { [VendorProblem.VendorExtension] = error.Vendor.Id };
        Add(extensions, VendorProblem.CodeExtension, error.Code is null ? null : Redactor.Code(error));
        extensions.Add(VendorProblem.CategoryExtension, SnakeCase.Of(error.Category));
        extensions.Add(VendorProblem.EffectExtension, SnakeCase.Of(error.Effect));
        extensions.Add(VendorProblem.RetryableExtension, isRetryable);
        Add(extensions, VendorProblem.RetryAfterExtension, retryAfter is { } wait ? (int)Math.Ceiling(wait.TotalSeconds) : null);
        Add(extensions, VendorProblem.CorrelationIdExtension, error.CorrelationId is { } id && PlainId.IsOne(id) ? id : null);
        Add(extensions, VendorProblem.VendorMessageExtension, options.IncludeVendorMessage ? Shortened(error.Message) : null);
        return extensions;
    }

    private static void Add(Dictionary<string, object?> extensions, string name, object? value)
    {
        if (value is not null)
        {
            extensions.Add(name, value);
        }
    }

    private static string? Shortened(string? message)
    {
        if (message is null || Redactor.Text(message) is not { Length: > LongestMessage } text)
        {
            return message is null ? null : Redactor.Text(message);
        }

        // Half a surrogate pair is no text.
        return text[..(char.IsHighSurrogate(text[LongestMessage - 1]) ? LongestMessage - 1 : LongestMessage)];
    }

    private static string Fill(string template, string vendor, string anchor) =>
        template.Replace(VendorProblemOptions.VendorPlace, vendor).Replace(VendorProblemOptions.AnchorPlace, anchor);

    private static string Sentence(Effect effect) => effect switch
    {
        Effect.None => "Nothing was done.",
        Effect.Partial => "It was done in part.",
        Effect.Applied => "It was done.",
        _ => "Whether it was done is not known.",
    };
}
