namespace VendorErrors;

/// <summary>How sure the classification is. The default value is the weakest.</summary>
public enum Confidence
{
    /// <summary>Nothing known matched; a cautious default was taken.</summary>
    Default = 0,

    /// <summary>Only the HTTP status decided.</summary>
    StatusOnly = 1,

    /// <summary>A range of codes or the kind of envelope decided, or the code means different things by operation and the operation is not known.</summary>
    Family = 2,

    /// <summary>The code is in the catalog.</summary>
    Exact = 3,

    /// <summary>The HTTP status says success, and the body was not read far enough to confirm or deny it.</summary>
    Undecided = 4,
}
