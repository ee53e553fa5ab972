namespace VendorErrors.Definitions;

/// <summary>What can be wrong with a definition.</summary>
internal enum DefinitionFaultKind
{
    /// <summary>Something is missing, or is not what it has to be.</summary>
    Form,

    /// <summary>Two rows that nothing tells apart.</summary>
    Duplicate,

    /// <summary>A wait whose unit was forgotten.</summary>
    Wait,

    /// <summary>A wait for what is never sent again after one.</summary>
    Retry,
}
