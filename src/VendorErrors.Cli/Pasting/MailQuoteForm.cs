namespace VendorErrors.Cli.Pasting;

/// <summary>The quote of a mail: every line begins with <c>&gt;</c>, of a quoted quote several times.</summary>
internal static class MailQuoteForm
{
    private const string Form = "mail quotes";

    internal static PastedAnswer? Read(PastedAnswer paste)
    {
        if (!paste.Text.AsSpan().TrimStart().StartsWith('>'))
        {
            return null;
        }

        string[] lines = paste.Text.Split('\n');
        if (!Array.TrueForAll(lines, line => line.AsSpan().TrimStart() is [] or ['>', ..]))
        {
            return null;
        }

        PastedAnswer inside = paste.Unwrap(Form, string.Join('\n', lines.Select(Unquote)));
        return paste.Forms is [.., Form] ? inside with { Forms = paste.Forms } : inside;
    }

    // One level; the rest comes with the next look.
    private static string Unquote(string line)
    {
        string quoted = line.TrimStart();
        return quoted.StartsWith("> ", StringComparison.Ordinal) ? quoted[2..] : quoted.Length > 0 ? quoted[1..] : quoted;
    }
}
