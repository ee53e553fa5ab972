namespace VendorErrors.Retries;

/// <summary>The bounds within which a policy sends again. Immutable and safe for use by several threads; the defaults are named constants.</summary>
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

    /// <summary>The most retries of one request. A row or a category may allow fewer, never more.</summary>
    /// <value>Range: 0 or more. Default: 3.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int MaxRetryAttempts { get; init => field = value >= 0 ? value : throw Negative(nameof(MaxRetryAttempts)); } = DefaultMaxRetryAttempts;

    /// <summary>The longest single wait.</summary>
    /// <value>Range: zero or more. Default: 120 seconds.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan MaxWait { get; init => field = value >= TimeSpan.Zero ? value : throw Negative(nameof(MaxWait)); } = TimeSpan.FromSeconds(DefaultMaxWaitSeconds);

    /// <summary>Whether a longer wait is cut to <see cref="MaxWait"/> instead of refused. A cut wait is shorter than the vendor asked for.</summary>
    /// <value>Default: <see langword="false"/>, a longer wait is refused.</value>
    public bool ClampWait { get; init; }

    /// <summary>The first backoff, doubled with each further retry.</summary>
    /// <value>Range: zero or more. Default: 1 second.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan BaseDelay { get; init => field = value >= TimeSpan.Zero ? value : throw Negative(nameof(BaseDelay)); } = TimeSpan.FromSeconds(DefaultBaseDelaySeconds);

    /// <summary>The longest backoff. A wait that the vendor asks for is not bounded by it.</summary>
    /// <value>Range: zero or more. Default: 30 seconds.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan MaxDelay { get; init => field = value >= TimeSpan.Zero ? value : throw Negative(nameof(MaxDelay)); } = TimeSpan.FromSeconds(DefaultMaxDelaySeconds);

    private static ArgumentOutOfRangeException Negative(string name) => new(name, "It must not be negative.");
}
