using System.Globalization;
using System.Text;
using VendorErrors.Definitions;

namespace VendorErrors.Cli.Output;

/// <summary>The events of a vendor as sections of its page: nothing where none are known.</summary>
internal static class EventSection
{
    internal static void Write(StringBuilder page, Vendor vendor)
    {
        VendorEventDefinition events = vendor.Events;
        if (events.Shapes.Count == 0)
        {
            return;
        }

        page.Append("\n## Events\n\n");
        page.Append("Webhooks, receipts and callbacks, as [`ReadEvents` and `vendor-errors classify --event`](../events.md) read them. The first shape that takes a body counts. A word that\n");
        page.Append("is not listed makes the state unknown. Where the state is a bad end, the reason says why; one with a state refines `failed` and `undelivered`. See the [states](../taxonomy.md#states-of-events).\n");
        if (events.Signature is { } signature)
        {
            page.Append(CultureInfo.InvariantCulture, $"\nSignature: {(signature.Header is { } header ? $"the header {Markdown.Code(header)}. " : null)}{Markdown.Escape(signature.Note)} Source: {Markdown.Escape(signature.Source.Title)}, {Markdown.Escape(signature.Source.Address)}\n");
        }

        foreach (EventShape shape in events.Shapes)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n### Event: {Markdown.Escape(shape.Name)}\n\n{EventShapePhrase.Of(shape)}\n");
            EventEntry[] words = [.. EventEntry.Of(shape)];
            if (words.Length > 0)
            {
                page.Append('\n');
                EventTable.WriteWords(page, words);
            }
        }

        foreach (IGrouping<string, ReasonSection> space in events.Reasons.GroupBy(section => section.Space, StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n### Reasons: {Markdown.Escape(space.Key)}\n");
            foreach (ReasonSection section in space)
            {
                page.Append(CultureInfo.InvariantCulture, $"\nFrom {Markdown.Escape(section.Source.Title)}, {Markdown.Escape(section.Source.Address)} ({SnakeCase.Of(section.Basis)}):\n\n");
                EventTable.WriteReasons(page, EventEntry.Of(section));
            }
        }
    }
}
