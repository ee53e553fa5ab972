using System.Globalization;
using System.Text.Json;
using VendorErrors.Cli.Input;
using VendorErrors.Cli.Output;
using VendorErrors.Retries;

namespace VendorErrors.Cli.Batch;

/// <summary>One record a line in, one a line out, in the same order. A line that cannot be read becomes a record with <c>error</c>; the rest goes on.</summary>
internal static class BatchRunner
{
    private const int OutputBlockBytes = 64 * 1024;

    internal static int Run(string file, Vendor? fallback)
    {
        using Stream input = InputFile.Open(file);
        using Stream output = Console.OpenStandardOutput();
        using var progress = BatchProgress.Start(input.CanSeek ? input.Length : null);
        return Run(input, output, fallback, progress) ? ExitCodes.Success : ExitCodes.UnreadableLines;
    }

    private static bool Run(Stream input, Stream output, Vendor? fallback, BatchProgress progress)
    {
        var lines = new LineReader(input);
        var record = new BatchRecord();
        using var buffer = new MemoryStream(OutputBlockBytes * 2);
        using var json = new Utf8JsonWriter(buffer, JsonOutput.Compact);
        var allRead = true;
        while (lines.TryRead(out ReadOnlySpan<byte> line, out bool tooLong))
        {
            if (!tooLong && line.TrimStart(" \t"u8).IsEmpty)
            {
                continue;
            }

            try
            {
                if (tooLong)
                {
                    throw new UsageException($"the line is longer than {LineReader.MaxLineBytes.ToString(CultureInfo.InvariantCulture)} bytes");
                }

                // A byte order mark before the first record is no part of it.
                BatchRecordReader.Read(lines.LineNumber == 1 && line.StartsWith("\uFEFF"u8) ? line[3..] : line, record);
                WriteResult(json, record, fallback);
            }
            catch (UsageException e)
            {
                allRead = false;
                record.Id = record.Id.Length > 0 ? record.Id : BatchRecordReader.FindId(line);
                WriteError(json, record, lines.LineNumber, e.Message);
            }

            json.Flush();
            json.Reset();
            buffer.WriteByte((byte)'\n');
            if (buffer.Length >= OutputBlockBytes)
            {
                Drain(buffer, output);
                progress.Report(lines.BytesRead, lines.LineNumber);
            }
        }

        Drain(buffer, output);
        progress.Report(lines.BytesRead, lines.LineNumber);
        return allRead;
    }

    private static void WriteResult(Utf8JsonWriter json, BatchRecord record, Vendor? fallback)
    {
        Vendor vendor = record.Vendor is { } id
            ? VendorArgument.Parse(id)
            : fallback ?? throw new UsageException("the record names no vendor, and --vendor is not given");
        var response = new VendorResponse(record.Status, record.Body)
        {
            Method = record.Method,
            Path = record.Path,
            Headers = record.Headers,
            ReceivedAt = record.ReceivedAt,
        };
        VendorResult result = vendor.Explain(response);
        RetryDecision decision = RetryPolicy.Decide(result, vendor.Operation(record.Method, record.Path));
        ResultJson.Write(json, record.Id, vendor, result, decision);
    }

    private static void WriteError(Utf8JsonWriter json, BatchRecord record, long line, string message)
    {
        json.WriteStartObject();
        ResultJson.WriteId(json, record.Id);
        json.WriteNumber("line"u8, line);
        json.WriteString("error"u8, message);
        json.WriteEndObject();
    }

    private static void Drain(MemoryStream buffer, Stream output)
    {
        output.Write(buffer.GetBuffer(), 0, (int)buffer.Length);
        buffer.SetLength(0);
    }
}
