using System.Globalization;
using VendorErrors.Definitions;

namespace VendorErrors.Testing.Composition;

/// <summary>An answer in the making, or an entry of a list in it, that is read and filled by the places of a definition.</summary>
/// <param name="body">The body, or the entry.</param>
/// <param name="seesHeaders">Whether headers count: where the HTTP status is no 2xx, and in no entry.</param>
internal sealed class Draft(MemberTree body, bool seesHeaders)
{
    private readonly List<KeyValuePair<string, string>> _headers = [];

    internal MemberTree Body { get; } = body;

    internal bool SeesHeaders { get; } = seesHeaders;

    internal IReadOnlyList<KeyValuePair<string, string>> Headers => _headers;

    internal Draft Clone()
    {
        var copy = new Draft(Body.Clone(), SeesHeaders);
        copy._headers.AddRange(_headers);
        return copy;
    }

    /// <summary>Whether a value can be read from the place.</summary>
    internal bool CanSee(ValueSource source) => source.Header is null || SeesHeaders;

    internal bool Has(ValueSource source) =>
        source.Header is not null ? WholeAt(source) is not null
        : source.List is null ? Body.Has(source.Path)
        : EntryOf(source)?.Has(source.Path) ?? false;

    internal bool IsFilled(ValueSource source) =>
        source.Header is not null || source.IsCut ? TextAt(source) is { Length: > 0 }
        : source.List is null ? Body.IsFilled(source.Path)
        : EntryOf(source)?.IsFilled(source.Path) ?? false;

    /// <summary>Whether the value is a list, an object or a text, and not an empty one.</summary>
    internal bool IsNotEmpty(ValueSource source) =>
        IsFilled(source) && (source.Header is not null || source.IsCut || source.List is not null || Body.CanBeEmpty(source.Path));

    internal string? TextAt(ValueSource source) => WholeAt(source) is { } whole ? TextCut.Of(source, whole) : null;

    internal long? NumberAt(ValueSource source) =>
        long.TryParse(TextAt(source), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;

    /// <summary>False where the place cannot hold the text.</summary>
    internal bool Set(ValueSource source, string text)
    {
        string whole = source.IsCut ? TextCut.Put(source, WholeAt(source), text) : text;
        return CanSee(source) && Put(source, tree => tree.Set(source.Path, whole), whole) && string.Equals(TextAt(source), text, StringComparison.Ordinal);
    }

    internal bool Set(ValueSource source, long number) =>
        source.IsCut || source.Header is not null ? Set(source, number.ToString(CultureInfo.InvariantCulture)) : Put(source, tree => tree.Set(source.Path, number), whole: null);

    internal bool Set(ValueSource source, bool truth) =>
        source.IsCut || source.Header is not null ? Set(source, truth ? "true" : "false") : Put(source, tree => tree.Set(source.Path, truth), whole: null);

    /// <summary>Sets a code as the vendors write it: a number where it is one, else a text.</summary>
    internal bool SetCode(ValueSource source, string code) =>
        long.TryParse(code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
        && string.Equals(number.ToString(CultureInfo.InvariantCulture), code, StringComparison.Ordinal)
            ? Set(source, number)
            : Set(source, code);

    /// <summary>Sets a list of texts; a place that cannot hold a list holds the first.</summary>
    internal bool SetTexts(ValueSource source, params string[] texts) =>
        source.IsCut || source.Header is not null ? Set(source, texts[0]) : Put(source, tree => tree.SetTexts(source.Path, texts), whole: null);

    /// <summary>Sets a header, be it seen or not.</summary>
    internal void SetHeader(string name, string value)
    {
        _headers.RemoveAll(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase));
        _headers.Add(new(name, value));
    }

    private bool Put(ValueSource source, Func<MemberTree, bool> set, string? whole)
    {
        if (source.Header is { } header)
        {
            SetHeader(header, whole!);
            return true;
        }

        return source.List is null ? set(Body) : (EntryOf(source) ?? NewEntryOf(source)) is { } entry && set(entry);
    }

    private string? WholeAt(ValueSource source) =>
        source.Header is { } header ? (SeesHeaders ? _headers.Find(known => string.Equals(known.Key, header, StringComparison.OrdinalIgnoreCase)).Value : null)
        : source.List is null ? Body.TextAt(source.Path)
        : EntryOf(source)?.TextAt(source.Path);

    private MemberTree? EntryOf(ValueSource source) =>
        Body.EntriesOf(source.List!).FirstOrDefault(entry => ConditionTest.Holds(source.Where!, new Draft(entry, seesHeaders: false)));

    private MemberTree? NewEntryOf(ValueSource source)
    {
        var entry = new Draft(new MemberTree(), seesHeaders: false);
        return ConditionSetter.TrySatisfy(source.Where!, entry) && Body.Append(source.List!, entry.Body) ? entry.Body : null;
    }
}
