using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace VendorErrors.Testing.Composition;

/// <summary>
/// Reads and writes XML as the members that a definition sees in it: local names below the root, without attributes, a repeated element as a list, the
/// name of the root as a member of its own.
/// </summary>
internal static class XmlText
{
    internal const string RootName = "<root>";

    private const string Declaration = """<?xml version="1.0" encoding="UTF-8"?>""";

    internal static bool IsXml(string text) => text.TrimStart() is ['<', ..];

    internal static JsonNode Read(string template)
    {
        try
        {
            XElement root = XElement.Parse(template);
            var members = new JsonObject { [RootName] = root.Name.LocalName };
            foreach (KeyValuePair<string, JsonNode?> member in ((Members(root) as JsonObject) ?? []).ToArray())
            {
                members[member.Key] = member.Value?.DeepClone();
            }

            return members;
        }
        catch (XmlException fault)
        {
            throw new InvalidOperationException($"The template {template} is not XML.", fault);
        }
    }

    internal static string Of(JsonObject members)
    {
        try
        {
            var root = new XElement(members[RootName]!.ToString());
            Fill(root, members);
            return $"{Declaration}{root.ToString(SaveOptions.DisableFormatting)}";
        }
        catch (XmlException fault)
        {
            throw new InvalidOperationException("A name of the body cannot be one of an XML element.", fault);
        }
    }

    private static JsonNode Members(XElement element)
    {
        if (!element.HasElements)
        {
            return JsonValue.Create(element.Value);
        }

        var members = new JsonObject();
        foreach (IGrouping<string, XElement> same in element.Elements().GroupBy(child => child.Name.LocalName, StringComparer.OrdinalIgnoreCase))
        {
            members[same.Key] = same.Count() == 1 ? Members(same.First()) : new JsonArray([.. same.Select(Members)]);
        }

        return members;
    }

    private static void Fill(XElement element, JsonNode? value)
    {
        if (value is not JsonObject members)
        {
            element.Value = value is JsonValue ? value.ToString() : string.Empty;
            return;
        }

        foreach (KeyValuePair<string, JsonNode?> member in members.Where(member => member.Key != RootName))
        {
            foreach (JsonNode? entry in member.Value is JsonArray list ? list.ToArray() : [member.Value])
            {
                var child = new XElement(member.Key);
                Fill(child, entry);
                element.Add(child);
            }
        }
    }
}
