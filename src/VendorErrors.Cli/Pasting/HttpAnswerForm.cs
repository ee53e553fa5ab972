namespace VendorErrors.Cli.Pasting;

/// <summary>What <c>curl -i</c> prints: status line, headers, an empty line, and the body. Of several heads in a row, as after a redirect, the last counts.</summary>
internal static class HttpAnswerForm
{
    internal static PastedAnswer? Read(PastedAnswer paste)
    {
        string text = paste.Text.TrimStart();
        if (text.StartsWith("$ curl ", StringComparison.Ordinal) || text.StartsWith("curl ", StringComparison.Ordinal))
        {
            int end = text.IndexOf("\nHTTP/", StringComparison.Ordinal);
            text = end < 0 ? text : text[(end + 1)..];
        }

        if (!HttpHead.IsBegun(text))
        {
            return null;
        }

        HttpHead head;
        do
        {
            head = ReadHead(ref text);
        }
        while (HttpHead.IsBegun(text));
        return head.AddTo(paste, "curl -i", text);
    }

    private static HttpHead ReadHead(ref string text)
    {
        var head = HttpHead.Begin(TakeLine(ref text));
        while (text.Length > 0 && text[0] is not ('{' or '[' or '<'))
        {
            string line = TakeLine(ref text);
            if (line.Length == 0)
            {
                break;
            }

            head.Add(line);
        }

        return head;
    }

    private static string TakeLine(ref string text)
    {
        int end = text.IndexOf('\n', StringComparison.Ordinal);
        string line = (end < 0 ? text : text[..end]).TrimEnd();
        text = end < 0 ? string.Empty : text[(end + 1)..];
        return line;
    }
}
