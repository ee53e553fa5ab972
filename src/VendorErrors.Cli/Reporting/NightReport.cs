namespace VendorErrors.Cli.Reporting;

/// <summary>What a heap of answers and events comes to. Nothing in it is a secret or a phone number, so that it can be shared.</summary>
internal sealed record NightReport
{
    /// <summary>The files, as they were given.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>The earliest time that a record has.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The latest time that a record has.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Answers to requests.</summary>
    public required long Answers { get; init; }

    /// <summary>Of the answers, failures and partial successes.</summary>
    public required long Failures { get; init; }

    /// <summary>What vendors sent later.</summary>
    public required long Events { get; init; }

    /// <summary>Records that could not be read.</summary>
    public required long Unreadable { get; init; }

    /// <summary>The first of them.</summary>
    public required IReadOnlyList<UnreadableRecord> UnreadableExamples { get; init; }

    /// <summary>Writes that may have happened, so that somebody may have been called, messaged or charged: they have to be looked up, and not sent again.</summary>
    public required long EffectUnknown { get; init; }

    /// <summary>The first of them.</summary>
    public required IReadOnlyList<ReportExample> EffectUnknownExamples { get; init; }

    /// <summary>By vendor, the one with the most failures first.</summary>
    public required IReadOnlyList<VendorCount> Vendors { get; init; }

    /// <summary>The answers by outcome.</summary>
    public required IReadOnlyList<NamedCount> Outcomes { get; init; }

    /// <summary>The failures by category, the most frequent first.</summary>
    public required IReadOnlyList<NamedCount> Categories { get; init; }

    /// <summary>The failures by effect.</summary>
    public required IReadOnlyList<NamedCount> Effects { get; init; }

    /// <summary>What the default policy does after the first attempt of each failure: <c>retry</c>, <c>refresh_then_retry</c>, or the reason why it stops.</summary>
    public required IReadOnlyList<NamedCount> Decisions { get; init; }

    /// <summary>The events by state.</summary>
    public required IReadOnlyList<NamedCount> EventStates { get; init; }

    /// <summary>The codes of failures, the most frequent first.</summary>
    public required IReadOnlyList<CodeCount> Codes { get; init; }

    /// <summary>How long each interval is, in minutes.</summary>
    public required int IntervalMinutes { get; init; }

    /// <summary>The answers over time, without intervals that have none.</summary>
    public required IReadOnlyList<Interval> Intervals { get; init; }
}
