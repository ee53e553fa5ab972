namespace VendorErrors.Classification.Events;

/// <summary>The codes of a SIP Reason header (RFC 3326), such as <c>Q.850;cause=16;text="Terminated", SIP;cause=200</c>.</summary>
internal static class ReasonHeaderValue
{
    private const string Cause = "cause=";

    /// <summary>Each code with the catalog that its protocol names; of a protocol without a catalog none.</summary>
    internal static IEnumerable<(string Catalog, string Code)> Read(string header)
    {
        foreach (string value in header.Split(','))
        {
            string[] parts = value.Split(';');
            string? catalog = parts[0].Trim().ToUpperInvariant() switch { "SIP" => "sip", "Q.850" => "q850", _ => null };
            string? cause = parts.Select(part => part.Trim()).FirstOrDefault(part => part.StartsWith(Cause, StringComparison.OrdinalIgnoreCase));
            if (catalog is not null && cause is not null)
            {
                yield return (catalog, cause[Cause.Length..].Trim());
            }
        }
    }
}
