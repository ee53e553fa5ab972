namespace VendorErrors.Http.Tests.Proof;

/// <summary>How a refresh of the credential ends.</summary>
internal enum RefreshOutcome
{
    Succeeds = 0,
    IsRefused = 1,
    Throws = 2,
}
