using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>The members of the outermost object that are about events, as far as they are read.</summary>
internal sealed class PackEvents
{
    private List<EventShape> _shapes = [];
    private List<ReasonSection> _reasons = [];
    private EventSignature? _signature;

    /// <summary>The events that the pack carries.</summary>
    public List<PackEvent> Samples { get; private set; } = [];

    /// <summary>Reads the present member; false where it is not about events.</summary>
    public bool TryRead(ref PackCursor json, Dictionary<string, SourceDocument> documents)
    {
        if (json.Is("events"u8))
        {
            _shapes = PackLists.Read(ref json, "a list of shapes of events", documents, EventPart.Read);
        }
        else if (json.Is("reasons"u8))
        {
            _reasons = PackLists.Read(ref json, "a list of sections", documents, ReasonPart.Read);
        }
        else if (json.Is("eventSignature"u8))
        {
            _signature = EventSignaturePart.Read(ref json, documents);
        }
        else if (json.Is("eventSamples"u8))
        {
            Samples = PackLists.Read(ref json, "a list of events", documents, EventSamplePart.Read);
        }
        else
        {
            return false;
        }

        return true;
    }

    public VendorEventDefinition ToDefinition() => new() { Shapes = _shapes, Reasons = _reasons, Signature = _signature };
}
