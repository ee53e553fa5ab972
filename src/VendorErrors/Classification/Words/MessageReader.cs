using VendorErrors.Classification.Bodies;
using VendorErrors.Classification.Compiled;
using VendorErrors.Json;

namespace VendorErrors.Classification.Words;

/// <summary>Collects the vendor's words from whatever kind of body it is.</summary>
internal static class MessageReader
{
    /// <summary>How many messages are kept of one answer.</summary>
    internal const int MaxMessages = 1000;

    /// <summary>How many bytes of a body that is text count as its message.</summary>
    internal const int MaxTextBytes = 1024;

    // The elements that hold the words, the most telling first. Of XML: what services, SOAP 1.1 and 1.2 and problem details (RFC 9457) write.
    private static readonly string[] s_ofPages = ["title", "h1", "h2"];
    private static readonly string[] s_ofXml = ["message", "faultstring", "reason", "detail", "title", "description", "h1", "h2"];

    /// <summary>The words, and the fields that lists of complaints among them are about.</summary>
    /// <param name="reading">The body.</param>
    /// <param name="items">Its list of causes or results.</param>
    /// <param name="isSuccess">Whether it is a success, whose lists are data.</param>
    /// <param name="words">Where the words go.</param>
    internal static void Read(in Reading reading, in ItemList items, bool isSuccess, ref CollectedWords words)
    {
        if (reading.Envelope is not null && reading.Kind is not (BodyKind.Json or BodyKind.BrokenJson))
        {
            // A header told whose answer it is, and may hold its words, too.
            FromEnvelope(reading.Envelope, reading.View, items, ref words);
            if (words.HasMessages)
            {
                return;
            }
        }

        switch (reading.Kind)
        {
            case BodyKind.Json or BodyKind.BrokenJson when reading.Envelope is not null:
                FromEnvelope(reading.Envelope, reading.View, items, ref words);
                if (!words.HasMessages && !isSuccess && reading.Kind == BodyKind.Json && !HasWords(items))
                {
                    words.AreOfNoDefinition = true;
                    CommonWords.Read(reading.Body, withLists: true, ref words);
                }

                break;
            case BodyKind.Json:
                CommonWords.Read(reading.Body, withLists: !isSuccess, ref words);
                break;
            case BodyKind.Html:
                string page = MarkupText.Decode(reading.Body);
                words.Add(MarkupText.FirstOf(page, s_ofPages) ?? MarkupText.TextOf(page));
                break;
            case BodyKind.Xml:
                words.Add(MarkupText.FirstOf(MarkupText.Decode(reading.Body), s_ofXml));
                break;
            case BodyKind.Text:
                FromText(reading.Body, ref words);
                break;
        }
    }

    private static void FromEnvelope(CompiledEnvelope envelope, in JsonView view, in ItemList items, ref CollectedWords words)
    {
        var hasList = false;
        foreach (CompiledSource source in envelope.Message)
        {
            JsonSlot value = source.Of(view);
            switch (value.Kind)
            {
                case JsonKind.Array:
                    hasList = true;
                    Complaints.Read(view.Json, value, isMap: false, ref words);
                    break;
                case JsonKind.Object:
                    Complaints.Read(view.Json, value, isMap: false, ref words);
                    break;
                case JsonKind.Text or JsonKind.Number:
                    words.Add(view.Text(value));
                    break;
            }
        }

        if (!words.HasMessages && !hasList && items.Any)
        {
            FromItems(items, ref words);
        }
    }

    private static void FromItems(in ItemList items, ref CollectedWords words)
    {
        // The worst entry leads here too.
        words.Add(items.Items![items.Lead].Message);
        for (var i = 0; i < items.Items.Length; i++)
        {
            if (i != items.Lead)
            {
                words.Add(items.Items[i].Message);
            }
        }
    }

    private static bool HasWords(in ItemList items) => items.Items is { } entries && Array.Exists(entries, entry => entry.Message is not null);

    private static void FromText(ReadOnlySpan<byte> body, ref CollectedWords words)
    {
        string text = JsonText.Decode(body.Length > MaxTextBytes ? body[..MaxTextBytes] : body, escaped: false).Trim();
        words.Add(IsReadable(text) ? text : null);
    }

    // A binary file is no message.
    private static bool IsReadable(string text) => text.Length > 0 && text.All(c => !char.IsControl(c) || char.IsWhiteSpace(c));
}
