namespace VendorErrors.Classification.Bodies;

/// <summary>What a member of the closed set of <see cref="FailureShape"/> can say.</summary>
internal enum FailureMember : byte
{
    /// <summary>It is not of the set: the body is no report of a failure.</summary>
    None = 0,

    /// <summary>Beside a failure, and says nothing by itself: a time, a path, an id.</summary>
    Beside,

    /// <summary>The same, and a member of RFC 9457.</summary>
    ProblemType,

    /// <summary>Words, which make a number or a state beside them a report.</summary>
    Words,

    /// <summary>The same, and a member of RFC 9457.</summary>
    ProblemWords,

    /// <summary>Whether it worked.</summary>
    Worked,

    /// <summary>The HTTP status again, or a state.</summary>
    Status,

    /// <summary>A code, which says something where it is an HTTP status.</summary>
    Code,

    /// <summary>There only where something failed, unless it is empty.</summary>
    Error,
}
