namespace VendorErrors.Cli.Batch;

/// <summary>One record of a batch, as it was read: a view of its line where that is possible.</summary>
internal ref struct BatchRecord
{
    /// <summary>The id as JSON; empty where there is none.</summary>
    public ReadOnlySpan<byte> Id { get; set; }

    /// <summary>The vendor, where its id was written as this program writes it.</summary>
    public Vendor? Vendor { get; set; }

    /// <summary>The vendor's id where it was written in any other way; it may be nobody's.</summary>
    public string? VendorId { get; set; }

    /// <summary>The HTTP status; 0 where it is not known.</summary>
    public int Status { get; set; }

    public string? Method { get; set; }

    public string? Path { get; set; }

    public DateTimeOffset? ReceivedAt { get; set; }

    public List<KeyValuePair<string, IEnumerable<string>>>? Headers { get; set; }

    public ReadOnlySpan<byte> Body { get; set; }
}
