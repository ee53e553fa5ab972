namespace VendorErrors.Http;

/// <summary>What an instance does about a refused credential that the fleet shares.</summary>
public enum SharedCredentialStep
{
    /// <summary>Somebody refreshed it already: take what is stored.</summary>
    Adopt,

    /// <summary>A refresh failed lately: nobody tries now.</summary>
    Paused,

    /// <summary>Another instance refreshes it: ask again soon.</summary>
    Wait,

    /// <summary>This instance has the lease and refreshes it.</summary>
    Lead,
}
