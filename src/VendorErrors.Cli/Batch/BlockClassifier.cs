using System.Globalization;
using VendorErrors.Cli.Input;
using VendorErrors.Storage;

namespace VendorErrors.Cli.Batch;

/// <summary>Turns the lines of a block into records of its own buffer. A line that cannot be read becomes a record with <c>error</c>; the rest goes on.</summary>
internal sealed class BlockClassifier(Vendor? fallback, VendorRegistry vendors, bool areEvents)
{
    private readonly BatchRecordReader _reader = new(vendors);
    private readonly RecordWriter _writer = new(fallback, vendors, areEvents);
    private readonly JsonLine _json = new(JsonLine.BytesOfABatch);

    /// <summary>The records of the last block, each with a line end.</summary>
    public ReadOnlySpan<byte> Records => _json.Written;

    /// <summary>Whether all lines of the last block could be read.</summary>
    public bool AllReadable { get; private set; }

    /// <summary>The number of the last line of the last block.</summary>
    public long LastLine { get; private set; }

    public void Classify(Block block)
    {
        _json.Clear();
        AllReadable = true;
        LastLine = block.FirstLine - 1;
        if (block.IsTooLongLine)
        {
            LastLine++;
            WriteTooLong();
        }

        for (ReadOnlySpan<byte> rest = block.Lines; !rest.IsEmpty;)
        {
            int end = rest.IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            LastLine++;
            ClassifyLine(line is [.., (byte)'\r'] ? line[..^1] : line);
        }
    }

    private void ClassifyLine(ReadOnlySpan<byte> line)
    {
        if (line.Length > BlockReader.MaxLineBytes)
        {
            WriteTooLong();
            return;
        }

        // A byte order mark before the first record is no part of it.
        if (LastLine == 1 && line.StartsWith("\uFEFF"u8))
        {
            line = line[3..];
        }

        if (line.ContainsAnyExcept((byte)' ', (byte)'\t'))
        {
            ClassifyRecord(line);
        }
    }

    private void ClassifyRecord(ReadOnlySpan<byte> line)
    {
        var record = default(BatchRecord);
        try
        {
            _reader.Read(line, ref record);
            _writer.Write(_json, record);
        }
        catch (UsageException e)
        {
            WriteError(record.Id.IsEmpty ? BatchRecordReader.FindId(line) : record.Id, e.Message);
        }
    }

    private void WriteTooLong() =>
        WriteError(default, $"the line is longer than {BlockReader.MaxLineBytes.ToString(CultureInfo.InvariantCulture)} bytes");

    private void WriteError(ReadOnlySpan<byte> id, string message)
    {
        AllReadable = false;
        RecordWriter.WriteError(_json, id, ",\"line\":"u8, LastLine, message);
    }
}
