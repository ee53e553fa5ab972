using VendorErrors.Definitions;

namespace VendorErrors.Testing.Composition;

/// <summary>The part of a text that counts, and the text around a part.</summary>
internal static class TextCut
{
    // What surrounds the part where nothing is known of it.
    private const string Surroundings = "x";

    /// <summary>The part of a text that counts.</summary>
    internal static string Of(ValueSource source, string whole)
    {
        string rest = whole[StartOf(source, whole)..];
        int end = source.Before is { } before ? rest.IndexOf(before, StringComparison.Ordinal) : -1;
        return end < 0 ? rest : rest[..end];
    }

    /// <summary>A text of which this part counts; what is there already stays around it, or before it where the text has no such part yet.</summary>
    internal static string Put(ValueSource source, string? whole, string part)
    {
        string known = whole ?? string.Empty;
        int start = StartOf(source, known);
        int end = source.Before is { } before ? known.IndexOf(before, start, StringComparison.Ordinal) : known.Length;
        bool isNew = source.After is not null && start == 0;
        string head = source.After is null ? string.Empty : isNew ? $"{(known.Length > 0 ? $"{known}, " : Surroundings)}{source.After}" : known[..start];
        string tail = source.Before is null ? string.Empty : end >= 0 && !isNew ? known[end..] : $"{source.Before}{Surroundings}";
        return $"{head}{part}{tail}";
    }

    private static int StartOf(ValueSource source, string whole) =>
        source.After is { } after && whole.LastIndexOf(after, StringComparison.Ordinal) is var at and >= 0 ? at + after.Length : 0;
}
