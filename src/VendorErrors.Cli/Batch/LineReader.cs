using System.Globalization;
using VendorErrors.Cli.Input;

namespace VendorErrors.Cli.Batch;

/// <summary>Reads the lines of blocks as records, and has each judged. A line that cannot be read is reported to the sink; the rest goes on.</summary>
internal sealed class LineReader(VendorRegistry vendors, RecordJudge judge, IVerdictSink sink)
{
    private readonly BatchRecordReader _reader = new(vendors);

    /// <summary>Whether all lines of the last block could be read.</summary>
    public bool AllReadable { get; private set; }

    /// <summary>The number of the last line of the last block.</summary>
    public long LastLine { get; private set; }

    public void Read(Block block)
    {
        AllReadable = true;
        LastLine = block.FirstLine - 1;
        if (block.IsTooLongLine)
        {
            LastLine++;
            ReportTooLong();
        }

        for (ReadOnlySpan<byte> rest = block.Lines; !rest.IsEmpty;)
        {
            int end = rest.IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            LastLine++;
            ReadLine(line is [.., (byte)'\r'] ? line[..^1] : line);
        }
    }

    private void ReadLine(ReadOnlySpan<byte> line)
    {
        if (line.Length > BlockReader.MaxLineBytes)
        {
            ReportTooLong();
            return;
        }

        // A byte order mark before the first record is no part of it.
        if (LastLine == 1 && line.StartsWith("\uFEFF"u8))
        {
            line = line[3..];
        }

        if (line.ContainsAnyExcept((byte)' ', (byte)'\t'))
        {
            ReadRecord(line);
        }
    }

    private void ReadRecord(ReadOnlySpan<byte> line)
    {
        var record = new BatchRecord { Number = LastLine };
        try
        {
            _reader.Read(line, ref record);
            judge.Judge(record, sink);
        }
        catch (UsageException e)
        {
            if (record.Id.IsEmpty)
            {
                record.Id = BatchRecordReader.FindId(line);
            }

            Report(record, e.Message);
        }
    }

    private void ReportTooLong() =>
        Report(new BatchRecord { Number = LastLine }, $"the line is longer than {BlockReader.MaxLineBytes.ToString(CultureInfo.InvariantCulture)} bytes");

    private void Report(in BatchRecord record, string message)
    {
        AllReadable = false;
        sink.Unreadable(record, message);
    }
}
