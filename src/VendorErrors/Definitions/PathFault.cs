using VendorErrors.Json;

namespace VendorErrors.Definitions;

/// <summary>Why a path can never be found in any body, as the end of a sentence that begins with where the path is.</summary>
internal static class PathFault
{
    private const string Form = "a path consists of names separated by dots, such as 'error.code', and 'errors[]' is the first entry of a list";
    private const string FirstEntry = "'errors[]' is the first entry of a list, and an ItemShape reads each entry";
    private const string ListInEntry = "'[]' at the beginning is a body that is a list itself, and this path is within an entry";

    // Written before a colon by those who mean another part of the answer than its body.
    private static readonly string[] s_otherParts = ["header", "headers", "http", "status", "body", "json", "query", "cookie", "trailer", "url"];

    private const string TokenSigns = "!#$%&'*+-.^_`|~";

    /// <summary>What is wrong with a path; null where nothing is.</summary>
    /// <param name="path">The path.</param>
    /// <param name="isInEntry">Whether it is within an entry of a list, rather than in the body.</param>
    internal static string? Of(string path, bool isInEntry = false)
    {
        if (path.IndexOf(':') is > 0 and var colon && s_otherParts.Contains(path[..colon], StringComparer.OrdinalIgnoreCase))
        {
            return "a path leads to a member of the body only: for a header use ValueSource.FromHeader, and WaitHint.Header for one that names a wait";
        }

        PathPart[] parts = PathSyntax.Split(path);
        bool isOfRootList = parts[0] is { Name.Length: 0, IsList: true, IsQuoted: false };
        if (isOfRootList && isInEntry)
        {
            return ListInEntry;
        }

        for (int i = isOfRootList ? 1 : 0; i < parts.Length; i++)
        {
            (string name, bool isQuoted) = (parts[i].Name, parts[i].IsQuoted);
            if (!isQuoted && name.Contains('*'))
            {
                return $"'*' is not a wildcard here: {FirstEntry}";
            }

            if (!isQuoted && IsIndex(name))
            {
                return $"a number is not an index here: {FirstEntry}";
            }

            if (isQuoted ? name.Trim().Length == 0 : !IsName(name))
            {
                return Form;
            }
        }

        return null;
    }

    /// <summary>Why no header can have this name; null where one can (RFC 9110, section 5.6.2).</summary>
    internal static string? OfHeader(string name) =>
        name.Length > 0 && name.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || TokenSigns.Contains(c))
            ? null
            : "a header's name has neither spaces nor colons, such as 'Retry-After'";

    private static bool IsIndex(string part)
    {
        foreach (char c in part)
        {
            if (!char.IsDigit(c))
            {
                return false;
            }
        }

        return part.Length > 0;
    }

    // A sign of JSONPath, of a JSON pointer or of another language would be taken for a part of a name, and never found.
    private static bool IsName(string name)
    {
        foreach (char c in name)
        {
            if (c is '/' or '\\' or '[' or ']' or '"' or '\'' or '?' or '#')
            {
                return false;
            }
        }

        return name.Length > 0 && name.Trim().Length == name.Length && name is not ("$" or "@");
    }
}
