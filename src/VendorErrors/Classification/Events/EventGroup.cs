using VendorErrors.Json;

namespace VendorErrors.Classification.Events;

/// <summary>The shapes whose events stand in the same place: the body as a whole, or the entries of one list.</summary>
/// <param name="Each">The path of the list; null of the body as a whole.</param>
/// <param name="Lists">The lists on the way, the last one that of the events; none of the body as a whole.</param>
/// <param name="Shapes">The shapes in their order.</param>
internal sealed record EventGroup(string? Each, PathNode[] Lists, List<CompiledEventShape> Shapes);
