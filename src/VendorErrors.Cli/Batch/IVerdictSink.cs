using VendorErrors.Retries;

namespace VendorErrors.Cli.Batch;

/// <summary>Takes what each record of an input means, one after the other.</summary>
internal interface IVerdictSink
{
    /// <summary>An answer of a vendor.</summary>
    void Answer(in BatchRecord record, Vendor vendor, in VendorResult result, RetryDecision decision);

    /// <summary>What a vendor sent later; a record may have several.</summary>
    void Event(in BatchRecord record, VendorEvent read);

    /// <summary>A record that cannot be read.</summary>
    void Unreadable(in BatchRecord record, string message);
}
