namespace VendorErrors.Http;

/// <summary>What a fleet shares on Redis.</summary>
public sealed class VendorErrorsRedisOptions
{
    /// <summary>What the names of all keys and of the channel begin with. Fleets with different prefixes do not see each other.</summary>
    /// <value>Required; no braces and no spaces. Default: <c>vendor-errors</c>.</value>
    public string KeyPrefix { get; set; } = "vendor-errors";

    /// <summary>Whether cooldowns are shared.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool ShareCooldowns { get; set; } = true;

    /// <summary>Whether credentials are shared. Needs an <see cref="ISecretProtector"/>.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool ShareCredentials { get; set; } = true;

    /// <summary>Whether credentials may be stored as they are, where no <see cref="ISecretProtector"/> is registered.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool AllowUnprotectedSecrets { get; set; }

    /// <summary>Whether the call ledger is kept here. It is used only where <c>AddCallLedger</c> is called, too.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool ShareLedger { get; set; } = true;

    /// <summary>
    /// Whether the call ledger may be kept by a Redis that forgets: without an append-only file, with <c>appendfsync no</c>, with a
    /// <c>maxmemory-policy</c> that drops keys, or one that does not say. Then somebody may be called twice.
    /// </summary>
    /// <value>Default: <see langword="false"/>; the start fails.</value>
    public bool AllowLossyLedger { get; set; }

    /// <summary>Whether the start of a host fails where Redis cannot be used: no connection, a wrong password, a replica.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool CheckAtStart { get; set; } = true;
}
