using System.Globalization;
using System.Net;
using VendorErrors.Cli.Input;

namespace VendorErrors.Cli.Pasting;

/// <summary>The HTTP status in the words beside a pasted body: <c>status=429</c>, <c>HTTP 429</c>, <c>429 Too Many Requests</c>. Several different ones are none: nobody knows which is meant.</summary>
internal static class LogStatus
{
    private static readonly char[] s_separators = [' ', '\t', '\r', '\n', '=', ':', ',', ';', '(', ')', '[', ']', '"', '\'', '|', '{', '}', '<', '>'];
    private static readonly string[] s_names = ["http", "status", "statusCode", "status_code", "status-code", "http_status", "httpStatus", "httpStatusCode", "http_status_code"];
    private static readonly ILookup<int, string> s_phrases = Enum.GetNames<HttpStatusCode>().ToLookup(name => (int)Enum.Parse<HttpStatusCode>(name));

    /// <summary>Adds the status that a text names, and says so.</summary>
    internal static PastedAnswer AddTo(PastedAnswer paste, string text)
    {
        if (paste.Status != 0)
        {
            return paste;
        }

        int[] found = [.. Find(text).Distinct().Take(2)];
        return found switch
        {
            [var only] => paste with { Status = only, Forms = [.. paste.Forms, string.Create(CultureInfo.InvariantCulture, $"status {only}")] },
            [] => paste,
            _ => paste with { Forms = [.. paste.Forms, "several statuses beside it"] },
        };
    }

    private static IEnumerable<int> Find(string text)
    {
        string[] words = text.Split(s_separators, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            string word = words[i].TrimEnd('.', '!');
            if (word.Length == 3 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int status) && StatusArgument.IsValid(status)
                && (IsNamed(words.AsSpan(0, i)) || IsExplained(status, words.AsSpan(i + 1))))
            {
                yield return status;
            }
        }
    }

    private static bool IsNamed(ReadOnlySpan<string> before) => before switch
    {
        [.., var first, "code" or "Code"] => IsName(first),
        [.., var last] => IsName(last),
        _ => false,
    };

    private static bool IsName(string word) =>
        s_names.Contains(word, StringComparer.OrdinalIgnoreCase) || word.StartsWith("HTTP/", StringComparison.OrdinalIgnoreCase);

    // 429 Too Many Requests
    private static bool IsExplained(int status, ReadOnlySpan<string> after)
    {
        foreach (string name in s_phrases[status])
        {
            if (IsPhrase(name, after))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPhrase(string name, ReadOnlySpan<string> words)
    {
        ReadOnlySpan<char> rest = name;
        for (var i = 0; i < words.Length && !rest.IsEmpty; i++)
        {
            string word = words[i].TrimEnd('.', '!').Replace("-", string.Empty, StringComparison.Ordinal);
            if (word.Length == 0 || !rest.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }

            rest = rest[word.Length..];
        }

        return rest.IsEmpty;
    }
}
