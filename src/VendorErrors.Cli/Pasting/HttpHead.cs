using System.Globalization;
using VendorErrors.Cli.Input;

namespace VendorErrors.Cli.Pasting;

/// <summary>The status line and the headers of one answer, as a program for HTTP prints them.</summary>
internal sealed class HttpHead
{
    private const string Version = "HTTP/";

    private HttpHead(int status) => Status = status;

    internal int Status { get; }

    internal List<KeyValuePair<string, IEnumerable<string>>> Headers { get; } = [];

    /// <summary>Whether a line may be a status line: HTTP/ and a digit.</summary>
    internal static bool IsBegun(ReadOnlySpan<char> line) => line.StartsWith(Version, StringComparison.Ordinal) && line.Length > Version.Length && char.IsAsciiDigit(line[Version.Length]);

    /// <summary>The head that a status line begins.</summary>
    internal static HttpHead Begin(string line) =>
        StatusArgument.TryParse(line, out int status) ? new HttpHead(status) : throw new UsageException($"'{Cut(line)}' begins like the status line of HTTP, and it has no status from 100 to 599");

    /// <summary>Adds a header line, or the rest of one that was folded.</summary>
    internal void Add(string line)
    {
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        if (line is [' ' or '\t', ..] && Headers.Count > 0)
        {
            KeyValuePair<string, IEnumerable<string>> last = Headers[^1];
            Headers[^1] = new KeyValuePair<string, IEnumerable<string>>(last.Key, [$"{last.Value.First()} {line.Trim()}"]);
        }
        else if (colon > 0 && line.AsSpan(0, colon).IndexOfAny(' ', '\t', '{') < 0)
        {
            Headers.Add(new KeyValuePair<string, IEnumerable<string>>(line[..colon], [line[(colon + 1)..].Trim()]));
        }
        else
        {
            throw new UsageException($"'{Cut(line)}' after the status line is no header; an empty line comes before the body");
        }
    }

    /// <summary>Adds it to what was pasted.</summary>
    internal PastedAnswer AddTo(PastedAnswer paste, string form, string body)
    {
        PastedAnswer read = paste.Unwrap(form, body);
        string headers = string.Create(CultureInfo.InvariantCulture, $"{Headers.Count} header{(Headers.Count == 1 ? string.Empty : "s")}");
        return read with { Status = Status, Headers = Headers, IsExact = true, Forms = [.. read.Forms, string.Create(CultureInfo.InvariantCulture, $"status {Status}"), headers] };
    }

    private static string Cut(string line) => line.Length > 60 ? line[..60] + "…" : line;
}
