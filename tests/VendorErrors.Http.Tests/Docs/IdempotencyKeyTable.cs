namespace VendorErrors.Http.Tests.Docs;

/// <summary>The vendors that honor an idempotency key, for docs/retries.md.</summary>
internal static class IdempotencyKeyTable
{
    internal static string Markdown(IEnumerable<Vendor> vendors)
    {
        string[] rows = [.. vendors.Where(vendor => vendor.Definition.IdempotencyKeyHeader is not null).Select(vendor => $"| {vendor.Name} | `{vendor.Definition.IdempotencyKeyHeader}` |\n")];
        return rows.Length == 0 ? "No vendor of the library documents one.\n" : $"| vendor | header |\n|---|---|\n{string.Concat(rows)}";
    }
}
