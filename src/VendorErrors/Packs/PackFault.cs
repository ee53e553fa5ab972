using System.Globalization;

namespace VendorErrors.Packs;

/// <summary>Something in a pack that cannot be, and where.</summary>
/// <param name="Line">Its line, from 1; 0 where it is about the whole file.</param>
/// <param name="Path">Where it is in the JSON, such as <c>envelopes[0].code</c>; empty for the whole.</param>
/// <param name="Text">A sentence.</param>
internal sealed record PackFault(int Line, string Path, string Text)
{
    /// <summary>One line, as compilers write it.</summary>
    public string ToString(string file) =>
        $"{file}{(Line == 0 ? string.Empty : $"({Line.ToString(CultureInfo.InvariantCulture)})")}: {(Path.Length == 0 ? string.Empty : $"{Path}: ")}{Text}";
}
