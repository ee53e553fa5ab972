namespace VendorErrors.Http.Options;

/// <summary>Times as configuration reads them: a bare number is read as days, and nobody means a call to take so long.</summary>
internal static class ConfiguredTime
{
    internal const string Hint = "A bare number is read as days; write 00:00:20 for 20 seconds.";

    /// <summary>What takes as long as this is taken for a mistake.</summary>
    internal static readonly TimeSpan Limit = TimeSpan.FromDays(1);
}
