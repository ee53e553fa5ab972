namespace VendorErrors.Comparison.Contestants;

/// <summary>What the caller was told about a call.</summary>
internal enum Told
{
    /// <summary>Nothing yet.</summary>
    Nothing,

    /// <summary>It was done.</summary>
    Success,

    /// <summary>It was not done.</summary>
    Failure,

    /// <summary>Nobody knows. An exception counts as that for every contestant, because there is no answer.</summary>
    Unknown,
}
