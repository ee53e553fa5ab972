using System.Globalization;
using System.Text;
using System.Text.Json;

namespace VendorErrors.Packs;

/// <summary>Where in a pack something is, in words: its line, and the names that lead to it.</summary>
internal static class PackPath
{
    /// <summary>The line of a position, from 1.</summary>
    internal static int LineOf(ReadOnlySpan<byte> utf8, int position)
    {
        var line = 1;
        ReadOnlySpan<byte> before = utf8[..Math.Min(position, utf8.Length)];
        for (int at = before.IndexOf((byte)'\n'); at >= 0; at = before.IndexOf((byte)'\n'))
        {
            line++;
            before = before[(at + 1)..];
        }

        return line;
    }

    /// <summary>The names that lead to a value, such as <c>envelopes[0].code</c>.</summary>
    /// <param name="utf8">The file.</param>
    /// <param name="path">Where each name is in it; of an entry of a list its number, with a length of -1.</param>
    internal static string InWords(ReadOnlySpan<byte> utf8, IReadOnlyList<(int Start, int Length)> path)
    {
        var words = new StringBuilder();
        foreach ((int start, int length) in path)
        {
            if (length < 0)
            {
                _ = words.Append('[').Append(start.ToString(CultureInfo.InvariantCulture)).Append(']');
                continue;
            }

            string name = PackText.Printable(Encoding.UTF8.GetString(utf8.Slice(start, length).ToArray()));
            _ = name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-') ? words.Append(words.Length == 0 ? string.Empty : ".").Append(name) : words.Append("['").Append(name).Append("']");
        }

        return words.ToString();
    }

    /// <summary>A name in the file without its escapes; null where it cannot be read, which is noted elsewhere.</summary>
    internal static string? TextOf(ReadOnlySpan<byte> name)
    {
        var reader = new Utf8JsonReader((byte[])[(byte)'"', .. name, (byte)'"']);
        try
        {
            _ = reader.Read();
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
