namespace VendorErrors.Http.Tests.Ledger.Explorer;

/// <summary>What becomes of a step.</summary>
internal enum Fate
{
    /// <summary>It is done.</summary>
    Go,

    /// <summary>A store writes, and its reply gets lost.</summary>
    ReplyLost,

    /// <summary>A vendor executes, and its answer gets lost.</summary>
    AnswerLost,

    /// <summary>A vendor executes later, and the sender gives up waiting.</summary>
    Late,

    /// <summary>A vendor refuses.</summary>
    Refused,
}
