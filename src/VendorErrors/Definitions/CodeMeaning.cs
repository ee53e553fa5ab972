namespace VendorErrors.Definitions;

/// <summary>What the code of an envelope is.</summary>
public enum CodeMeaning
{
    /// <summary>A code of the vendor's own, to be looked up among its rows.</summary>
    Vendor = 0,

    /// <summary>The HTTP status again.</summary>
    HttpStatus = 1,

    /// <summary>A code of the vendor's own, except that an unlisted one from 400 to 599 repeats the HTTP status.</summary>
    VendorOrHttpStatus = 2,
}
