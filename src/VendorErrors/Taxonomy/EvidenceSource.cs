namespace VendorErrors;

/// <summary>What kind of evidence it is. Evidence of a higher value outranks that of a lower one; the default value decides nothing.</summary>
public enum EvidenceSource
{
    /// <summary>Something about the body as a whole, that decides nothing: a duplicate member, a list that was cut.</summary>
    Note = 0,

    /// <summary>What was tried before on the same request.</summary>
    History = 1,

    /// <summary>The message text, which may refine what is declared generic, and supply a wait or an id; no more.</summary>
    Text = 2,

    /// <summary>.NET's own report of a failed transport.</summary>
    Transport = 3,

    /// <summary>A response header.</summary>
    Header = 4,

    /// <summary>The HTTP status.</summary>
    HttpStatus = 5,

    /// <summary>A range of codes, or the kind of body.</summary>
    Family = 6,

    /// <summary>A structured member beside or below the code.</summary>
    SubField = 7,

    /// <summary>The vendor's code.</summary>
    Code = 8,

    /// <summary>The vendor's own statement on whether anything was executed.</summary>
    Proof = 9,

    /// <summary>The vendor's answer to a later question whether it happened.</summary>
    Probe = 10,
}
