using VendorErrors.Cli.Input;
using VendorErrors.Retries;
using VendorErrors.Storage;

namespace VendorErrors.Cli.Batch;

/// <summary>Writes what a record means, each with a line end: the verdict on an answer, or every event of a body under the record's id.</summary>
internal sealed class RecordWriter(Vendor? fallback, VendorRegistry vendors, bool areEvents)
{
    private static readonly VendorJsonOptions s_format = new() { IncludeVendorWords = true };

    internal void Write(JsonLine json, in BatchRecord record)
    {
        Vendor vendor = record.VendorId is { } id
            ? VendorArgument.Parse(id, vendors)
            : record.Vendor ?? fallback ?? throw new UsageException("the record names no vendor, and --vendor is not given");
        var response = new VendorResponse(record.Status, record.Body)
        {
            Method = record.Method,
            Path = record.Path,
            Headers = record.Headers,
            ContentType = record.ContentType,
            ReceivedAt = record.ReceivedAt,
        };
        if (record.IsEvent ?? (areEvents || EventInput.IsEvent(vendor, response)))
        {
            WriteEvents(json, record, vendor);
            return;
        }

        if (record.Status == 0 && record.Body.IsEmpty)
        {
            throw new UsageException("the record has neither body nor status");
        }

        VendorResult result = vendor.Explain(response);
        RetryDecision decision = VendorRetryPolicy.Decide(result, vendor.Operation(record.Method, record.Path));
        ResultFormat.Write(json, record.Id, vendor, result, decision, s_format);
        json.Raw("\n"u8);
    }

    /// <summary>The record of what could not be read.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="id">Its id as JSON; empty for null.</param>
    /// <param name="place">The name of its place in the input, with its punctuation.</param>
    /// <param name="number">The place, counted from 1.</param>
    /// <param name="message">Why.</param>
    internal static void WriteError(JsonLine json, ReadOnlySpan<byte> id, ReadOnlySpan<byte> place, long number, string message)
    {
        ResultFormat.WriteId(json, id);
        json.Number(place, number);
        json.Text(",\"error\":"u8, message);
        json.Raw("}\n"u8);
    }

    private static void WriteEvents(JsonLine json, in BatchRecord record, Vendor vendor)
    {
        foreach (VendorEvent read in EventInput.Read(vendor, record.Body, EventInput.WithContentType(record.Headers, record.ContentType)))
        {
            EventFormat.Write(json, record.Id, read, s_format);
            json.Raw("\n"u8);
        }
    }
}
