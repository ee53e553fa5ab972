namespace VendorErrors.Testing.Conformance;

/// <summary>A vendor definition does not do what every definition has to do. The message says what is wrong, where, and what to do.</summary>
public sealed class ConformanceException : Exception
{
    internal ConformanceException(string message)
        : base(message)
    {
    }
}
