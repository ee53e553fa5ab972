using System.Text.Json;
using VendorErrors.Cli.Input;

namespace VendorErrors.Cli.Drafting;

/// <summary>
/// Reads the codes of an OpenAPI or Swagger document: enums of the members of responses that are named for a code, and extensions whose names end with
/// <c>error-codes</c>, as Genesys has them. What a response refers to is read for its status.
/// </summary>
internal sealed class OpenApiReader(JsonElement root, CodeCollector codes)
{
    private const string Reference = "$ref";
    private const string LocalReference = "#/";
    private const int MostParts = 16;

    private static readonly string[] s_errorCodes = ["error", "errorcode", "errcode"];
    private static readonly string[] s_notRead = ["example", "examples", "description"];

    private readonly HashSet<(string Reference, int? Status, bool IsCode)> _seen = [];
    private readonly Dictionary<string, Dictionary<string, JsonElement>> _members = new(StringComparer.Ordinal);
    private readonly Queue<(JsonElement Value, int? Status, bool IsCode)> _pending = [];
    private int _steps;

    internal static bool IsIn(JsonElement root) =>
        (root.TryGetProperty("openapi"u8, out _) || root.TryGetProperty("swagger"u8, out _)) && root.TryGetProperty("paths"u8, out _);

    internal void Read()
    {
        if (!TryGet(root, "paths", out JsonElement paths))
        {
            return;
        }

        foreach (JsonElement operation in MembersOf(paths).SelectMany(MembersOf))
        {
            if (TryGet(operation, "responses", out JsonElement responses))
            {
                ReadResponses(responses);
            }
        }
    }

    private void ReadResponses(JsonElement responses)
    {
        foreach (JsonProperty response in PropertiesOf(responses))
        {
            _pending.Enqueue((response.Value, Entry.ToStatus(response.Name), false));
        }

        while (_pending.TryDequeue(out (JsonElement Value, int? Status, bool IsCode) next))
        {
            Walk(next.Value, next.Status, next.IsCode);
        }
    }

    private void Walk(JsonElement value, int? status, bool isCode)
    {
        if (++_steps > DraftLimits.Steps)
        {
            throw new UsageException(FormattableString.Invariant($"the responses of the document have more than {DraftLimits.Steps} values"));
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement entry in value.EnumerateArray())
            {
                Walk(entry, status, isCode);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in value.EnumerateObject())
            {
                WalkMember(member, status, isCode);
            }
        }
    }

    private void WalkMember(JsonProperty member, int? status, bool isCode)
    {
        switch (member.Name)
        {
            case Reference:
                Follow(Entry.TextOf(member.Value), status, isCode);
                break;
            case "properties":
                foreach (JsonProperty property in PropertiesOf(member.Value))
                {
                    Walk(property.Value, status, IsNamedForCode(property.Name, status));
                }

                break;
            case "enum" when isCode && member.Value.ValueKind == JsonValueKind.Array:
                foreach (JsonElement code in member.Value.EnumerateArray().Where(code => code.ValueKind != JsonValueKind.Null))
                {
                    codes.Add(Entry.TextOf(code), status, identifier: null);
                }

                break;
            case "const" when isCode:
                codes.Add(Entry.TextOf(member.Value), status, identifier: null);
                break;
            case { } name when IsExtensionOfCodes(name):
                CodeMapReader.Add(member.Value, codes, status);
                break;
            case { } name when !s_notRead.Contains(name, StringComparer.Ordinal):
                Walk(member.Value, status, isCode);
                break;
        }
    }

    private void Follow(string? reference, int? status, bool isCode)
    {
        if (reference?.StartsWith(LocalReference, StringComparison.Ordinal) != true || !_seen.Add((reference, status, isCode)))
        {
            return;
        }

        string[] parts = [.. reference[LocalReference.Length..].Split('/', MostParts).Select(part => Uri.UnescapeDataString(part).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];
        if (TryFind(parts, out JsonElement target))
        {
            _pending.Enqueue((target, status, isCode));
        }
    }

    // The members of what many references lead through are looked at once.
    private bool TryFind(ReadOnlySpan<string> parts, out JsonElement found)
    {
        if (parts.IsEmpty)
        {
            found = root;
            return true;
        }

        string place = string.Join('\0', parts[..^1]!);
        if (!_members.TryGetValue(place, out Dictionary<string, JsonElement>? members))
        {
            members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            _members.Add(place, members);
            if (TryFind(parts[..^1], out JsonElement parent))
            {
                foreach (JsonProperty member in PropertiesOf(parent))
                {
                    members[member.Name] = member.Value;
                }
            }
        }

        return members.TryGetValue(parts[^1], out found);
    }

    // "code" of a success may be that of a country.
    private static bool IsNamedForCode(string name, int? status) =>
        Entry.Plain(name) is var plain && (s_errorCodes.Contains(plain, StringComparer.Ordinal) || (plain == "code" && status is null or >= 300));

    private static bool IsExtensionOfCodes(string name) =>
        name.StartsWith("x-", StringComparison.Ordinal) && (name.EndsWith("error-codes", StringComparison.OrdinalIgnoreCase) || name.EndsWith("errorcodes", StringComparison.OrdinalIgnoreCase));

    private static bool TryGet(JsonElement value, string name, out JsonElement member)
    {
        member = default;
        return value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out member);
    }

    private static IEnumerable<JsonElement> MembersOf(JsonElement value) => PropertiesOf(value).Select(member => member.Value);

    private static JsonElement.ObjectEnumerator PropertiesOf(JsonElement value) => value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : default;
}
