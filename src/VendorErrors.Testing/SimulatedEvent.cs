namespace VendorErrors.Testing;

/// <summary>
/// What a simulated vendor says later of something that it did: a webhook. Immutable: each member that changes something returns a new one. Its body is
/// one that the vendor's pack carries, with the ids, the caller's own reference and the time of what was really done.
/// </summary>
/// <example>
/// <code>
/// SimulatedEvent trunkFull = SimulatedEvent.Of(EventState.Failed, code: "-2010").After(TimeSpan.FromSeconds(30)).Twice();
/// calls.Next(SimulatedStep.Ok.ThenEvent(trunkFull));
/// </code>
/// </example>
public sealed record SimulatedEvent
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    private SimulatedEvent(EventState state) => State = state;

    internal EventState State { get; }

    internal string? Code { get; private init; }

    internal ErrorCategory? Category { get; private init; }

    internal EventKind? Kind { get; private init; }

    /// <summary>How long after the execution it happens.</summary>
    internal TimeSpan Delay { get; private init; } = s_second;

    /// <summary>How long after it happened it is sent.</summary>
    internal TimeSpan Lateness { get; private init; }

    /// <summary>How long after the first delivery the second one is; null where there is none.</summary>
    internal TimeSpan? Repetition { get; private init; }

    /// <summary>An event that says this.</summary>
    /// <param name="state">Where the call or message is.</param>
    /// <param name="code">The code of its reason. Default: any, or none.</param>
    /// <param name="category">What went wrong. Default: whatever the vendor's events of this state say.</param>
    public static SimulatedEvent Of(EventState state, string? code = null, ErrorCategory? category = null) => new(state) { Code = code, Category = category };

    /// <summary>It is about this kind of thing.</summary>
    /// <param name="kind">The kind. Default: a call or session of a dial, a message or session of a send.</param>
    public SimulatedEvent About(EventKind kind) => this with { Kind = kind };

    /// <summary>It happens some time after the request was executed.</summary>
    /// <param name="time">How long, 0 or more. Default: a second.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public SimulatedEvent After(TimeSpan time) => this with { Delay = NotNegative(time) };

    /// <summary>It is sent some time after it happened: so an older event comes after a newer one.</summary>
    /// <param name="by">How long, 0 or more. Default: at once.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public SimulatedEvent Late(TimeSpan by) => this with { Lateness = NotNegative(by) };

    /// <summary>It is delivered twice: the same bytes, with the same id of the event.</summary>
    /// <param name="apart">The time between the two, 0 or more. Default: a second.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public SimulatedEvent Twice(TimeSpan? apart = null) => this with { Repetition = NotNegative(apart ?? s_second) };

    /// <summary>The event in words, for messages.</summary>
    public override string ToString() =>
        string.Join(" ", new[] { "event", SnakeCase.Of(State), Code, Category is { } category ? SnakeCase.Of(category) : null, Kind is { } kind ? $"about {SnakeCase.Of(kind)}" : null }.OfType<string>());

    private static TimeSpan NotNegative(TimeSpan time) => time >= TimeSpan.Zero ? time : throw new ArgumentOutOfRangeException(nameof(time), time, "Time cannot run backwards.");
}
