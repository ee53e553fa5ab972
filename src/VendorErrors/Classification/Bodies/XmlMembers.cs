using System.Text;
using System.Xml;
using VendorErrors.Json;

namespace VendorErrors.Classification.Bodies;

/// <summary>
/// The members of XML, as JSON: local names of elements below the root, attributes left out, siblings of one name a list, an element without
/// elements its text, an empty one null, since it says nothing; the root's own name as one more member. Text beside elements is a member too.
/// Throws nothing: what precedes a fault is kept. No entity of a document is resolved, and nothing is loaded.
/// </summary>
internal static class XmlMembers
{
    /// <summary>The member that holds the root's own name.</summary>
    internal const string Root = "<root>";

    /// <summary>The member that holds the text beside elements.</summary>
    internal const string Text = "<text>";

    /// <summary>Of more the beginning is read.</summary>
    internal const int MaxBytes = 1024 * 1024;

    /// <summary>How deep elements may nest.</summary>
    internal const int MaxDepth = 128;

    // So far the declaration with its encoding reaches.
    private const int DeclarationBytes = 128;

    /// <summary>The members; empty where not even a root is there.</summary>
    /// <param name="xml">The body.</param>
    /// <param name="fault">What is wrong with it, if anything is.</param>
    /// <param name="isTooLarge">Whether only the beginning was read.</param>
    internal static byte[] Read(ReadOnlySpan<byte> xml, out JsonFault fault, out bool isTooLarge)
    {
        isTooLarge = xml.Length > MaxBytes;
        xml = isTooLarge ? xml[..MaxBytes] : xml;
        Element? root = null;
        fault = JsonFault.Malformed;
        if (DeclaresAnotherEncoding(xml))
        {
            using var bytes = new MemoryStream(xml.ToArray());
            fault = Read(settings => XmlReader.Create(bytes, settings), out root);
        }

        string? text = null;
        if (root is null)
        {
            // Also what is called UTF-16 and is not, as many servers write, and an encoding that this machine does not have.
            text = JsonText.Decode(xml, escaped: false);
            fault = Read(settings => XmlReader.Create(new StringReader(text), settings), out root);
        }

        if (root is null)
        {
            return [];
        }

        fault = fault == JsonFault.Malformed && (isTooLarge || !EndsWith(text ?? JsonText.Decode(xml, escaped: false), root.Name)) ? JsonFault.Cut : fault;
        var json = new StringBuilder();
        WriteMembers(json, root, isRoot: true);
        return Encoding.UTF8.GetBytes(json.ToString());
    }

    private static JsonFault Read(Func<XmlReaderSettings, XmlReader> open, out Element? root)
    {
        root = null;
        try
        {
            using XmlReader reader = open(new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                CheckCharacters = false,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                IgnoreWhitespace = true,
                MaxCharactersInDocument = 2L * MaxBytes,
            });
            return Read(reader, ref root);
        }
        catch (Exception e) when (e is XmlException or ArgumentException or NotSupportedException or InvalidOperationException or IOException)
        {
            return JsonFault.Malformed;
        }
    }

    private static JsonFault Read(XmlReader reader, ref Element? root)
    {
        var open = new Stack<Element>();
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (reader.Depth >= MaxDepth)
                    {
                        return JsonFault.TooDeep;
                    }

                    var element = new Element(reader.LocalName);
                    root ??= element;
                    if (open.Count > 0)
                    {
                        open.Peek().Add(element);
                    }

                    if (!reader.IsEmptyElement)
                    {
                        open.Push(element);
                    }

                    break;
                case XmlNodeType.EndElement:
                    _ = open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when open.Count > 0:
                    open.Peek().AddText(reader.Value);
                    break;
            }
        }

        return JsonFault.None;
    }

    private static bool DeclaresAnotherEncoding(ReadOnlySpan<byte> xml)
    {
        string declaration = JsonText.Decode(xml.Length > DeclarationBytes ? xml[..DeclarationBytes] : xml, escaped: false);
        int end = declaration.IndexOf("?>", StringComparison.Ordinal);
        declaration = end < 0 ? string.Empty : declaration[..end];
        return declaration.Contains("encoding", StringComparison.OrdinalIgnoreCase)
            && !declaration.Contains("utf-8", StringComparison.OrdinalIgnoreCase)
            && !declaration.Contains("utf-16", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether the last tag closes the root, so that nothing is missing at the end.</summary>
    private static bool EndsWith(string xml, string root)
    {
        int tag = xml.LastIndexOf("</", StringComparison.Ordinal);
        string last = tag < 0 ? string.Empty : xml[(tag + 2)..].TrimEnd();
        int prefix = last.IndexOf(':');
        last = prefix < 0 ? last : last[(prefix + 1)..];
        return last is [.., '>'] && last[..^1].TrimEnd() == root;
    }

    private static void WriteMembers(StringBuilder json, Element element, bool isRoot)
    {
        _ = json.Append('{');
        if (isRoot)
        {
            WriteName(json, Root);
            WriteText(json, element.Name);
        }

        foreach (List<Element> siblings in element.Members)
        {
            WriteName(json, siblings[0].Name);
            if (siblings.Count == 1)
            {
                WriteValue(json, siblings[0]);
                continue;
            }

            _ = json.Append('[');
            for (var i = 0; i < siblings.Count; i++)
            {
                _ = json.Append(i == 0 ? string.Empty : ",");
                WriteValue(json, siblings[i]);
            }

            _ = json.Append(']');
        }

        if (element.Text is { } text)
        {
            WriteName(json, Text);
            WriteText(json, text);
        }

        _ = json.Append('}');
    }

    private static void WriteValue(StringBuilder json, Element element)
    {
        if (element.HasMembers)
        {
            WriteMembers(json, element, isRoot: false);
        }
        else if (element.Text is { } text)
        {
            WriteText(json, text);
        }
        else
        {
            _ = json.Append("null");
        }
    }

    private static void WriteName(StringBuilder json, string name)
    {
        _ = json.Append(json[^1] == '{' ? string.Empty : ",");
        WriteText(json, name);
        _ = json.Append(':');
    }

    private static void WriteText(StringBuilder json, string text)
    {
        _ = json.Append('"');
        foreach (char c in text)
        {
            _ = c is '"' or '\\' ? json.Append('\\').Append(c)
                : c < ' ' ? json.Append("\\u00").Append(((int)c).ToString("x2", System.Globalization.CultureInfo.InvariantCulture))
                : json.Append(c);
        }

        _ = json.Append('"');
    }

    /// <summary>An element while it is read.</summary>
    private sealed class Element(string name)
    {
        private readonly List<List<Element>> _members = [];
        private Dictionary<string, List<Element>>? _byName;
        private StringBuilder? _text;

        public string Name { get; } = name;

        /// <summary>The elements within it, those of one name together, in the order of their first.</summary>
        public IReadOnlyList<List<Element>> Members => _members;

        public bool HasMembers => _members.Count > 0;

        /// <summary>Its text without the white space around it; null where that is nothing.</summary>
        public string? Text => _text?.ToString().Trim() is { Length: > 0 } text ? text : null;

        public void Add(Element element)
        {
            // As members compare without case everywhere else.
            _byName ??= new Dictionary<string, List<Element>>(StringComparer.OrdinalIgnoreCase);
            if (_byName.TryGetValue(element.Name, out List<Element>? siblings))
            {
                siblings.Add(element);
                return;
            }

            siblings = [element];
            _byName.Add(element.Name, siblings);
            _members.Add(siblings);
        }

        public void AddText(string text) => (_text ??= new StringBuilder()).Append(text);
    }
}
