using System.Text;
using VendorErrors.Json;

namespace VendorErrors.Classification.Bodies;

/// <summary>
/// Puts the headers that a definition looks at after the body, in one buffer, so that whatever reads a value of the body reads one of a header
/// in the same way. Only where the HTTP status is neither a 2xx nor a 3xx: what a success is, its body and its status say.
/// </summary>
internal static class HeaderValues
{
    /// <summary>Of a longer value the beginning counts; servers seldom allow more for all headers together.</summary>
    internal const int MaxCharacters = 8 * 1024;

    /// <summary>The body and the values after it, whose places are noted in the slots; null where no such header is there.</summary>
    internal static byte[]? Place(ReadOnlySpan<byte> body, PathTree paths, in VendorResponse response, Span<JsonSlot> slots)
    {
        if (response.Headers is null || response.Status is >= 200 and <= 399 || paths.Beside.Count == 0)
        {
            return null;
        }

        string?[] values = new string?[paths.Beside.Count];
        var any = false;
        foreach (KeyValuePair<string, IEnumerable<string>> header in response.Headers)
        {
            for (var i = 0; i < values.Length; i++)
            {
                if (string.Equals(header.Key, paths.Beside[i].Name, StringComparison.OrdinalIgnoreCase) && ValueOf(header.Value) is { } value)
                {
                    // Several lines of one name are one list (RFC 9110, section 5.3).
                    values[i] = Bounded(values[i] is { } before ? $"{before}, {value}" : value);
                    any = true;
                }
            }
        }

        return any ? Place(body, paths, values, slots) : null;
    }

    private static byte[] Place(ReadOnlySpan<byte> body, PathTree paths, string?[] values, Span<JsonSlot> slots)
    {
        byte[][] encoded = new byte[values.Length][];
        int length = body.Length;
        for (var i = 0; i < values.Length; i++)
        {
            encoded[i] = Encoding.UTF8.GetBytes(values[i] ?? string.Empty);
            length += encoded[i].Length;
        }

        byte[] all = new byte[length];
        body.CopyTo(all);
        int at = body.Length;
        for (var i = 0; i < values.Length; i++)
        {
            encoded[i].CopyTo(all, at);
            slots[paths.Beside[i].Slot] = values[i] is null ? default : new JsonSlot(JsonKind.Text, at, encoded[i].Length);
            at += encoded[i].Length;
        }

        return all;
    }

    private static string? ValueOf(IEnumerable<string>? values)
    {
        string? all = null;
        foreach (string? value in values ?? [])
        {
            all = value is null ? all : all is null ? value.Trim() : Bounded($"{all}, {value.Trim()}");
        }

        return all;
    }

    private static string Bounded(string value) => value.Length > MaxCharacters ? value[..MaxCharacters] : value;
}
