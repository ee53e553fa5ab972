using VendorErrors.Redaction;

namespace VendorErrors;

/// <summary>One thing that was seen, where, which rule it fired, and what became of it.</summary>
/// <param name="Source">The kind of evidence.</param>
/// <param name="Verdict">Whether its rule won.</param>
/// <param name="Location">Where it was seen: a path in the body, a header name, <c>HTTP status</c>.</param>
/// <param name="Value">What was seen there, as text; may hold what the vendor wrote, so treat it as sensitive.</param>
/// <param name="Rule">Which rule it fired, in our words.</param>
public readonly record struct Evidence(EvidenceSource Source, EvidenceVerdict Verdict, string Location, string? Value, string Rule)
{
    /// <summary>Source, verdict, place and rule; not what was seen there, so it is safe to log.</summary>
    public override string ToString() => OneLine.Of($"{SnakeCase.Of(Source)} {SnakeCase.Of(Verdict)}: {Location}: {Rule}");
}
