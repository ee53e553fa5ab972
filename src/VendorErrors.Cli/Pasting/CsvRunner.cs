using System.Globalization;
using System.Text;
using System.Text.Json;
using VendorErrors.Cli.Batch;
using VendorErrors.Cli.Input;
using VendorErrors.Storage;

namespace VendorErrors.Cli.Pasting;

/// <summary>One record out for each row of a CSV file, in the format of a batch. A row that cannot be read becomes a record with <c>error</c>; the rest goes on.</summary>
internal static class CsvRunner
{
    internal static int Run(CsvTable table, Vendor vendor, VendorRegistry vendors, bool areEvents)
    {
        using Stream output = StandardOutput.Open();
        var json = new JsonLine(JsonLine.BytesOfABatch);
        var judge = new RecordJudge(vendor, vendors, areEvents);
        var writer = new RecordWriter(json);
        var areAllReadable = true;
        try
        {
            for (var i = 0; i < table.Rows.Count; i++)
            {
                areAllReadable &= Judge(table, i, judge, writer);
                output.Write(json.Written);
                json.Clear();
            }
        }
        catch (Exception e) when (StandardOutput.IsClosed(e))
        {
            // Whoever read the records has had enough of them.
            return ExitCodes.Success;
        }

        return areAllReadable ? ExitCodes.Success : ExitCodes.UnreadableLines;
    }

    private static bool Judge(CsvTable table, int index, RecordJudge judge, RecordWriter writer)
    {
        string[] row = table.Rows[index];
        var record = new BatchRecord { Number = index + 1, Place = RecordPlace.Row, Id = IdOf(table, row, index + 1) };
        try
        {
            record.VendorId = TextOf(table, row, "vendor");
            record.Status = TextOf(table, row, "status") is { } status ? StatusArgument.Parse(status) : 0;
            record.Method = TextOf(table, row, "method");
            record.Path = TextOf(table, row, "path");
            record.Body = Encoding.Latin1.GetBytes(table.BodyOf(row));
            judge.Judge(record, writer);
            return true;
        }
        catch (UsageException e)
        {
            writer.Unreadable(record, e.Message);
            return false;
        }
    }

    private static byte[] IdOf(CsvTable table, string[] row, int number) =>
        TextOf(table, row, "id") is { } id ? JsonSerializer.SerializeToUtf8Bytes(id) : Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture));

    private static string? TextOf(CsvTable table, string[] row, string column) => table.Cell(row, column) is { } cell ? Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(cell)) : null;
}
