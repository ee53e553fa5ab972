using System.Text;
using VendorErrors.Envelopes;
using VendorErrors.Envelopes.Json;

namespace VendorErrors.Rules;

/// <summary>Collects the vendor's words from whatever kind of body it is.</summary>
internal static class MessageReader
{
    /// <summary>How many messages are kept of one answer.</summary>
    internal const int MaxMessages = 1000;

    /// <summary>How many bytes of a body that is no JSON count as its message.</summary>
    internal const int MaxTextBytes = 1024;

    // Where bodies without a known envelope keep their words: RFC 9457, OAuth (RFC 6749), and what everybody does.
    private static readonly PathTree s_commonPaths = new();
    private static readonly int[] s_commonSlots = s_commonPaths.SlotsOf(["message", "detail", "title", "error_description", "error.message", "error", "msg", "errorMessage"]);

    internal static MessageList Read(in Reading reading, in ItemList items) => reading.Kind switch
    {
        BodyKind.Json or BodyKind.BrokenJson when reading.Envelope is not null => FromEnvelope(reading.Envelope, reading.View, items),
        BodyKind.Json => FromCommonPaths(reading.Body),
        BodyKind.Html => FromMarkup(reading.Body, "<title", "<h1"),
        BodyKind.Xml => FromMarkup(reading.Body, "<message", "<title"),
        BodyKind.Text => FromText(reading.Body),
        _ => default,
    };

    private static MessageList FromEnvelope(CompiledEnvelope envelope, in JsonView view, in ItemList items)
    {
        var messages = default(CollectedMessages);
        var hasList = false;
        foreach (int slot in envelope.Message)
        {
            JsonSlot value = view[slot];
            if (value.Kind == JsonKind.Array)
            {
                hasList = true;
                AddElements(value.Of(view.Json), ref messages);
            }
            else if (value.Kind is JsonKind.Text or JsonKind.Number && view.Text(value) is { } text && !string.IsNullOrWhiteSpace(text))
            {
                Add(text, ref messages);
            }
        }

        return messages.Count == 0 && !hasList && items.Any ? FromItems(items) : messages.ToList();
    }

    private static MessageList FromItems(in ItemList items)
    {
        // The worst entry leads here too.
        var messages = default(CollectedMessages);
        Add(items.Items![items.Lead].Message, ref messages);
        for (var i = 0; i < items.Items.Length; i++)
        {
            if (i != items.Lead)
            {
                Add(items.Items[i].Message, ref messages);
            }
        }

        return messages.ToList();
    }

    private static void Add(string? text, ref CollectedMessages messages)
    {
        if (text is not null && messages.Count < MaxMessages)
        {
            messages.Add(text);
        }
    }

    private static void AddElements(ReadOnlySpan<byte> array, ref CollectedMessages messages)
    {
        var elements = new JsonElements(array);
        while (messages.Count < MaxMessages && elements.MoveNext(out JsonSlot element))
        {
            Add(JsonText.Read(array, element), ref messages);
        }
    }

    private static MessageList FromCommonPaths(ReadOnlySpan<byte> body)
    {
        Span<JsonSlot> slots = stackalloc JsonSlot[s_commonPaths.SlotCount];
        _ = s_commonPaths.Read(body, slots, out _);
        return new MessageList(new JsonView(body, slots).FirstText(s_commonSlots));
    }

    private static MessageList FromText(ReadOnlySpan<byte> body)
    {
        string text = JsonText.Decode(body.Length > MaxTextBytes ? body[..MaxTextBytes] : body, escaped: false).Trim();
        return IsReadable(text) ? new MessageList(text) : default;
    }

    private static MessageList FromMarkup(ReadOnlySpan<byte> body, string element, string otherElement)
    {
        string text = JsonText.Decode(body.Length > MaxTextBytes ? body[..MaxTextBytes] : body, escaped: false);
        string? content = ContentOf(text, element) ?? ContentOf(text, otherElement);
        return string.IsNullOrWhiteSpace(content) ? default : new MessageList(content!.Trim());
    }

    private static string? ContentOf(string markup, string element)
    {
        int start = markup.IndexOf(element, StringComparison.OrdinalIgnoreCase);
        int open = start < 0 ? -1 : markup.IndexOf('>', start);
        int end = open < 0 ? -1 : markup.IndexOf('<', open);
        return end < 0 ? null : markup.Substring(open + 1, end - open - 1);
    }

    // A binary file is no message.
    private static bool IsReadable(string text) => text.Length > 0 && text.All(c => !char.IsControl(c) || char.IsWhiteSpace(c));
}
