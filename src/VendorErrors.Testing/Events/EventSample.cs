using VendorErrors.Definitions;
using VendorErrors.Packs;

namespace VendorErrors.Testing.Events;

/// <summary>A captured event that others are made of.</summary>
/// <param name="Source">The event as the pack carries it.</param>
/// <param name="Read">What it says.</param>
/// <param name="Shape">The shape that took it.</param>
internal sealed record EventSample(PackEvent Source, VendorEvent Read, EventShape Shape)
{
    public string Name => Source.Name;

    public bool Fits(SimulatedEvent wanted) =>
        Read.State == wanted.State
        && (wanted.Code is null || string.Equals(Read.Code, wanted.Code, StringComparison.OrdinalIgnoreCase))
        && (wanted.Category is null || Read.Category == wanted.Category)
        && (wanted.Kind is null || Read.Kind == wanted.Kind);
}
