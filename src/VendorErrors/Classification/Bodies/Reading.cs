using VendorErrors.Classification.Compiled;
using VendorErrors.Json;

namespace VendorErrors.Classification.Bodies;

/// <summary>Step 1 done: what the body is, which envelope it has, and where its values are. Nothing is interpreted yet.</summary>
internal ref struct Reading
{
    public BodyKind Kind;

    /// <summary>The body without byte order mark and leading white space.</summary>
    public ReadOnlySpan<byte> Body;

    public JsonView View;

    /// <summary>The envelope; null where the body has none that the vendor's definition knows.</summary>
    public CompiledEnvelope? Envelope;

    /// <summary>Why a body that begins like JSON cannot be read to its end.</summary>
    public JsonFault Fault;

    /// <summary>Whether a member that is read occurs twice in the body. The last one counts.</summary>
    public bool HasDuplicates;
}
