namespace VendorErrors.Testing;

/// <summary>What a request asks a vendor to do.</summary>
public enum OperationKind
{
    /// <summary>Not known.</summary>
    None = 0,

    /// <summary>To return data; nothing changes.</summary>
    Read = 1,

    /// <summary>To call somebody.</summary>
    Dial = 2,

    /// <summary>To send somebody a message.</summary>
    Send = 3,

    /// <summary>To create something else.</summary>
    Create = 4,

    /// <summary>To change something.</summary>
    Update = 5,

    /// <summary>To delete something.</summary>
    Delete = 6,

    /// <summary>To give, refresh or revoke a credential.</summary>
    Credential = 7,
}
