namespace VendorErrors;

/// <summary>
/// Where a call or message is, by what the vendor sent later; the vendor's own word is <see cref="VendorEvent.VendorState"/>. The default
/// value is <see cref="Unknown"/>, which is never a success.
/// </summary>
public enum EventState
{
    /// <summary>Not known: the event, or its word, is in no list, or says itself that nobody knows; final where the vendor says that it is over, and not how.</summary>
    Unknown = 0,

    /// <summary>Taken on, and not begun. Not final.</summary>
    Queued = 1,

    /// <summary>Under way: dialing, sent, handed to an operator. Not final.</summary>
    InProgress = 2,

    /// <summary>The phone rings. Not final.</summary>
    Ringing = 3,

    /// <summary>Somebody, or something, picked up, and the call goes on. Not final.</summary>
    Answered = 4,

    /// <summary>The call or session ran, and is over.</summary>
    Completed = 5,

    /// <summary>The message reached the device or mailbox. <see cref="Read"/> may follow.</summary>
    Delivered = 6,

    /// <summary>The message was opened.</summary>
    Read = 7,

    /// <summary>The phone rang, and nobody picked up.</summary>
    NoAnswer = 8,

    /// <summary>The line was busy.</summary>
    Busy = 9,

    /// <summary>A person, or somebody on the way, refused it.</summary>
    Rejected = 10,

    /// <summary>Called back by the caller or the program.</summary>
    Canceled = 11,

    /// <summary>The message did not reach the recipient.</summary>
    Undelivered = 12,

    /// <summary>Its time was up before it was done.</summary>
    Expired = 13,

    /// <summary>It went wrong.</summary>
    Failed = 14,
}
