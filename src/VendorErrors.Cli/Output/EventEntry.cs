using VendorErrors.Classification.Events;
using VendorErrors.Definitions;

namespace VendorErrors.Cli.Output;

/// <summary>One word of a state, or one reason, as it is listed: with what it means where nothing else is said.</summary>
internal sealed class EventEntry
{
    private EventEntry(Vendor? vendor, EventShape? shape, EventRow row, EventMeaning meaning)
    {
        Vendor = vendor;
        Shape = shape;
        Row = row;
        Meaning = meaning;
    }

    /// <summary>Whose it is; null of a shared catalog.</summary>
    internal Vendor? Vendor { get; }

    /// <summary>The shape whose word it is; null of a reason.</summary>
    internal EventShape? Shape { get; }

    internal EventRow Row { get; }

    /// <summary>What an event means that says this and nothing else.</summary>
    internal EventMeaning Meaning { get; }

    /// <summary>The state; null of a reason that leaves it to the event's own word.</summary>
    internal EventState? State => Shape is null ? Row.State : Meaning.State;

    /// <summary>The number space of a reason.</summary>
    internal string? Space => Row.Section?.Space;

    /// <summary>The word or code; null of what every event of its shape means.</summary>
    internal string? Code => Shape?.Always.Contains(Row) == true ? null : Row.Code;

    internal SourceDocument? Source => Row.Section?.Source ?? Shape?.Source;

    /// <summary>The words and reasons of a vendor.</summary>
    internal static IEnumerable<EventEntry> Of(Vendor vendor) =>
    [
        .. vendor.Events.Shapes.SelectMany(shape => Of(shape).Select(entry => new EventEntry(vendor, shape, entry.Row, entry.Meaning))),
        .. vendor.Events.Reasons.SelectMany(section => Of(section).Select(entry => new EventEntry(vendor, shape: null, entry.Row, entry.Meaning))),
    ];

    /// <summary>The words of a shape.</summary>
    internal static IEnumerable<EventEntry> Of(EventShape shape) =>
        shape.States.Concat(shape.Always).Select(row => new EventEntry(vendor: null, shape, row, EventMeaning.Of(EventWord.Of(row), default, [])));

    /// <summary>The reasons of a shared catalog.</summary>
    internal static IEnumerable<EventEntry> Of(ReasonCatalog catalog) => catalog.Sections.SelectMany(Of);

    /// <summary>The reasons of a section.</summary>
    internal static IEnumerable<EventEntry> Of(ReasonSection section) =>
        section.Rows.Select(row => new EventEntry(vendor: null, shape: null, row, EventMeaning.Of(EventWord.None, new EventReason(row.Code, section.Space, Place: null, row), [])));
}
