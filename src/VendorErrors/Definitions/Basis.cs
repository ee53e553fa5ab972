namespace VendorErrors.Definitions;

/// <summary>How a fact is known.</summary>
public enum Basis
{
    /// <summary>The vendor documents it.</summary>
    Documented = 0,

    /// <summary>It was seen in public client code, logs or notes.</summary>
    Observed = 1,

    /// <summary>It follows from other facts.</summary>
    Inferred = 2,
}
