namespace VendorErrors;

/// <summary>How sure the classification is; a higher value is surer. The default value is the weakest.</summary>
public enum Confidence
{
    /// <summary>The HTTP status says success, and the body was not inspected far enough to confirm or deny it.</summary>
    NotInspected = 0,

    /// <summary>Nothing known matched; a cautious default was taken.</summary>
    Default = 1,

    /// <summary>Only the HTTP status decided.</summary>
    StatusOnly = 2,

    /// <summary>A range of codes or the kind of envelope decided, or the code means different things by operation and the operation is not known.</summary>
    Family = 3,

    /// <summary>The code is in the catalog.</summary>
    Exact = 4,
}
