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
        try
        {
            return WriteAll(table, output, new RecordWriter(vendor, vendors, areEvents)) ? ExitCodes.Success : ExitCodes.UnreadableLines;
        }
        catch (Exception e) when (StandardOutput.IsClosed(e))
        {
            // Whoever read the records has had enough of them.
            return ExitCodes.Success;
        }
    }

    private static bool WriteAll(CsvTable table, Stream output, RecordWriter writer)
    {
        var json = new JsonLine(JsonLine.BytesOfABatch);
        var areAllReadable = true;
        for (var i = 0; i < table.Rows.Count; i++)
        {
            areAllReadable &= Write(json, table, i, writer);
            output.Write(json.Written);
            json.Clear();
        }

        return areAllReadable;
    }

    private static bool Write(JsonLine json, CsvTable table, int index, RecordWriter writer)
    {
        string[] row = table.Rows[index];
        var record = new BatchRecord { Id = IdOf(table, row, index + 1) };
        try
        {
            record.VendorId = TextOf(table, row, "vendor");
            record.Status = TextOf(table, row, "status") is { } status ? StatusArgument.Parse(status) : 0;
            record.Method = TextOf(table, row, "method");
            record.Path = TextOf(table, row, "path");
            record.Body = Encoding.Latin1.GetBytes(table.BodyOf(row));
            writer.Write(json, record);
            return true;
        }
        catch (UsageException e)
        {
            RecordWriter.WriteError(json, record.Id, ",\"row\":"u8, index + 1, e.Message);
            return false;
        }
    }

    private static byte[] IdOf(CsvTable table, string[] row, int number) =>
        TextOf(table, row, "id") is { } id ? JsonSerializer.SerializeToUtf8Bytes(id) : Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture));

    private static string? TextOf(CsvTable table, string[] row, string column) => table.Cell(row, column) is { } cell ? Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(cell)) : null;
}
