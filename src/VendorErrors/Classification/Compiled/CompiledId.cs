using VendorErrors.Classification.Bodies;
using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification.Compiled;

/// <summary>Where the id of an answer is. A header counts under any status here, so it is looked up where an answer is built, and has no slot.</summary>
internal sealed class CompiledId
{
    private readonly CompiledSource? _inBody;
    private readonly ValueSource _source;

    private CompiledId(ValueSource source, PathTree paths)
    {
        _source = source;
        _inBody = source.Header is null ? new CompiledSource(source, paths) : null;
    }

    public static CompiledId[] Of(IReadOnlyList<ValueSource> sources, PathTree paths)
    {
        CompiledId[] ids = sources.Count == 0 ? [] : new CompiledId[sources.Count];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = new CompiledId(sources[i], paths);
        }

        return ids;
    }

    /// <summary>The first of several ids that the answer has.</summary>
    public static string? FirstOf(CompiledId[] ids, in JsonView view, in VendorResponse response)
    {
        string? first = null;
        for (var i = 0; first is null && i < ids.Length; i++)
        {
            first = ids[i]._inBody is { } inBody ? (inBody.Of(view) is { Kind: JsonKind.Text or JsonKind.Number } slot ? view.Text(slot) : null) : ids[i].InHeaders(response);
        }

        return first;
    }

    /// <summary>The id in the headers; null where it is in the body, or not there.</summary>
    public string? InHeaders(in VendorResponse response)
    {
        if (_source.Header is not { } header || ResponseHeaders.Find(response, header) is not { } value)
        {
            return null;
        }

        int after = string.IsNullOrEmpty(_source.After) ? -1 : value.LastIndexOf(_source.After, StringComparison.Ordinal);
        value = after < 0 ? value : value[(after + _source.After!.Length)..];
        int before = string.IsNullOrEmpty(_source.Before) ? -1 : value.IndexOf(_source.Before, StringComparison.Ordinal);
        value = (before < 0 ? value : value[..before]).Trim();
        return value.Length == 0 ? null : value;
    }
}
