namespace VendorErrors;

/// <summary>What became of a piece of evidence.</summary>
public enum EvidenceVerdict
{
    /// <summary>Seen and kept; decided nothing.</summary>
    Noted = 0,

    /// <summary>Its rule won.</summary>
    Won = 1,

    /// <summary>Its rule fired, and stronger evidence overruled it.</summary>
    Lost = 2,

    /// <summary>It could not be used: implausible, of the wrong type, not in the catalog.</summary>
    Ignored = 3,
}
