using VendorErrors.Cli.Input;
using VendorErrors.Retries;

namespace VendorErrors.Cli.Batch;

/// <summary>Says what a record means: the verdict on an answer, or every event of a body.</summary>
internal sealed class RecordJudge(Vendor? fallback, VendorRegistry vendors, bool areEvents)
{
    /// <summary>Throws <see cref="UsageException"/> where the record names no vendor, or its body can be nothing of that vendor.</summary>
    internal void Judge(in BatchRecord record, IVerdictSink sink)
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
            foreach (VendorEvent read in EventInput.Read(vendor, record.Body, EventInput.WithContentType(record.Headers, record.ContentType)))
            {
                sink.Event(record, read);
            }

            return;
        }

        if (record.Status == 0 && record.Body.IsEmpty)
        {
            throw new UsageException("the record has neither body nor status");
        }

        VendorResult result = vendor.Explain(response);
        sink.Answer(record, vendor, result, VendorRetryPolicy.Decide(result, vendor.Operation(record.Method, record.Path)));
    }
}
