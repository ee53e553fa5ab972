using VendorErrors.Storage;

namespace VendorErrors.Cli.Batch;

/// <summary>Turns the lines of a block into records of its own buffer. Each thread of a batch has one.</summary>
internal sealed class BatchWorker
{
    private readonly JsonLine _json = new(JsonLine.BytesOfABatch);
    private readonly LineReader _lines;

    internal BatchWorker(Vendor? fallback, VendorRegistry vendors, bool areEvents) =>
        _lines = new LineReader(vendors, new RecordJudge(fallback, vendors, areEvents), new RecordWriter(_json));

    /// <summary>The records of the last block, each with a line end.</summary>
    public ReadOnlySpan<byte> Records => _json.Written;

    /// <inheritdoc cref="LineReader.AllReadable"/>
    public bool AllReadable => _lines.AllReadable;

    /// <inheritdoc cref="LineReader.LastLine"/>
    public long LastLine => _lines.LastLine;

    public void Classify(Block block)
    {
        _json.Clear();
        _lines.Read(block);
    }
}
