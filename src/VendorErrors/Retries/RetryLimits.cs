namespace VendorErrors.Retries;

/// <summary>The bounds within which a policy sends again. Immutable; the defaults are named constants; a negative value is refused.</summary>
public sealed record RetryLimits
{
    /// <summary>Default of <see cref="MaxRetryAttempts"/>: 3 retries, so 4 attempts.</summary>
    public const int DefaultMaxRetryAttempts = 3;

    /// <summary>Default of <see cref="MaxWait"/>: 120 seconds.</summary>
    public const int DefaultMaxWaitSeconds = 120;

    /// <summary>Default of <see cref="BaseDelay"/>: 1 second.</summary>
    public const int DefaultBaseDelaySeconds = 1;

    /// <summary>Default of <see cref="MaxDelay"/>: 30 seconds.</summary>
    public const int DefaultMaxDelaySeconds = 30;

    /// <summary>The limits with all defaults.</summary>
    public static RetryLimits Default { get; } = new();

    /// <summary>The most retries of one request, 0 or more. Default: 3. A row or a category may allow fewer, never more.</summary>
    public int MaxRetryAttempts { get; init => field = value >= 0 ? value : throw Negative(nameof(MaxRetryAttempts)); } = DefaultMaxRetryAttempts;

    /// <summary>The longest single wait. Default: 120 seconds.</summary>
    public TimeSpan MaxWait { get; init => field = value >= TimeSpan.Zero ? value : throw Negative(nameof(MaxWait)); } = TimeSpan.FromSeconds(DefaultMaxWaitSeconds);

    /// <summary>
    /// Whether a longer wait is cut to <see cref="MaxWait"/> instead of refused. Default: refused. A cut wait is shorter than the vendor asked for.
    /// </summary>
    public bool ClampWait { get; init; }

    /// <summary>The first backoff, doubled with each further retry. Default: 1 second.</summary>
    public TimeSpan BaseDelay { get; init => field = value >= TimeSpan.Zero ? value : throw Negative(nameof(BaseDelay)); } = TimeSpan.FromSeconds(DefaultBaseDelaySeconds);

    /// <summary>The longest backoff. Default: 30 seconds. A wait that the vendor asks for is not bounded by it.</summary>
    public TimeSpan MaxDelay { get; init => field = value >= TimeSpan.Zero ? value : throw Negative(nameof(MaxDelay)); } = TimeSpan.FromSeconds(DefaultMaxDelaySeconds);

    private static ArgumentOutOfRangeException Negative(string name) => new(name, "It must not be negative.");
}
