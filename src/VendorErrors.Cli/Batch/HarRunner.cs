using System.Text.Json;
using VendorErrors.Cli.Input;
using VendorErrors.Storage;

namespace VendorErrors.Cli.Batch;

/// <summary>One record out for each entry of a HAR file, in the format of a batch.</summary>
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
        var json = new JsonLine(JsonLine.BytesOfABatch);
        var reader = new HarReader(new RecordJudge(vendor, vendors, areEvents), new RecordWriter(json), areEvents);
        try
        {
            foreach (JsonElement entry in HarFile.EntriesOf(har))
            {
                reader.Read(entry);
                output.Write(json.Written);
                json.Clear();
            }
        }
        catch (Exception e) when (StandardOutput.IsClosed(e))
        {
            // Whoever read the records has had enough of them.
            return ExitCodes.Success;
        }

        return reader.AllReadable ? ExitCodes.Success : ExitCodes.UnreadableLines;
    }
}
