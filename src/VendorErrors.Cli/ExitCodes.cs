namespace VendorErrors.Cli;

/// <summary>The exit statuses.</summary>
internal static class ExitCodes
{
    /// <summary>Done; of <c>classify</c>: the outcome is no failure, and an event is good or under way.</summary>
    internal const int Success = 0;

    /// <summary>The answer is a failure, and it was classified; or an event ended badly, or nobody knows its state.</summary>
    internal const int ClassifiedFailure = 1;

    /// <summary>Wrong usage, or an input that cannot be read.</summary>
    internal const int Usage = 2;

    /// <summary>Some lines of a batch or entries of a HAR file could not be read.</summary>
    internal const int UnreadableLines = 3;

    /// <summary><c>lint</c> found something; of <c>draft</c>: the list differs.</summary>
    internal const int Findings = 4;
}
