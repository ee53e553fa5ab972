namespace VendorErrors;

/// <summary>What a write is for, as far as it changes the reading of an answer after an attempt with unknown effect.</summary>
public enum OperationPurpose
{
    /// <summary>Neither of the others, or not known.</summary>
    Other = 0,

    /// <summary>Creates something: "already exists" may be our own earlier success.</summary>
    Create = 1,

    /// <summary>Deletes something: "not found" may be our own earlier success.</summary>
    Delete = 2,
}
