namespace VendorErrors.Comparison.Traffic;

/// <summary>What a call to a vendor's API is for.</summary>
internal enum CallPurpose
{
    /// <summary>To tell something; nothing changes.</summary>
    Read,

    /// <summary>To call a customer.</summary>
    Dial,

    /// <summary>To send a customer a message.</summary>
    Send,

    /// <summary>To create something else.</summary>
    Create,

    /// <summary>To check the code that a customer typed; that uses the code up.</summary>
    CheckCode,

    /// <summary>To delete something; a second time changes nothing more.</summary>
    Delete,
}
