namespace VendorErrors.Cli.Batch;

/// <summary>What holds a record in its input.</summary>
internal enum RecordPlace
{
    /// <summary>A line of a batch.</summary>
    Line = 0,

    /// <summary>An entry of a HAR file.</summary>
    Entry = 1,

    /// <summary>A row of a CSV file.</summary>
    Row = 2,
}
