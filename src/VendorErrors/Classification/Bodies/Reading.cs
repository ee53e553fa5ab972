using VendorErrors.Classification.Compiled;
using VendorErrors.Json;

namespace VendorErrors.Classification.Bodies;

/// <summary>Step 1 done: what the body is, which envelope it has, and where its values are. Nothing is interpreted yet.</summary>
internal ref struct Reading
{
    public BodyKind Kind;

    /// <summary>The body without byte order mark and leading white space; of XML that an envelope took its members, as JSON.</summary>
    public ReadOnlySpan<byte> Body;

    /// <summary>The values of the body, and after them those of the headers that the definition looks at.</summary>
    public JsonView View;

    /// <summary>Whether the body is XML that was read as its members are, well-formed or not.</summary>
    public bool IsXml;

    /// <summary>The members of XML that no envelope took, as JSON.</summary>
    public ReadOnlySpan<byte> Members;

    /// <summary>Whether the body was cut by a limit of ours, and not by the vendor.</summary>
    public bool IsTruncated;

    /// <summary>The envelope; null where the body has none that the vendor's definition knows.</summary>
    public CompiledEnvelope? Envelope;

    /// <summary>Why a body that begins like JSON cannot be read to its end.</summary>
    public JsonFault Fault;

    /// <summary>Whether a member that is read occurs twice in the body. The last one counts.</summary>
    public bool HasDuplicates;
}
