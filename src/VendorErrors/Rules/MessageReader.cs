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
    private static readonly int[] s_commonSlots = s_commonPaths.SlotsOf(["message", "detail", "title", "error_description", "error.message", "error", "msg"]);

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
        string? single = null;
        List<string>? several = null;
        foreach (int slot in envelope.Message)
        {
            JsonSlot value = view[slot];
            if (value.Kind == JsonKind.Array)
            {
                AddElements(value.Of(view.Json), several ??= single is null ? [] : [single]);
            }
            else if (value.Kind is JsonKind.Text or JsonKind.Number && view.Text(value) is { } text && !string.IsNullOrWhiteSpace(text))
            {
                Add(text, ref single, ref several);
            }
        }

        if (single is null && several is null && items.Any)
        {
            // The worst entry leads here too.
            Add(items.Items![items.Lead].Message, ref single, ref several);
            for (var i = 0; i < items.Items.Length; i++)
            {
                if (i != items.Lead)
                {
                    Add(items.Items[i].Message, ref single, ref several);
                }
            }
        }

        return several is null ? new MessageList(single) : ToList(several);
    }

    private static MessageList ToList(List<string> several) => several.Count switch
    {
        0 => default,
        1 => new MessageList(several[0]),
        _ => new MessageList([.. several]),
    };

    private static void Add(string? text, ref string? single, ref List<string>? several)
    {
        if (text is null || several?.Count == MaxMessages)
        {
            return;
        }

        if (several is not null)
        {
            several.Add(text);
        }
        else if (single is null)
        {
            single = text;
        }
        else
        {
            several = [single, text];
        }
    }

    private static void AddElements(ReadOnlySpan<byte> array, List<string> into)
    {
        var elements = new JsonElements(array);
        while (into.Count < MaxMessages && elements.MoveNext(out JsonSlot element))
        {
            if (JsonText.Read(array, element) is { } text)
            {
                into.Add(text);
            }
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
