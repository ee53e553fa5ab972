using System.Globalization;
using VendorErrors.Cli.Input;

namespace VendorErrors.Cli.Pasting;

/// <summary>Finds the one object or list of objects inside a text, such as a line of a log.</summary>
internal static class EmbeddedJson
{
    // So much may look like the beginning of one and be none. It bounds the work on garbage.
    private const int MostBeginnings = 2000;

    /// <summary>The only one; null where there is none, or where one begins and is broken: what is inside of that is a part, and not the answer.</summary>
    /// <param name="text">The text, with one character for each byte.</param>
    /// <param name="readAt">Reads what begins at a place.</param>
    /// <param name="quotes">What a name begins with.</param>
    internal static JsonPiece? Find(string text, Func<string, int, JsonPiece?> readAt, string quotes)
    {
        List<JsonPiece> found = [];
        var beginnings = 0;
        for (int i = NextBeginning(text, 0); i >= 0; i = NextBeginning(text, i))
        {
            if (++beginnings > MostBeginnings)
            {
                return null;
            }

            JsonPiece? piece = IsLikely(text, i, quotes) ? readAt(text, i) : null;
            if (piece is null && IsLikely(text, i, quotes))
            {
                return null;
            }

            if (piece is { } read)
            {
                found.Add(read);
            }

            i = piece?.End ?? i + 1;
        }

        int count = found.Select(piece => piece.Json).Distinct(StringComparer.Ordinal).Count();
        return count <= 1
            ? found.Cast<JsonPiece?>().FirstOrDefault()
            : throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"the input holds {count} different JSON values; paste one answer, or use --batch with one record a line"));
    }

    private static int NextBeginning(string text, int start) => start >= text.Length ? -1 : text.AsSpan(start).IndexOfAny('{', '[') is >= 0 and var i ? start + i : -1;

    // [12] and {0} are in many lines of logs, and no answers.
    private static bool IsLikely(string text, int start, string quotes)
    {
        ReadOnlySpan<char> rest = text.AsSpan(start);
        while (rest is ['[', ..])
        {
            rest = rest[1..].TrimStart();
        }

        return rest is ['{', ..] && rest[1..].TrimStart() is [var first, ..] && quotes.Contains(first, StringComparison.Ordinal);
    }
}
