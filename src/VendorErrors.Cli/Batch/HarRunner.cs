using System.Globalization;
using System.Text;
using System.Text.Json;
using VendorErrors.Cli.Input;
using VendorErrors.Storage;

namespace VendorErrors.Cli.Batch;

/// <summary>One record out for each entry of a HAR file, in the format of a batch. An entry that cannot be read becomes a record with <c>error</c>; the rest goes on.</summary>
internal static class HarRunner
{
    internal static int Run(byte[] file, Vendor? vendor, VendorRegistry vendors, bool areEvents)
    {
        _ = vendor ?? throw new UsageException("--vendor is missing; a HAR file does not say whose entries it holds");
        if (areEvents)
        {
            EventInput.RequireEvents(vendor);
        }

        using JsonDocument har = HarFile.Parse(file);
        using Stream output = StandardOutput.Open();
        try
        {
            return WriteAll(HarFile.EntriesOf(har), output, new RecordWriter(vendor, vendors, areEvents), areEvents) ? ExitCodes.Success : ExitCodes.UnreadableLines;
        }
        catch (Exception e) when (StandardOutput.IsClosed(e))
        {
            // Whoever read the records has had enough of them.
            return ExitCodes.Success;
        }
    }

    private static bool WriteAll(JsonElement.ArrayEnumerator entries, Stream output, RecordWriter writer, bool areEvents)
    {
        var json = new JsonLine(JsonLine.BytesOfABatch);
        var number = 0;
        var areAllReadable = true;
        foreach (JsonElement entry in entries)
        {
            areAllReadable &= Write(json, entry, ++number, writer, areEvents);
            output.Write(json.Written);
            json.Clear();
        }

        return areAllReadable;
    }

    private static bool Write(JsonLine json, JsonElement entry, int number, RecordWriter writer, bool areEvents)
    {
        var record = new BatchRecord { Id = IdOf(entry, number) };
        try
        {
            if (areEvents)
            {
                HarEntry.ReadEvent(entry, ref record);
            }
            else
            {
                HarEntry.ReadAnswer(entry, ref record);
            }

            writer.Write(json, record);
            return true;
        }
        catch (UsageException e)
        {
            RecordWriter.WriteError(json, record.Id, ",\"entry\":"u8, number, e.Message);
            return false;
        }
    }

    // Only a text or a number: it goes into one line.
    private static byte[] IdOf(JsonElement entry, int number) => Encoding.UTF8.GetBytes(
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("_id", out JsonElement id) && id.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? id.GetRawText()
            : number.ToString(CultureInfo.InvariantCulture));
}
