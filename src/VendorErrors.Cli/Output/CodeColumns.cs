using VendorErrors.Definitions;

namespace VendorErrors.Cli.Output;

/// <summary>A row of the catalog as columns of a table for people.</summary>
internal static class CodeColumns
{
    internal static string[] Names { get; } = ["vendor", "code", "name", "category", "effect", "retry", "wait", "operation"];

    internal static string[] Of(Vendor vendor, CodeRow row) =>
    [
        vendor.Id,
        Code(row),
        row.Name,
        Meaning(row),
        SnakeCase.Of(row.EffectiveEffect),
        Retry(row),
        Wait(row) ?? string.Empty,
        row.Operation ?? string.Empty,
    ];

    internal static string Code(CodeRow row) => row.LastCode is null ? row.Code : $"{row.Code} to {row.LastCode}";

    /// <summary>The category; of a row that is no error, its outcome.</summary>
    internal static string Meaning(CodeRow row) => row.Category is { } category ? SnakeCase.Of(category) : SnakeCase.Of(row.Outcome);

    internal static string Retry(CodeRow row) => SnakeCase.Of(row.Category?.ToRetryDisposition() ?? RetryDisposition.Never);

    internal static string? Wait(CodeRow row) => row.Wait is { } wait ? $"{WaitPhrase.Of(wait)}{(row.WaitDoubles ? " doubling" : null)}" : null;
}
