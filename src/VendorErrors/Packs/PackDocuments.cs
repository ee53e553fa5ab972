using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>The documents that a pack names, and where it refers to them.</summary>
internal static class PackDocuments
{
    private const string Secure = "https://";

    internal static void Read(ref PackCursor json, Dictionary<string, SourceDocument> documents)
    {
        if (!json.BeginObject("an object with a member for each document"))
        {
            return;
        }

        while (json.NextMember())
        {
            string id = json.Name;
            if (ReadOne(ref json) is { } document)
            {
                documents[id] = document;
            }
        }
    }

    internal static SourceDocument? Find(ref PackCursor json, Dictionary<string, SourceDocument> documents)
    {
        if (json.Text("the name of a document") is not { } id)
        {
            return null;
        }

        if (!documents.TryGetValue(id, out SourceDocument? document))
        {
            json.Fault($"no document is named '{PackText.Printable(id)}' in 'documents', which comes before; {(documents.Count == 0 ? "there are none" : $"there are {string.Join(", ", documents.Keys.Take(PackLimits.Listed).Select(PackText.Printable))}{(documents.Count > PackLimits.Listed ? " …" : string.Empty)}")}");
        }

        return document;
    }

    private static SourceDocument? ReadOne(ref PackCursor json)
    {
        int start = json.Position;
        string[] parts = PackValues.Texts(ref json);
        if (parts.Length != 2 || string.IsNullOrWhiteSpace(parts[0]))
        {
            json.Fault(start, "a document is a list of its title and its address");
            return null;
        }

        string address = parts[1].StartsWith(Secure, StringComparison.Ordinal) ? parts[1][Secure.Length..] : parts[1];
        if (!IsAddress(address))
        {
            json.Fault(start, $"'{PackText.Printable(parts[1])}' is no address of a document; write host and path, as docs.example.com/errors; https is implied, and nothing else is linked");
        }

        return new SourceDocument(parts[0], address);
    }

    // A host with a dot in it, and no sign that HTML or a terminal would take for its own.
    private static bool IsAddress(string address)
    {
        int host = 0;
        while (host < address.Length && address[host] is not ('/' or '#' or '?'))
        {
            char c = address[host++];
            if (!char.IsLetterOrDigit(c) && c is not ('.' or '-'))
            {
                return false;
            }
        }

        foreach (char c in address)
        {
            if (c is <= ' ' or '<' or '>' or '"' or '\\' or '`')
            {
                return false;
            }
        }

        int dot = address.IndexOf('.');
        return dot > 0 && dot < host - 1;
    }
}
