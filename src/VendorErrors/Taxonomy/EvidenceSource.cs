using VendorErrors.Definitions;

namespace VendorErrors;

/// <summary>Where a piece of evidence stands, strongest first: evidence of a lower number outranks a higher one.</summary>
public enum EvidenceSource
{
    /// <summary>Something about the body as a whole, that decides nothing: a duplicate member, a list that was cut.</summary>
    Note = 0,

    /// <summary>The vendor's own statement on whether anything was executed.</summary>
    Proof = 1,

    /// <summary>The vendor's code.</summary>
    Code = 2,

    /// <summary>A structured member beside or below the code.</summary>
    SubField = 3,

    /// <summary>A range of codes, or the kind of body.</summary>
    Family = 4,

    /// <summary>The HTTP status.</summary>
    HttpStatus = 5,

    /// <summary>A response header.</summary>
    Header = 6,

    /// <summary>.NET's own report of a failed transport.</summary>
    Transport = 7,

    /// <summary>The message text, which may refine what is declared generic, and supply a wait or an id; no more.</summary>
    Text = 8,

    /// <summary>What was tried before on the same request.</summary>
    History = 9,
}
