namespace VendorErrors;

/// <summary>A pack has faults, and no vendor was made of it. Names every fault with its line and place, and nothing of an answer.</summary>
public sealed class VendorPackException : FormatException
{
    internal VendorPackException(string fileName, IReadOnlyList<string> faults)
        : base(string.Join(Environment.NewLine, faults))
    {
        FileName = fileName;
        Faults = faults;
    }

    /// <summary>The name of the file, as it was given.</summary>
    public string FileName { get; }

    /// <summary>The faults, a line each: file, line, place, and what is wrong. At least one, at most 100.</summary>
    public IReadOnlyList<string> Faults { get; }
}
