namespace VendorErrors;

/// <summary>What the kind of error says about sending again. Whether <em>this</em> request may be sent again is a decision of its own: see <see cref="Retries.VendorRetryPolicy"/>.</summary>
public enum RetryDisposition
{
    /// <summary>Never as it is.</summary>
    Never = 0,

    /// <summary>After a wait.</summary>
    AfterDelay = 1,

    /// <summary>After the credential was refreshed, once.</summary>
    AfterCredentialRefresh = 2,
}
