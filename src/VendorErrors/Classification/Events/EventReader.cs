using System.Security.Cryptography;
using System.Text;
using VendorErrors.Classification.Bodies;
using VendorErrors.Json;

namespace VendorErrors.Classification.Events;

/// <summary>Reads what a vendor sent later, from its bytes to events. A pure function that throws nothing, whatever the input.</summary>
internal static class EventReader
{
    /// <summary>Of more events in one body the beginning is read, and the last one says so.</summary>
    internal const int MaxEvents = 10_000;

    /// <summary>The events of a body: one at least, be it an unknown one.</summary>
    internal static IReadOnlyList<VendorEvent> Read(EventCatalog catalog, in VendorResponse response)
    {
        EventBody body = EventBody.Of(response);
        List<VendorEvent> events = [];
        JsonFault fault = body.Json.IsEmpty ? body.Fault : ReadAll(catalog, response, body, events);
        if (events.Count > MaxEvents)
        {
            events.RemoveAt(MaxEvents);
            events[MaxEvents - 1] = events[MaxEvents - 1].With(new Evidence(EvidenceSource.Note, EvidenceVerdict.Noted, "body", Value: null, $"the body holds more than {MaxEvents} events; the others were not read"));
        }

        return events.Count > 0 ? events : [Unknown(catalog, response, body.Json, fault)];
    }

    /// <summary>The first of several events, which says that there are more.</summary>
    internal static VendorEvent First(IReadOnlyList<VendorEvent> events) =>
        events.Count == 1 ? events[0] : events[0].With(new Evidence(EvidenceSource.Note, EvidenceVerdict.Noted, "body", Value: null, $"the body holds {events.Count} events, and this is the first; ReadEvents gives all"));

    /// <summary>The first shape of events that takes a body; null where none does. A hint for who took it for an answer.</summary>
    internal static string? FindShape(EventCatalog catalog, in VendorResponse response)
    {
        EventBody body = EventBody.Of(response);
        List<VendorEvent> events = [];
        return !body.Json.IsEmpty && ReadAll(catalog, response, body, events) == JsonFault.None ? events.Find(read => read.Shape is not null)?.Shape?.Name : null;
    }

    private static JsonFault ReadAll(EventCatalog catalog, in VendorResponse response, EventBody body, List<VendorEvent> events)
    {
        ReadOnlySpan<byte> json = body.Json;
        JsonSlot[] slots = new JsonSlot[catalog.Paths.SlotCount];
        JsonFault fault = catalog.Paths.Read(json, slots, out bool hasDuplicates);
        if (EventBody.Unfold(json, slots, catalog.JsonTexts) is { } unfolded)
        {
            json = unfolded;
            fault = catalog.Paths.Read(json, slots, out bool hasMore);
            hasDuplicates |= hasMore;
        }

        ReadOnlySpan<byte> bytes = HeaderValues.Place(json, catalog.Paths, response, slots) ?? json;
        fault = body.Fault == JsonFault.None ? fault : body.Fault;
        var origin = new EventOrigin(fault == JsonFault.None, hasDuplicates, body.IsXml, KeyOf(response.Body));
        JsonSlot[] whole = [.. slots];
        foreach (EventGroup group in catalog.Groups)
        {
            whole.CopyTo(slots, 0);
            if (group.Each is not null)
            {
                int before = events.Count;
                ReadList(catalog, group, level: 0, bytes, slots, origin, events);
                RemoveIfAllUnknown(events, before);
            }
            else if (events.Count == 0 && ShapeOf(group, new JsonView(bytes, slots)) is { } shape)
            {
                events.Add(EventBuilder.Build(catalog, shape, new JsonView(bytes, slots), origin, index: 0));
            }
        }

        return fault;
    }

    private static void ReadList(EventCatalog catalog, EventGroup group, int level, ReadOnlySpan<byte> bytes, JsonSlot[] slots, EventOrigin origin, List<VendorEvent> events)
    {
        JsonSlot list = slots[group.Lists[level].Slot];
        if (list.Kind != JsonKind.Array && !(origin.IsXml && list.Kind == JsonKind.Object))
        {
            return;
        }

        var elements = new JsonElements(list.Of(bytes));
        while (events.Count <= MaxEvents && elements.MoveNext(out JsonSlot element))
        {
            var entry = new JsonSlot(element.Kind, list.Start + element.Start, element.Length, element.Escaped);
            EventOrigin own = origin with { HasDuplicates = origin.HasDuplicates | PathTree.ReadEntry(bytes, group.Lists[level], entry, slots) };
            if (level < group.Lists.Length - 1)
            {
                ReadList(catalog, group, level + 1, bytes, slots, own, events);
            }
            else if (ShapeOf(group, new JsonView(bytes, slots)) is { } shape)
            {
                events.Add(EventBuilder.Build(catalog, shape, new JsonView(bytes, slots), own, events.Count));
            }
            else
            {
                events.Add(new VendorEvent(catalog.Vendor)
                {
                    Key = $"{origin.Digest}#{events.Count}",
                    Confidence = Confidence.Default,
                    Evidence = [new Evidence(EvidenceSource.Note, EvidenceVerdict.Ignored, group.Each!, Value: null, $"no shape of the events of {catalog.Vendor.Name} takes this entry of the list")],
                });
            }
        }
    }

    // A list of which no entry is an event that anybody knows is no list of events.
    private static void RemoveIfAllUnknown(List<VendorEvent> events, int from)
    {
        if (events.FindIndex(from, read => read.Shape is not null) < 0)
        {
            events.RemoveRange(from, events.Count - from);
        }
    }

    private static CompiledEventShape? ShapeOf(EventGroup group, in JsonView view)
    {
        foreach (CompiledEventShape shape in group.Shapes)
        {
            if (shape.Matches(view))
            {
                return shape;
            }
        }

        return null;
    }

    private static VendorEvent Unknown(EventCatalog catalog, in VendorResponse response, ReadOnlySpan<byte> json, JsonFault fault)
    {
        Vendor vendor = catalog.Vendor;
        string why = catalog.Groups.Count == 0 ? $"no events of {vendor.Name} are known"
            : response.Body.IsEmpty ? "the body is empty"
            : json.IsEmpty ? "the body is no JSON, no form and no XML"
            : fault != JsonFault.None ? "the body is cut or malformed"
            : $"no shape of the events of {vendor.Name} takes this body";
        List<Evidence> evidence = [new Evidence(EvidenceSource.Family, EvidenceVerdict.Ignored, "body", Value: null, why)];
        if (!json.IsEmpty && LookAlike.EnvelopeNameOf(vendor.Catalog, response, json) is { } envelope)
        {
            evidence.Add(new Evidence(EvidenceSource.Note, EvidenceVerdict.Noted, "body", Value: null, $"this looks like an answer, of the shape '{envelope}', and no event: Classify reads answers"));
        }

        return new VendorEvent(vendor) { Key = KeyOf(response.Body), Confidence = Confidence.Default, Evidence = evidence };
    }

    /// <summary>What an event without ids is remembered by: a digest of its bytes.</summary>
    internal static string KeyOf(ReadOnlySpan<byte> bytes)
    {
        const int Kept = 16;
#if NET
        byte[] hash = SHA256.HashData(bytes);
#else
        using var sha = SHA256.Create();
        byte[] hash = sha.ComputeHash(bytes.ToArray());
#endif
        var key = new StringBuilder("sha256:", 7 + (2 * Kept));
        for (var i = 0; i < Kept; i++)
        {
            _ = key.Append(hash[i].ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return key.ToString();
    }
}
