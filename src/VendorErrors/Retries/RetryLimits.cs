namespace VendorErrors.Retries;

/// <summary>The bounds within which a policy sends again. Immutable; the defaults are named constants; a negative value is refused.</summary>
public sealed record RetryLimits
{
    /// <summary>Default of <see cref="MaxRetries"/>: 3 retries, so 4 attempts.</summary>
    public const int DefaultMaxRetries = 3;

    /// <summary>Default of <see cref="MaxWait"/>: 120 seconds.</summary>
    public const int DefaultMaxWaitSeconds = 120;

    /// <summary>Default of <see cref="BackoffBase"/>: 1 second.</summary>
    public const int DefaultBackoffBaseSeconds = 1;

    /// <summary>Default of <see cref="BackoffCap"/>: 30 seconds.</summary>
    public const int DefaultBackoffCapSeconds = 30;

    /// <summary>The limits with all defaults.</summary>
    public static RetryLimits Default { get; } = new();

    /// <summary>The most retries of one request, 0 or more. Default: 3. A row or a category may allow fewer, never more.</summary>
    public int MaxRetries { get; init => field = value >= 0 ? value : throw Negative(nameof(MaxRetries)); } = DefaultMaxRetries;

    /// <summary>The longest single wait. Default: 120 seconds.</summary>
    public TimeSpan MaxWait { get; init => field = value >= TimeSpan.Zero ? value : throw Negative(nameof(MaxWait)); } = TimeSpan.FromSeconds(DefaultMaxWaitSeconds);

    /// <summary>
    /// Whether a longer wait is cut to <see cref="MaxWait"/> instead of refused. Default: refused. A cut wait is shorter than the vendor asked for.
    /// </summary>
    public bool ClampWait { get; init; }

    /// <summary>The first back-off, doubled with each further retry. Default: 1 second.</summary>
    public TimeSpan BackoffBase { get; init => field = value >= TimeSpan.Zero ? value : throw Negative(nameof(BackoffBase)); } = TimeSpan.FromSeconds(DefaultBackoffBaseSeconds);

    /// <summary>The longest back-off. Default: 30 seconds. A wait that the vendor asks for is not bounded by it.</summary>
    public TimeSpan BackoffCap { get; init => field = value >= TimeSpan.Zero ? value : throw Negative(nameof(BackoffCap)); } = TimeSpan.FromSeconds(DefaultBackoffCapSeconds);

    private static ArgumentOutOfRangeException Negative(string name) => new(name, "It must not be negative.");
}
