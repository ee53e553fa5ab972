namespace VendorErrors.Classification;

/// <summary>What became of an entry of a list of results.</summary>
internal enum Standing
{
    /// <summary>The entry says nothing of it.</summary>
    Silent = 0,

    /// <summary>The entry says something that nobody knows.</summary>
    Unknown,

    /// <summary>It was done, or will be.</summary>
    Worked,

    /// <summary>It was not done.</summary>
    Failed,
}
