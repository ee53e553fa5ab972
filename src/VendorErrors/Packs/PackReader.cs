using System.Text.Json;
using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>
/// Reads a pack: a vendor as one JSON file. Whatever is wrong with it is collected, each with its line and its place, and nothing is guessed. Bounded
/// work whatever the input, and no exception.
/// </summary>
internal static class PackReader
{
    internal static readonly string[] Members =
    [
        "$schema", "pack", "id", "name", "summary", "read", "shape", "replace", "formerly", "use", "documents", "successMayCarryError", "xml", "requiredEnvelope",
        "idempotencyKey", "products", "envelopes", "codes", "waits", "operations",
        "events", "reasons", "eventSignature", "simulate", "codesDocumented", "answers", "eventSamples", "note",
    ];

    internal static readonly string[] RequiredMembers = ["operations", "except", "always", "note"];
    internal static readonly string[] KeyMembers = ["header", "operations", "note"];
    internal static readonly string[] ProductMembers = ["name", "at", "note"];

    /// <summary>Reads a pack; what is wrong with it comes with it.</summary>
    /// <param name="utf8">The file.</param>
    /// <param name="isWhole">Whether its events, its samples and what a simulated vendor needs are wanted, too.</param>
    /// <param name="faults">What is wrong with it.</param>
    /// <param name="places">Where the place of each part goes; null where nobody asks.</param>
    internal static PackContent Read(ReadOnlySpan<byte> utf8, bool isWhole, out List<PackFault> faults, Dictionary<object, PackPlace>? places = null)
    {
        faults = [];
        try
        {
            var json = new PackCursor(utf8, faults, places);
            PackContent content = ReadRoot(ref json, isWhole);
            if (!json.IsAtEnd())
            {
                json.Fault("something follows the pack");
            }

            return content;
        }
        catch (JsonException exception)
        {
            if (faults.Count < PackLimits.Faults)
            {
                faults.Add(new PackFault((int)(exception.LineNumber ?? 0) + 1, string.Empty, WordsOf(exception)));
            }

            return new PackContent();
        }
        catch (PackLimitException)
        {
            return new PackContent();
        }
    }

    private static PackContent ReadRoot(ref PackCursor json, bool isWhole)
    {
        if (!json.BeginObject("an object: a vendor as \"pack\", \"id\", \"name\" and what its answers look like"))
        {
            return new PackContent();
        }

        var root = new PackRoot();
        while (json.NextMember())
        {
            if (!root.TryReadHead(ref json) && !root.TryReadRules(ref json) && !root.TryReadSamples(ref json, isWhole))
            {
                json.Unknown(Members);
            }
        }

        return root.ToContent(ref json);
    }

    // Of the reader's own message the first sentence; what follows says line and position once more.
    private static string WordsOf(JsonException exception)
    {
        string message = exception.Message;
        if (message.Contains("maximum configured depth", StringComparison.Ordinal))
        {
            return $"it nests deeper than {PackLimits.Depth} levels";
        }

        int end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        string words = end < 0 ? message : message[..end];
        int second = words.IndexOf(". ", StringComparison.Ordinal);
        return $"it is no JSON here: {PackText.Printable((second < 0 ? words : words[..second]).TrimEnd('.', ' '))}";
    }
}
