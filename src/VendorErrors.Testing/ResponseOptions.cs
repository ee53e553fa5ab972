using VendorErrors.Definitions;

namespace VendorErrors.Testing;

/// <summary>What a composed answer says beside its code. Every default is what the vendor's own documents show. Immutable.</summary>
public sealed record ResponseOptions
{
    /// <summary>The vendor's words.</summary>
    /// <value>Default: the catalog's name for the code.</value>
    public string? Message { get; init; }

    /// <summary>
    /// How long the vendor asks to wait, whole seconds, rounded up. Said in a sentence where the vendor hides errors in HTTP 200, else in
    /// <c>Retry-After</c>.
    /// </summary>
    /// <value>Default: it does not ask.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public TimeSpan? Wait
    {
        get;
        init => field = value is { Ticks: < 0 } ? throw new ArgumentOutOfRangeException(nameof(value), $"The wait is {value}; it must be zero or more.") : value;
    }

    /// <summary>Which of the vendor's own places says <see cref="Wait"/>: one of <see cref="VendorDefinition.WaitHints"/>. A point in time is said beside a <c>Date</c>.</summary>
    /// <value>Default: none, and <c>Retry-After</c> or a sentence says it.</value>
    public WaitHint? WaitHint { get; init; }

    /// <summary>A second code, an inner or upstream one. Left out where this shape of answer has no place for it.</summary>
    /// <value>Default: none.</value>
    public string? InnerCode { get; init; }

    /// <summary>The fields the vendor complains about. Left out where this shape of answer cannot name any.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<FieldError> Fields { get; init; } = [];

    /// <summary>Further errors of a list of causes; code, message and the like of each are used. Left out where this shape has no list.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<VendorItem> Items { get; init; } = [];

    /// <summary>The vendor's id of this answer.</summary>
    /// <value>Default: a made-up one where this shape of answer always carries one.</value>
    public string? CorrelationId { get; init; }

    /// <summary>The operation it answers, as <c>[METHOD ]path</c>; a code may mean something else there.</summary>
    /// <value>Default: an ordinary one.</value>
    public string? Operation { get; init; }

    /// <summary>The HTTP status, 100 to 599.</summary>
    /// <value>Default: the one the vendor uses for this code.</value>
    /// <exception cref="ArgumentOutOfRangeException">There is no such status.</exception>
    public int? Status
    {
        get;
        init => field = value is { } status ? ComposedResponse.CheckStatus(status, nameof(value)) : value;
    }

    /// <summary>What the vendor's own proof states, where this shape of answer has one: whether it was executed.</summary>
    /// <value>Default: it was not where the code says so, it was for a success, and nothing is stated where the code leaves it open.</value>
    public bool? Executed { get; init; }

    /// <summary>The time in the answer, if the answer has one.</summary>
    /// <value>Default: 2026-01-15 10:00 UTC, so that answers do not change from run to run.</value>
    public DateTimeOffset Time { get; init; } = new(2026, 1, 15, 10, 0, 0, TimeSpan.Zero);
}
