using System.Text.Json;
using VendorErrors.Cli.Input;
using VendorErrors.Definitions;
using VendorErrors.Packs;

namespace VendorErrors.Cli.Drafting;

/// <summary>The documents of a pack by the keys that its author gave them. A vendor that was read has only the documents.</summary>
internal sealed class PackDocumentKeys
{
    private const int MostListed = 12;
    private const string Secure = "https://";

    private readonly Dictionary<string, SourceDocument> _documents = new(StringComparer.Ordinal);

    private PackDocumentKeys(JsonElement pack)
    {
        if (!pack.TryGetProperty("documents"u8, out JsonElement documents))
        {
            return;
        }

        foreach (JsonProperty document in documents.EnumerateObject())
        {
            string address = document.Value[1].GetString()!;
            _documents[document.Name] = new SourceDocument(document.Value[0].GetString()!, address.StartsWith(Secure, StringComparison.Ordinal) ? address[Secure.Length..] : address);
        }
    }

    /// <summary>The documents themselves.</summary>
    internal IReadOnlyCollection<SourceDocument> Documents => _documents.Values;

    /// <summary>The key of the only document; null where there are several.</summary>
    internal string? Only => _documents.Count == 1 ? _documents.Keys.First() : null;

    /// <summary>Reads them from the file that the vendor was read from.</summary>
    internal static PackDocumentKeys Of(Vendor vendor, IEnumerable<string> files)
    {
        if (vendor.Content.BuiltInId is { } id)
        {
            using Stream stream = BuiltInPacks.Open(id);
            using JsonDocument builtIn = JsonDocument.Parse(stream);
            return new PackDocumentKeys(builtIn.RootElement);
        }

        foreach (string file in files)
        {
            using JsonDocument pack = JsonDocument.Parse(File.ReadAllText(file));
            if (pack.RootElement.GetProperty("id"u8).GetString() == vendor.Id)
            {
                return new PackDocumentKeys(pack.RootElement);
            }
        }

        throw new InvalidOperationException($"No file has the vendor '{vendor.Id}'.");
    }

    internal SourceDocument Find(string key) =>
        _documents.TryGetValue(key, out SourceDocument? document) ? document
        : throw new UsageException($"the pack has no document '{key}'{EditDistance.Suggest(key, _documents.Keys)} {(_documents.Count == 0 ? "it names none" : $"there are {string.Join(", ", _documents.Keys.Take(MostListed))}{(_documents.Count > MostListed ? " …" : string.Empty)}")}");
}
