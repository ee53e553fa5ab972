using VendorErrors.Retries;
using VendorErrors.Storage;

namespace VendorErrors.Cli.Batch;

/// <summary>Writes what each record means as a line of JSON under the record's id.</summary>
internal sealed class RecordWriter(JsonLine json) : IVerdictSink
{
    private static readonly VendorJsonOptions s_format = new() { IncludeVendorWords = true };

    public void Answer(in BatchRecord record, Vendor vendor, in VendorResult result, RetryDecision decision)
    {
        ResultFormat.Write(json, record.Id, vendor, result, decision, s_format);
        json.Raw("\n"u8);
    }

    public void Event(in BatchRecord record, VendorEvent read)
    {
        EventFormat.Write(json, record.Id, read, s_format);
        json.Raw("\n"u8);
    }

    public void Unreadable(in BatchRecord record, string message)
    {
        ResultFormat.WriteId(json, record.Id);
        json.Number(record.Place switch { RecordPlace.Entry => ",\"entry\":"u8, RecordPlace.Row => ",\"row\":"u8, _ => ",\"line\":"u8 }, record.Number);
        json.Text(",\"error\":"u8, message);
        json.Raw("}\n"u8);
    }
}
