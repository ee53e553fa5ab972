using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>Reads lists of parts.</summary>
internal static class PackLists
{
    /// <summary>Reads one part; null where it is none, which is noted.</summary>
    internal delegate T? ReadPart<T>(ref PackCursor json)
        where T : class;

    /// <summary>Reads one part that names a document; null where it is none, which is noted.</summary>
    internal delegate T? ReadWithDocuments<T>(ref PackCursor json, Dictionary<string, SourceDocument> documents)
        where T : class;

    internal static List<T> Read<T>(ref PackCursor json, string expected, Dictionary<string, SourceDocument> documents, ReadWithDocuments<T> read)
        where T : class
    {
        List<T> parts = [];
        if (json.BeginList(expected))
        {
            while (json.NextEntry())
            {
                if (read(ref json, documents) is { } part)
                {
                    parts.Add(part);
                }
            }
        }

        return parts;
    }

    internal static T[] Read<T>(ref PackCursor json, string expected, ReadPart<T> read)
        where T : class
    {
        List<T> parts = [];
        if (json.BeginList(expected))
        {
            while (json.NextEntry())
            {
                if (read(ref json) is { } part)
                {
                    parts.Add(part);
                }
            }
        }

        return [.. parts];
    }
}
