namespace VendorErrors.Http.Tests.Proof;

/// <summary>What the vendor does with one attempt.</summary>
internal sealed record Step
{
    public required KnownAnswer Answer { get; init; }

    /// <summary>The transport's fault instead of the answer.</summary>
    public Fault Fault { get; init; }

    /// <summary>Whether the attempt is executed where the answer claims nothing, or the transport fails after sending.</summary>
    public bool Executes { get; init; }

    /// <summary>After which percentage of its bytes the body ends; 100 is whole.</summary>
    public int CutAt { get; init; } = 100;

    /// <summary>Whether a cut body ends with a broken connection, instead of as if it were whole.</summary>
    public bool BreaksAtCut { get; init; }

    /// <summary>The most bytes that one read gives.</summary>
    public int ChunkBytes { get; init; } = int.MaxValue;

    /// <summary>The time that each chunk takes.</summary>
    public TimeSpan ChunkTime { get; init; }

    /// <summary>The time until the answer begins.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Seconds in a Retry-After header; null for no header.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>Whether the header holds a date instead.</summary>
    public bool RetryAfterIsDate { get; init; }

    /// <summary>Seconds in X-RateLimit-Reset; null for no header.</summary>
    public int? ResetSeconds { get; init; }

    /// <summary>Seconds in the sentence or the member of the body.</summary>
    public int BodySeconds { get; init; } = 1;

    /// <summary>Whether reading yields the thread, so that other calls come in between.</summary>
    public bool Yields { get; init; }

    /// <summary>The status by which the first address sends the client on; 0 for none.</summary>
    public int RedirectStatus { get; init; }

    /// <summary>Whether the first address executes the request before it sends the client on.</summary>
    public bool RedirectExecutes { get; init; }

    /// <summary>By how much the clock on the wall is set during this step.</summary>
    public TimeSpan SetsTheClock { get; init; }

    public override string ToString() => (RedirectStatus == 0 ? string.Empty : $"{RedirectStatus} executes {RedirectExecutes} to ") + (SetsTheClock == TimeSpan.Zero ? string.Empty : $"clock {SetsTheClock} ") +
        (Fault != Fault.None ? $"{Fault}, executes {Executes}" : $"{Answer}, executes {Executes}, cut at {CutAt} {(BreaksAtCut ? "broken" : "ended")}, Retry-After {RetryAfterSeconds}, body {BodySeconds} s");
}
