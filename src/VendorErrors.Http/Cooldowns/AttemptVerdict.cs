namespace VendorErrors.Http.Cooldowns;

/// <summary>What an attempt that a lane let through came to, as far as the lane needs to know.</summary>
internal enum AttemptVerdict
{
    /// <summary>Nobody knows: it was not sent, broke or was canceled.</summary>
    Unknown = 0,

    /// <summary>The vendor answered, and not with a limit.</summary>
    Passed = 1,

    /// <summary>The vendor refused it for a limit.</summary>
    Refused = 2,
}
