using System.Globalization;
using System.Text;
using System.Text.Json;
using VendorErrors.Cli.Input;

namespace VendorErrors.Cli.Batch;

/// <summary>Reads the entries of a HAR file as records, and has each judged. An entry that cannot be read is reported to the sink; the rest goes on.</summary>
internal sealed class HarReader(RecordJudge judge, IVerdictSink sink, bool areEvents)
{
    private long _number;

    /// <summary>Whether all entries could be read so far.</summary>
    public bool AllReadable { get; private set; } = true;

    public void Read(JsonElement entry)
    {
        _number++;
        var record = new BatchRecord { Number = _number, Place = RecordPlace.Entry, Id = IdOf(entry, _number) };
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

            judge.Judge(record, sink);
        }
        catch (UsageException e)
        {
            AllReadable = false;
            sink.Unreadable(record, e.Message);
        }
    }

    // Only a text or a number: it goes into one line.
    private static byte[] IdOf(JsonElement entry, long number) => Encoding.UTF8.GetBytes(
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("_id", out JsonElement id) && id.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? id.GetRawText()
            : number.ToString(CultureInfo.InvariantCulture));
}
