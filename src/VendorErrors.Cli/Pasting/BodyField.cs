using System.Text;
using System.Text.Json;
using VendorErrors.Cli.Input;
using VendorErrors.Cli.Output;

namespace VendorErrors.Cli.Pasting;

/// <summary>The member of a log record that holds the body, given by its name or by the names on the way to it.</summary>
internal static class BodyField
{
    /// <summary>The body that a member of a JSON object holds; null where the paste is no object.</summary>
    internal static PastedAnswer? Read(PastedAnswer paste, string path)
    {
        if (paste.Body.AsSpan().TrimStart(" \t\r\n"u8) is not [(byte)'{', ..] || !JsonPiece.IsJson(paste.Body))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(paste.Body, new JsonDocumentOptions { MaxDepth = 1024 });
            JsonElement value = Find(json.RootElement, path);
            byte[] body = value.ValueKind switch
            {
                JsonValueKind.String => Encoding.UTF8.GetBytes(value.GetString()!),
                JsonValueKind.Object or JsonValueKind.Array => Encoding.UTF8.GetBytes(value.GetRawText()),
                _ => throw new UsageException($"the member '{path}' holds no body: it is neither a text nor JSON"),
            };
            return paste.Unwrap($"a JSON record, its member {Printable.Of(path)}", body);
        }
        catch (InvalidOperationException)
        {
            throw new UsageException("the record holds half a surrogate pair");
        }
    }

    private static JsonElement Find(JsonElement owner, string path)
    {
        if (owner.TryGetProperty(path, out JsonElement whole))
        {
            return whole;
        }

        foreach (string name in path.Split('.'))
        {
            if (owner.ValueKind != JsonValueKind.Object)
            {
                throw new UsageException($"the record has no member '{path}': what is before '{name}' is no object");
            }

            if (!owner.TryGetProperty(name, out JsonElement value))
            {
                string[] names = [.. owner.EnumerateObject().Select(member => member.Name)];
                throw new UsageException($"the record has no member '{name}'{Suggest(name, names)}");
            }

            owner = value;
        }

        return owner;
    }

    private static string Suggest(string name, string[] names) =>
        Array.Find(names, known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase)) is { } same ? $"; did you mean '{same}'?" : EditDistance.Suggest(name, names).TrimEnd(';');
}
