namespace VendorErrors.Http;

/// <summary>What the handler does with what it finds out.</summary>
public enum HandlerMode
{
    /// <summary>Retries, waits, refreshes and holds back. The default.</summary>
    Active = 0,

    /// <summary>Classifies, logs and measures, and changes nothing.</summary>
    Observe = 1,
}
