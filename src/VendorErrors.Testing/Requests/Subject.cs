using System.Globalization;
using System.Text.Json;

namespace VendorErrors.Testing.Requests;

/// <summary>Whom a request is about.</summary>
internal static class Subject
{
    private static readonly JsonDocumentOptions s_tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The values of the members, wherever they are in the body, be it JSON or a form, and in the query.</summary>
    internal static IReadOnlyList<string> Of(ReceivedRequest request, IReadOnlyList<string> members)
    {
        List<string> found = [.. request.Query.Concat(request.Form).Where(value => members.Contains(value.Key, StringComparer.OrdinalIgnoreCase)).Select(value => value.Value)];
        if (request.IsJson)
        {
            try
            {
                using var body = JsonDocument.Parse(request.Body, s_tolerant);
                Collect(body.RootElement, members, isSubject: false, found);
            }
            catch (JsonException)
            {
                // A body that is no JSON names nobody.
            }
        }

        return found;
    }

    /// <summary>Whether two ways of writing mean the same number or id.</summary>
    internal static bool AreSame(string one, string other) => string.Equals(Plain(one), Plain(other), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string subject) =>
        subject.Any(char.IsLetter) ? subject.Trim() : string.Concat(subject.Where(char.IsDigit)) is { Length: > 0 } digits ? digits : subject.Trim();

    private static void Collect(JsonElement element, IReadOnlyList<string> members, bool isSubject, List<string> found)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    Collect(member.Value, members, members.Contains(member.Name, StringComparer.OrdinalIgnoreCase), found);
                }

                break;
            case JsonValueKind.Array:
                foreach (JsonElement entry in element.EnumerateArray())
                {
                    Collect(entry, members, isSubject, found);
                }

                break;
            case JsonValueKind.String or JsonValueKind.Number when isSubject:
                found.Add(Convert.ToString(element, CultureInfo.InvariantCulture)!);
                break;
        }
    }
}
