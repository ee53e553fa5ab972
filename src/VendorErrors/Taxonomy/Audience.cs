namespace VendorErrors;

/// <summary>Who can act on advice.</summary>
public enum Audience
{
    /// <summary>The program itself: wait, refresh, look up.</summary>
    Program = 0,

    /// <summary>Who writes the program.</summary>
    Developer = 1,

    /// <summary>Who runs it.</summary>
    Operator = 2,

    /// <summary>Who owns the account at the vendor: rights, features, balance.</summary>
    AccountOwner = 3,

    /// <summary>The vendor's support.</summary>
    Vendor = 4,
}
