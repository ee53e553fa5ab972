namespace VendorErrors.Http.Tests.Docs;

/// <summary>The vendors that honor an idempotency key, for docs/retries.md.</summary>
internal static class IdempotencyKeyTable
{
    internal static string Markdown(IEnumerable<Vendor> vendors)
    {
        string[] rows = [.. vendors.Where(vendor => vendor.Definition.IdempotencyKeyHeader is not null).Select(vendor => $"| {vendor.Name} | `{vendor.Definition.IdempotencyKeyHeader}` | {Operations(vendor)} |\n")];
        return rows.Length == 0 ? "No vendor of the library documents one.\n" : $"| vendor | header | operations |\n|---|---|---|\n{string.Concat(rows)}";
    }

    private static string Operations(Vendor vendor) =>
        vendor.Definition.IdempotencyKeyOperations.Count == 0 ? "all" : string.Join(", ", vendor.Definition.IdempotencyKeyOperations.Select(operation => $"`{operation}`"));
}
