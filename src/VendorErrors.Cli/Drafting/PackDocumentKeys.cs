using VendorErrors.Cli.Input;
using VendorErrors.Definitions;
using VendorErrors.Packs;

namespace VendorErrors.Cli.Drafting;

/// <summary>The documents of a pack by the keys that its author gave them.</summary>
internal sealed class PackDocumentKeys(Vendor vendor)
{
    private readonly IReadOnlyDictionary<string, SourceDocument> _documents = vendor.Content.Documents;

    /// <summary>The documents themselves.</summary>
    internal IReadOnlyCollection<SourceDocument> Documents => [.. _documents.Values];

    /// <summary>The key of the only document; null where there are several.</summary>
    internal string? Only => _documents.Count == 1 ? _documents.Keys.First() : null;

    internal SourceDocument Find(string key) =>
        _documents.TryGetValue(key, out SourceDocument? document) ? document
        : throw new UsageException($"the pack has no document '{key}'{EditDistance.Suggest(key, [.. _documents.Keys])} {(_documents.Count == 0 ? "it names none" : $"there are {string.Join(", ", _documents.Keys.Take(PackLimits.Listed))}{(_documents.Count > PackLimits.Listed ? " …" : string.Empty)}")}");
}
