namespace VendorErrors.Http;

/// <summary>What a request does while its account cools down after a rate limit.</summary>
public enum CooldownMode
{
    /// <summary>Waits, where the wait is within the cap and fits the deadline; otherwise it fails at once. The default.</summary>
    Wait = 0,

    /// <summary>Fails at once, without asking the vendor.</summary>
    FailFast = 1,

    /// <summary>There is no cooldown.</summary>
    Off = 2,
}
