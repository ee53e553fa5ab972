using VendorErrors.Definitions;

namespace VendorErrors.Cli.Output;

/// <summary>What programs get of a row: the members of the JSON and the columns of the CSV, in this order.</summary>
internal static class CatalogFields
{
    internal static CatalogField[] All { get; } =
    [
        new("vendor", (vendor, _) => vendor.Id),
        new("code", (_, row) => row.Code),
        new("last_code", (_, row) => row.LastCode),
        new("is_pattern", (_, row) => row.IsPattern),
        new("is_http_status", (_, row) => row.IsHttpStatus),
        new("space", (_, row) => row.Section is { Space.Length: > 0 } section ? section.Space : null),
        new("anchor", (_, row) => CodeAnchor.Of(row)),
        new("name", (_, row) => row.Name),
        new("outcome", (_, row) => SnakeCase.Of(row.Outcome)),
        new("category", (_, row) => row.Category is { } category ? SnakeCase.Of(category) : null),
        new("group", (_, row) => row.Category is { } category ? SnakeCase.Of(category.ToGroup()) : null),
        new("effect", (_, row) => SnakeCase.Of(row.EffectiveEffect)),
        new("retry", (_, row) => CodeColumns.Retry(row)),
        new("wait", (_, row) => CodeColumns.Wait(row)),
        new("wait_ms", (_, row) => row.Wait is { } wait ? (long)wait.TotalMilliseconds : null),
        new("wait_doubles", (_, row) => row.WaitDoubles),
        new("max_retry_attempts", (_, row) => row.MaxRetryAttempts is { } most ? (long)most : null),
        new("operation", (_, row) => row.Operation),
        new("on_http_status", (_, row) => row.OnHttpStatus is { } status ? (long)status : null),
        new("when", (_, row) => row.When?.ToString()),
        new("refinements", (_, row) => row.Refinements),
        new("advice", (_, row) => RowPhrase.Advice(row)?.Text),
        new("audience", (_, row) => RowPhrase.Advice(row) is { } advice ? SnakeCase.Of(advice.Audience) : null),
        new("note", (_, row) => row.Note),
        new("source", (_, row) => row.Source?.Address),
        new("source_title", (_, row) => row.Source?.Title),
        new("basis", (_, row) => SnakeCase.Of(row.Basis)),
    ];
}
