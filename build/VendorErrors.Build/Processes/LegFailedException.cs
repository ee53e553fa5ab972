namespace VendorErrors.Build.Processes;

/// <summary>A leg cannot go on; the message says why.</summary>
internal sealed class LegFailedException : Exception
{
    public LegFailedException()
    {
    }

    public LegFailedException(string message)
        : base(message)
    {
    }

    public LegFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
