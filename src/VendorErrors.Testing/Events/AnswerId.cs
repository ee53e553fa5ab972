using System.Text.Json;
using VendorErrors.Testing.LookUps;

namespace VendorErrors.Testing.Events;

/// <summary>The id that an answer gave, and the names of the members that it is in.</summary>
/// <param name="Value">The id.</param>
/// <param name="Names">The names.</param>
internal sealed record AnswerId(string Value, IReadOnlyCollection<string> Names)
{
    private const string Placeholder = "{id}";

    // Which place of an event they belong in is not said by names like these.
    private static readonly string[] s_plainNames = ["id", "sid", "uuid"];

    /// <summary>Finds the id where the operation's own success has it.</summary>
    /// <param name="success">The success of the operation, with placeholders; null where it has none of its own.</param>
    /// <param name="body">What was answered; null where the answer was lost.</param>
    /// <param name="given">The id that a success gives.</param>
    public static AnswerId Find(string? success, string? body, string given)
    {
        var names = new List<string>();
        string? found = null;
        if (success is not null)
        {
            Collect(JsonBody.Parse(success.Replace("{count}", "1")), JsonBody.Parse(body ?? string.Empty), name: null, names, ref found);
        }

        return new AnswerId(found ?? given, names);
    }

    /// <summary>Whether a member of this name has it, however the name is written.</summary>
    public bool IsIn(string? name) =>
        name is not null && Plain(name) is var plain && !s_plainNames.Contains(plain, StringComparer.Ordinal) && Names.Any(known => string.Equals(Plain(known), plain, StringComparison.Ordinal));

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static void Collect(JsonElement success, JsonElement answer, string? name, List<string> names, ref string? found)
    {
        switch (success.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty member in success.EnumerateObject())
                {
                    JsonElement value = answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty(member.Name, out JsonElement there) ? there : default;
                    Collect(member.Value, value, member.Name, names, ref found);
                }

                break;
            case JsonValueKind.Array:
                JsonElement[] entries = answer.ValueKind == JsonValueKind.Array ? [.. answer.EnumerateArray()] : [];
                foreach ((JsonElement entry, int index) in success.EnumerateArray().Select((entry, index) => (entry, index)))
                {
                    Collect(entry, index < entries.Length ? entries[index] : default, name, names, ref found);
                }

                break;
            case JsonValueKind.String when name is not null && success.ValueEquals(Placeholder):
                names.Add(name);
                found ??= answer.ValueKind is JsonValueKind.String or JsonValueKind.Number ? answer.ToString() : null;
                break;
        }
    }
}
