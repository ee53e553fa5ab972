using System.Diagnostics;

namespace VendorErrors.Http;

/// <summary>What a store answers to an instance that wants to refresh a credential of the fleet. A class and no record, so that nobody prints the secret by accident.</summary>
/// <param name="step">What to do.</param>
/// <param name="version">The version that is stored; 0 for none.</param>
/// <param name="secret">The protected secret of that version; null for none, and where it is not needed.</param>
/// <param name="left">How long the lease of another instance or the pause still lasts.</param>
public sealed class SharedCredentialState(SharedCredentialStep step, long version, byte[]? secret, TimeSpan left)
{
    /// <summary>What to do.</summary>
    public SharedCredentialStep Step => step;

    /// <summary>The version that is stored; 0 for none.</summary>
    public long Version => version;

    /// <summary>The protected secret of that version.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public byte[]? Secret => secret;

    /// <summary>How long the lease of another instance or the pause still lasts.</summary>
    public TimeSpan Left => left;
}
