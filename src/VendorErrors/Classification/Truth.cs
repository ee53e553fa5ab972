namespace VendorErrors.Classification;

/// <summary>What is known of a condition while a body is still coming. In this order, and is the least of two, or the greatest.</summary>
internal enum Truth
{
    No = 0,

    /// <summary>What is still to come decides.</summary>
    Open,

    Yes,
}
