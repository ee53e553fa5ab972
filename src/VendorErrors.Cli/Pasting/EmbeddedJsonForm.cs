namespace VendorErrors.Cli.Pasting;

/// <summary>JSON inside of a text, such as a line of a log, or JSON that a program escaped: as a string, as a cell of a CSV file, as Python prints it.</summary>
internal static class EmbeddedJsonForm
{
    // Each piece is read from its place to the end.
    private const int MostBytes = 1024 * 1024;

    private const string DoubleQuote = "\"";
    private const string BothQuotes = "\"'";

    internal static PastedAnswer? Read(PastedAnswer paste)
    {
        if (paste.Body.Length > MostBytes)
        {
            return null;
        }

        string text = paste.Text;
        return text.AsSpan().TrimStart() is ['<', ..] || !text.AsSpan().ContainsAny('{', '[') ? null
            : IsPython(text) ? Read(paste, text, "a Python dict", PythonLiteral.At, BothQuotes)
            : Read(paste, text, "JSON", JsonPiece.At, DoubleQuote)
                ?? (text.Contains("\\\"", StringComparison.Ordinal) ? Read(paste, Unescape(text), "JSON with escaped quotes", JsonPiece.At, DoubleQuote) : null)
                ?? (text.Contains("\"\"", StringComparison.Ordinal) ? Read(paste, text.Replace("\"\"", DoubleQuote, StringComparison.Ordinal), "JSON with doubled quotes", JsonPiece.At, DoubleQuote) : null);
    }

    // A text inside of a dict may hold JSON, and is only a part of it.
    private static bool IsPython(string text) => text.IndexOf("{'", StringComparison.Ordinal) is >= 0 and var dict && text.IndexOf("{\"", StringComparison.Ordinal) is var json && (json < 0 || dict < json);

    private static PastedAnswer? Read(PastedAnswer paste, string text, string name, Func<string, int, JsonPiece?> readAt, string quotes)
    {
        if (EmbeddedJson.Find(text, readAt, quotes) is not { } piece)
        {
            return null;
        }

        string around = $"{text[..piece.Start]} {text[piece.End..]}";
        return around.AsSpan().Trim(" \t\r\n\"',;").IsEmpty
            ? paste.Unwrap(name, piece.Json)
            : LogStatus.AddTo(paste.Unwrap($"text with {name} inside", piece.Json), around);
    }

    // One level: \" is a quote, \\ is a backslash, and all else is the affair of the JSON inside.
    private static string Unescape(string text)
    {
        var result = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] is '"' or '\\' or '/')
            {
                i++;
            }

            result.Append(text[i]);
        }

        return result.ToString();
    }
}
