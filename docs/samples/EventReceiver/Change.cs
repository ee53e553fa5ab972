namespace EventReceiverSample;

/// <summary>What an event changed.</summary>
internal enum Change
{
    /// <summary>Nothing: it was here before.</summary>
    Repeated = 0,

    /// <summary>Nothing: nobody knows what it says. It is kept for a person.</summary>
    ForAPerson = 1,

    /// <summary>Nothing yet: no call has one of its ids. It counts as soon as one has.</summary>
    Early = 2,

    /// <summary>Nothing: it is about a leg of a call, and a leg's end is not the call's.</summary>
    OfALeg = 3,

    /// <summary>Nothing: what is known is newer, or surer.</summary>
    Outdated = 4,

    /// <summary>Where the call is.</summary>
    Moved = 5,

    /// <summary>The call is over, for the first time: now is decided what is next.</summary>
    Ended = 6,
}
