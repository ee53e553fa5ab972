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

    /// <summary>Whether the start of a host fails where PostgreSQL cannot be used: no connection, a wrong password, a missing table, a standby.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool CheckAtStart { get; set; } = true;
}
