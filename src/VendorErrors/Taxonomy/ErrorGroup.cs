namespace VendorErrors;

/// <summary>The coarse form of <see cref="ErrorCategory"/>: what has to change before the request can work.</summary>
public enum ErrorGroup
{
    /// <summary>Not known; only <see cref="ErrorCategory.Unrecognized"/>.</summary>
    Unknown = 0,

    /// <summary>The request itself.</summary>
    Request = 1,

    /// <summary>The state of the resource at the vendor.</summary>
    State = 2,

    /// <summary>The credential.</summary>
    Credential = 3,

    /// <summary>A right, a feature, a route or a balance of the account.</summary>
    Access = 4,

    /// <summary>A rate, a quota or a count.</summary>
    Limit = 5,

    /// <summary>The vendor's own system, or one that it depends on.</summary>
    Vendor = 6,

    /// <summary>The way to the vendor.</summary>
    Transport = 7,

    /// <summary>The form of the vendor's answer.</summary>
    Protocol = 8,
}
