namespace VendorErrors.Http;

/// <summary>What a fleet shares on PostgreSQL.</summary>
public sealed class VendorErrorsPostgreSqlOptions
{
    /// <summary>The schema of the tables. Fleets with different schemas do not see each other.</summary>
    /// <value>Lowercase letters, digits and underscores, up to 40, beginning with a letter. Default: <c>vendor_errors</c>.</value>
    public string Schema { get; set; } = "vendor_errors";

    /// <summary>Whether the start of a host creates the tables and brings them up to date. It is safe for many instances at once.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool MigrateAtStart { get; set; } = true;

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

    /// <summary>Whether the call ledger may be kept by a server that can forget what it has confirmed, as with <c>fsync = off</c>. Then somebody may be called twice.</summary>
    /// <value>Default: <see langword="false"/>; the start fails.</value>
    public bool AllowLossyLedger { get; set; }

    /// <summary>Whether the start of a host fails where PostgreSQL cannot be used: no connection, a wrong password, a missing table, a standby.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool CheckAtStart { get; set; } = true;
}
