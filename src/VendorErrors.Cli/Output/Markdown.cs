using System.Text;

namespace VendorErrors.Cli.Output;

/// <summary>Texts of strangers in Markdown.</summary>
internal static class Markdown
{
    private const string Special = "\\`*[]<>|#";

    /// <summary>The text so that a reader sees it as it is. An underscore within a word means nothing in Markdown.</summary>
    internal static string Escape(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            bool isEdge = text[i] == '_' && (i == 0 || i == text.Length - 1 || !char.IsLetterOrDigit(text[i - 1]) || !char.IsLetterOrDigit(text[i + 1]));
            _ = Special.Contains(text[i], StringComparison.Ordinal) || isEdge ? result.Append('\\').Append(text[i])
                : char.IsControl(text[i]) ? result.Append(' ')
                : result.Append(text[i]);
        }

        return result.ToString();
    }

    /// <summary>The text as code; a backtick in it takes longer fences, a pipe would end a cell of a table.</summary>
    internal static string Code(string text) => text.Contains('`', StringComparison.Ordinal) ? $"`` {text} ``" : $"`{text}`";

    internal static string Codes(IEnumerable<string> texts) => string.Join(", ", texts.Select(Code));
}
