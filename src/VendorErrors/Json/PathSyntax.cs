namespace VendorErrors.Json;

/// <summary>
/// How paths are written: names with dots between them, <c>errors[]</c> for the first entry of a list, <c>[]</c> at the beginning for a body that is
/// a list itself, and quotes around a name that holds a dot, as in <c>'odata.error'.code</c>. The one place that takes a path apart.
/// </summary>
internal static class PathSyntax
{
    private const string List = "[]";

    /// <summary>The parts of a path. Never fails: what is no path has parts that no body has.</summary>
    internal static PathPart[] Split(string path)
    {
        PathPart[] parts = new PathPart[CountOf(path)];
        var at = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            int end = EndOf(path, at);
            parts[i] = PartOf(path, at, end);
            at = end + 1;
        }

        return parts;
    }

    /// <summary>The path of these names, those with a dot in quotes.</summary>
    internal static string Join(IEnumerable<string> names) => string.Join(".", names.Select(name => name.Contains('.') ? $"'{name}'" : name));

    private static int CountOf(string path)
    {
        var count = 1;
        for (int end = EndOf(path, 0); end < path.Length; end = EndOf(path, end + 1))
        {
            count++;
        }

        return count;
    }

    /// <summary>The dot after the part that begins here; the length where it is the last one.</summary>
    private static int EndOf(string path, int at)
    {
        int quote = at < path.Length && path[at] == '\'' ? path.IndexOf('\'', at + 1) : -1;
        int dot = path.IndexOf('.', quote < 0 ? at : quote);
        return dot < 0 ? path.Length : dot;
    }

    private static PathPart PartOf(string path, int at, int end)
    {
        bool isList = string.CompareOrdinal(path, Math.Max(at, end - List.Length), List, 0, List.Length) == 0 && end - at >= List.Length;
        int nameEnd = isList ? end - List.Length : end;
        bool isQuoted = nameEnd - at > 1 && path[at] == '\'' && path.IndexOf('\'', at + 1) == nameEnd - 1;
        return isQuoted ? new PathPart(path.Substring(at + 1, nameEnd - at - 2), isList, IsQuoted: true) : new PathPart(path[at..nameEnd], isList, IsQuoted: false);
    }
}
