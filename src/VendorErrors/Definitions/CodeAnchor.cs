using System.Globalization;
using System.Text;

namespace VendorErrors.Definitions;

/// <summary>
/// Names for links: the place of a row, or a category, in a vendor's page. Made of what distinguishes a row from all others, and of
/// nothing else, so that neither a better name nor another order moves it.
/// </summary>
internal static class CodeAnchor
{
    /// <summary>
    /// The anchor of a row: <c>code-10004</c>, <c>http-401</c>, <c>code-3000.to-3999</c>, <c>code-voice.-1001</c>, and of rows that hold on
    /// a condition only <c>code-60002.at-get_token</c>, <c>code-1001.http-404</c> or <c>code--2.when-list-is-not-empty</c>.
    /// </summary>
    internal static string Of(CodeRow row)
    {
        var anchor = new StringBuilder(row.IsHttpStatus ? "http-" : "code-");
        if (row.Section is { Space.Length: > 0 } section)
        {
            Append(anchor, section.Space).Append('.');
        }

        Append(anchor, row.Code);
        AppendPart(anchor, ".to-", row.LastCode);
        AppendPart(anchor, ".at-", row.Operation);
        AppendPart(anchor, ".http-", row.OnHttpStatus?.ToString(CultureInfo.InvariantCulture));
        AppendPart(anchor, ".when-", row.When?.ToString());
        return anchor.ToString();
    }

    /// <summary>The anchor of what an answer without a row of its own means, such as <c>category-vendor_timeout</c>.</summary>
    internal static string Of(ErrorCategory category) => $"category-{SnakeCase.Of(category)}";

    private static void AppendPart(StringBuilder anchor, string name, string? part)
    {
        if (part is not null)
        {
            Append(anchor.Append(name), part);
        }
    }

    // The dot parts the parts, and the tilde begins a byte in hexadecimal, so neither stands for itself. Codes compare without case.
    private static StringBuilder Append(StringBuilder anchor, string text)
    {
        foreach (byte b in Encoding.UTF8.GetBytes(text.ToLowerInvariant()))
        {
            _ = (char)b is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_' or '/' or '*' ? anchor.Append((char)b)
                : b == ' ' ? anchor.Append('-')
                : anchor.Append('~').Append(b.ToString("x2", CultureInfo.InvariantCulture));
        }

        return anchor;
    }
}
