namespace VendorErrors.Definitions;

/// <summary>What can be wrong with a definition.</summary>
internal enum DefinitionFaultKind
{
    /// <summary>Something is missing, or is not what it has to be.</summary>
    Form,

    /// <summary>Two rows with nothing to distinguish them.</summary>
    Duplicate,

    /// <summary>A wait whose unit was forgotten.</summary>
    Wait,

    /// <summary>A wait for what is never sent again after one.</summary>
    Retry,
}
