namespace VendorErrors.Testing;

/// <summary>
/// When the lists and logs of a simulated vendor show what it did. They show nothing that it did not do. Immutable.
/// </summary>
public sealed record LookUpRules
{
    /// <summary>How long a call lasts. A PBX lists it as in progress meanwhile, and a log of ended calls shows it afterwards.</summary>
    /// <value>Zero or more. Default: 1 minute.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public TimeSpan CallLength { get; init => field = NotNegative(value); } = TimeSpan.FromMinutes(1);

    /// <summary>How long after an execution a list shows it, and how long after the end of a call a log of ended calls does.</summary>
    /// <value>Zero or more. Default: zero, because no vendor documents a time.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public TimeSpan Delay { get; init => field = NotNegative(value); }

    /// <summary>How long a log export job runs, at a vendor that has such jobs.</summary>
    /// <value>Zero or more. Default: 2 seconds.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public TimeSpan ExportTime { get; init => field = NotNegative(value); } = TimeSpan.FromSeconds(2);

    private static TimeSpan NotNegative(TimeSpan time) => time >= TimeSpan.Zero ? time : throw new ArgumentOutOfRangeException(nameof(time), time, "Time cannot run backwards.");
}
