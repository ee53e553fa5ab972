using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification.Events;

/// <summary>A <see cref="VendorEventDefinition"/> made ready: paths merged into one tree, rows indexed. Built once, at the vendor's first event.</summary>
internal sealed class EventCatalog
{
    private readonly Dictionary<string, EventRowIndex> _reasons = new(StringComparer.Ordinal);

    public EventCatalog(Vendor vendor, VendorEventDefinition definition)
    {
        Vendor = vendor;
        JsonTexts = [.. definition.Shapes.Select(shape => shape.JsonText).OfType<string>().Distinct(StringComparer.Ordinal).Select(Paths.SlotOf)];
        foreach (EventShape shape in definition.Shapes)
        {
            GroupOf(shape.Each).Shapes.Add(new CompiledEventShape(shape, Paths));
        }

        foreach (IGrouping<string, ReasonSection> space in definition.Reasons.GroupBy(section => section.Space, StringComparer.Ordinal))
        {
            _reasons.Add(space.Key, new EventRowIndex(space.SelectMany(section => section.Rows), Paths));
        }

        // Lists first: what stands in them is more than one event, and the rest of such a body is only what they have in common.
        Groups.Sort((left, right) => (left.Each is null).CompareTo(right.Each is null));
    }

    public Vendor Vendor { get; }

    public PathTree Paths { get; } = new();

    /// <summary>The members whose text is JSON itself.</summary>
    public int[] JsonTexts { get; }

    public List<EventGroup> Groups { get; } = [];

    /// <summary>The row of a reason: the vendor's own, else that of the shared catalog of this name; null where neither has one.</summary>
    public EventRow? FindReason(string space, string code, in JsonView view) =>
        (_reasons.TryGetValue(space, out EventRowIndex? own) ? own.Find(code, view) : null) ?? ReasonCatalog.Of(space)?.Find(code);

    private EventGroup GroupOf(string? each)
    {
        EventGroup? group = Groups.Find(known => string.Equals(known.Each, each, StringComparison.Ordinal));
        if (group is null)
        {
            group = new EventGroup(each, each is null ? [] : ListsOn(each), []);
            Groups.Add(group);
        }

        return group;
    }

    // Of "entry[].changes[].value.statuses[]": "entry[]", "entry[].changes[]" and the whole.
    private PathNode[] ListsOn(string each)
    {
        List<PathNode> lists = [];
        for (int end = each.IndexOf("[]", StringComparison.Ordinal); end >= 0; end = each.IndexOf("[]", end + 2, StringComparison.Ordinal))
        {
            lists.Add(Paths.ListAt(each[..(end + 2)]));
        }

        return [.. lists];
    }
}
