using VendorErrors;

namespace EventReceiverSample;

/// <summary>A call, and the event that says where it is.</summary>
/// <param name="vendor">Who makes it.</param>
/// <param name="callId">The caller's own id of it.</param>
internal sealed class TrackedCall(Vendor vendor, string callId)
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal) { callId };

    public string CallId { get; } = callId;

    /// <summary>The event that counts; null before the first one.</summary>
    public VendorEvent? Last { get; internal set; }

    /// <summary>Whether an end has come, on which the program has decided.</summary>
    public bool HasEnded { get; internal set; }

    /// <summary>One more id: that of the answer.</summary>
    public void Know(string id) => _ids.Add(id);

    /// <summary>Whether an event is about the call, or about a part of it.</summary>
    public bool IsConcernedBy(VendorEvent seen) => string.Equals(seen.Vendor.Id, vendor.Id, StringComparison.Ordinal) && _ids.Any(seen.Concerns);

    /// <summary>Whether an event is about the call itself, and not only about a leg of it.</summary>
    public bool IsSubjectOf(VendorEvent seen) =>
        (seen.SubjectId is { } subject && _ids.Contains(subject)) || (seen.ClientReference is { } reference && _ids.Contains(reference));
}
