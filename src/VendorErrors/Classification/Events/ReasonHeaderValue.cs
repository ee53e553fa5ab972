using System.Text;

namespace VendorErrors.Classification.Events;

/// <summary>The codes of a SIP Reason header (RFC 3326), such as <c>Q.850;cause=16;text="Terminated", SIP;cause=200</c>.</summary>
internal static class ReasonHeaderValue
{
    private const string Cause = "cause";

    /// <summary>Each code with the catalog that its protocol names; of a protocol without a catalog none.</summary>
    internal static IEnumerable<(string Catalog, string Code)> Read(string header)
    {
        foreach (string value in WithoutTexts(header).Split(','))
        {
            string[] parts = value.Split(';');
            string? catalog = parts[0].Trim().ToUpperInvariant() switch { "SIP" => "sip", "Q.850" => "q850", _ => null };
            string? code = parts.Select(CauseOf).FirstOrDefault(cause => !string.IsNullOrEmpty(cause));
            if (catalog is not null && code is not null)
            {
                yield return (catalog, code);
            }
        }
    }

    private static string? CauseOf(string part)
    {
        int equals = part.IndexOf('=');
        return equals > 0 && string.Equals(part[..equals].Trim(), Cause, StringComparison.OrdinalIgnoreCase) ? part[(equals + 1)..].Trim().Trim('"') : null;
    }

    // What is quoted may hold the signs that divide the header, and is anybody's text.
    private static string WithoutTexts(string header)
    {
        var plain = new StringBuilder(header.Length);
        var isQuoted = false;
        for (var i = 0; i < header.Length; i++)
        {
            char c = header[i];
            isQuoted ^= c == '"';
            if (isQuoted && c == '\\')
            {
                i++;
                continue;
            }

            _ = plain.Append(isQuoted && c is (',' or ';' or '=') ? ' ' : c);
        }

        return plain.ToString();
    }
}
