using System.Globalization;
using System.Text.Json;
using VendorErrors.Cli.Input;

namespace VendorErrors.Cli.Drafting;

/// <summary>An entry of a list, whose members are found by the names that vendors give them. Case, hyphens and underscores do not count.</summary>
internal sealed class Entry
{
    private static readonly string[] s_explicitCodes = Plains("code", "errorCode", "errCode");
    private static readonly string[] s_codes = [.. s_explicitCodes, .. Plains("errorId", "error", "key", "id", "number", "name", "type")];
    private static readonly string[] s_texts = Plains("title", "name", "message", "summary", "text", "label", "description", "desc", "detail", "documentation", "reason");
    private static readonly string[] s_statuses = Plains("httpStatus", "httpStatusCode", "statusCode", "httpCode", "http", "status");

    private readonly Dictionary<string, string> _members = new(StringComparer.Ordinal);

    internal Entry(JsonElement json)
    {
        foreach (JsonProperty member in json.EnumerateObject())
        {
            if (TextOf(member.Value) is { Length: > 0 } text)
            {
                _ = _members.TryAdd(Plain(member.Name), text);
            }
        }
    }

    /// <summary>The code; null where there is none.</summary>
    internal string? Code => Find(s_codes);

    /// <summary>The code, where it is in a member that can hold nothing else.</summary>
    internal string? ExplicitCode => Find(s_explicitCodes);

    internal int? Status => Find(s_statuses) is { } text ? ToStatus(text) : null;

    /// <summary>The texts, the shortest kind first.</summary>
    internal string?[] Texts
    {
        get
        {
            string? code = Code;
            return [.. s_texts.Select(name => _members.GetValueOrDefault(name)).Where(text => text is not null && text != code)];
        }
    }

    internal static int? ToStatus(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int status) && StatusArgument.IsValid(status) ? status : null;

    /// <summary>A text or an integer as text; null for anything else.</summary>
    internal static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number when value.GetRawText() is { } number && number.AsSpan().IndexOfAny(".eE") < 0 => number,
        _ => null,
    };

    /// <summary>A member's name as it is compared: letters and digits in lower case.</summary>
    internal static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    private static string[] Plains(params string[] names) => [.. names.Select(Plain)];

    private string? Find(string[] names)
    {
        foreach (string name in names)
        {
            if (_members.TryGetValue(name, out string? text))
            {
                return text;
            }
        }

        return null;
    }
}
