namespace VendorErrors.Http.Cooldowns;

/// <summary>What a gate says to a request.</summary>
internal enum CooldownEntryKind
{
    /// <summary>Send it.</summary>
    Entered = 0,

    /// <summary>Not sent: the account cools down for longer than the request may wait.</summary>
    Refused = 1,

    /// <summary>Not sent: the caller canceled while it waited.</summary>
    Canceled = 2,

    /// <summary>Not sent: the container was disposed while it waited.</summary>
    Stopping = 3,
}
