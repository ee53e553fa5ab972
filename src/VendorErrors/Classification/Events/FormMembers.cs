using System.Text;
using System.Text.Json;

namespace VendorErrors.Classification.Events;

/// <summary>
/// The fields of a form (<c>application/x-www-form-urlencoded</c>, or the query of an address) as members of one JSON object. Of a field that comes twice
/// the last one counts, as of a member. Throws nothing.
/// </summary>
internal static class FormMembers
{
    /// <summary>Of more the beginning is read.</summary>
    internal const int MaxFields = 1000;

    /// <summary>Whether a text without a declared type is a form: fields with an equals sign, and nothing that no form holds unencoded.</summary>
    internal static bool IsForm(ReadOnlySpan<byte> text)
    {
        text = Trim(text);
        int equals = text.IndexOf((byte)'=');
        if (equals <= 0)
        {
            return false;
        }

        foreach (byte b in text)
        {
            if (b is <= (byte)' ' or >= 0x7F or (byte)'<' or (byte)'>' or (byte)'"' or (byte)'{')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The fields as JSON.</summary>
    /// <param name="form">The form.</param>
    /// <param name="isCut">Whether it breaks off within a name or an escape. Within a value nobody can tell.</param>
    internal static byte[] Read(ReadOnlySpan<byte> form, out bool isCut)
    {
        form = Trim(form);
        ReadOnlySpan<byte> last = form[(form.LastIndexOf((byte)'&') + 1)..];
        isCut = (last.Length > 0 && last.IndexOf((byte)'=') < 0) || (last.Length > 0 && last[^1] == (byte)'%') || (last.Length > 1 && last[^2] == (byte)'%');
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            string text = Encoding.UTF8.GetString(form.ToArray()).TrimStart('?');
            var count = 0;
            foreach (string field in text.Split('&'))
            {
                int equals = field.IndexOf('=');
                if (field.Length == 0 || ++count > MaxFields)
                {
                    continue;
                }

                writer.WriteString(Decode(equals < 0 ? field : field[..equals]), equals < 0 ? string.Empty : Decode(field[(equals + 1)..]));
            }

            writer.WriteEndObject();
        }

        return json.ToArray();
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        while (text.Length > 0 && text[^1] <= (byte)' ')
        {
            text = text[..^1];
        }

        while (text.Length > 0 && text[0] <= (byte)' ')
        {
            text = text[1..];
        }

        return text;
    }

    // Half a surrogate pair, which an encoder would not write, becomes U+FFFD.
    private static string Decode(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(text.Replace('+', ' '))));
}
