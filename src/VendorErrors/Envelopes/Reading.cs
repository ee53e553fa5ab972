using VendorErrors.Envelopes.Json;

namespace VendorErrors.Envelopes;

/// <summary>Step 1 done: what the body is, which envelope it has, and where its values stand. Nothing is interpreted yet.</summary>
internal readonly ref struct Reading
{
    public BodyKind Kind { get; init; }

    /// <summary>The body without byte order mark and leading white space.</summary>
    public ReadOnlySpan<byte> Body { get; init; }

    public JsonView View { get; init; }

    /// <summary>The envelope; null where the body has none that the vendor's definition knows.</summary>
    public CompiledEnvelope? Envelope { get; init; }

    /// <summary>Why a body that begins like JSON cannot be read to its end.</summary>
    public JsonFault Fault { get; init; }

    /// <summary>Whether a member that is looked at stands in the body twice. The last one counts.</summary>
    public bool HasDuplicates { get; init; }
}
