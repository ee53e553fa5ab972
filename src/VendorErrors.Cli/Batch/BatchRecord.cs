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

    /// <summary>The <c>Content-Type</c>, where it is not among the headers.</summary>
    public string? ContentType { get; set; }

    public ReadOnlySpan<byte> Body { get; set; }

    /// <summary>Its number in the input, counted from 1.</summary>
    public long Number { get; set; }

    /// <summary>What <see cref="Number"/> counts.</summary>
    public RecordPlace Place { get; set; }

    /// <summary>Whether the body is what the vendor sent later, and no answer; null where the record does not say.</summary>
    public bool? IsEvent { get; set; }
}
