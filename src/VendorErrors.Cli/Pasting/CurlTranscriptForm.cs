namespace VendorErrors.Cli.Pasting;

/// <summary>What <c>curl -v</c> prints: the request, the answer and notes, each marked at its beginning, and the body without a mark.</summary>
internal static class CurlTranscriptForm
{
    // The last note follows a body without a line end on the same line.
    private static readonly string[] s_lastNotes = ["* Connection #", "* Closing connection", "* closing connection", "* shutting down connection"];

    internal static PastedAnswer? Read(PastedAnswer paste)
    {
        if (paste.Body.AsSpan().IndexOf("< HTTP/"u8) < 0)
        {
            return null;
        }

        string[] lines = paste.Text.Split('\n');
        int first = Array.FindIndex(lines, line => line.StartsWith("< HTTP/", StringComparison.Ordinal));
        if (first < 0 || lines.FirstOrDefault(line => line.Trim().Length > 0) is not ['*' or '<' or '>' or '$' or 'c' or ' ' or '{' or '}' or 'N', ..])
        {
            return null;
        }

        HttpHead? head = null;
        string? request = null;
        List<string> body = [];
        var isHead = false;
        foreach (string line in lines)
        {
            string told = line.Length > 2 ? line[2..].TrimEnd() : string.Empty;
            if (line.StartsWith("< HTTP/", StringComparison.Ordinal) || ((line.StartsWith("< ", StringComparison.Ordinal) || line.TrimEnd() == "<") && !IsBody(head, isHead, body)))
            {
                ReadAnswerLine(told, ref head, ref isHead, body);
            }
            else if (line.StartsWith("> ", StringComparison.Ordinal) && !IsBody(head, isHead, body))
            {
                request = told.Contains(" HTTP/", StringComparison.Ordinal) ? told : request;
            }
            else if (head is not null && !IsNote(line))
            {
                body.Add(line);
            }
        }

        string[] words = request?.Split(' ') ?? [];
        PastedAnswer read = head!.AddTo(paste, "curl -v", WithoutLastNote(string.Join('\n', body)));
        return words is [var method, var path, ..] ? read with { Method = method, Path = path.Split('?')[0], Forms = [.. read.Forms, $"method {method}", "path"] } : read;
    }

    private static void ReadAnswerLine(string line, ref HttpHead? head, ref bool isHead, List<string> body)
    {
        if (line.StartsWith("HTTP/", StringComparison.Ordinal))
        {
            // What an answer before said, such as a redirect, does not count.
            head = HttpHead.Begin(line);
            isHead = true;
            body.Clear();
        }
        else if (isHead && line.Length > 0)
        {
            head!.Add(line);
        }
        else
        {
            isHead = false;
        }
    }

    private static bool IsBody(HttpHead? head, bool isHead, List<string> body) => head is not null && !isHead && body.Exists(line => line.Trim().Length > 0);

    private static bool IsNote(string line) =>
        line.StartsWith("* ", StringComparison.Ordinal)
        || (line is ['{' or '}', ' ', '[', ..] && line.TrimEnd().EndsWith(" bytes data]", StringComparison.Ordinal))
        || line.Contains("--:--:--", StringComparison.Ordinal)
        || line.Contains("% Received", StringComparison.Ordinal)
        || line.TrimEnd().EndsWith(" Left  Speed", StringComparison.Ordinal);

    private static string WithoutLastNote(string body)
    {
        int end = s_lastNotes.Max(note => body.LastIndexOf(note, StringComparison.Ordinal));
        bool isLast = end >= 0 && body.AsSpan(end).Trim().IndexOf('\n') < 0;
        return (isLast ? body[..end] : body).Trim('\r', '\n');
    }
}
