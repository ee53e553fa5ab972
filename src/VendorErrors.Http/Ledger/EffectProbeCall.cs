namespace VendorErrors.Http;

/// <summary>A call of which nobody knows whether it happened.</summary>
/// <param name="Vendor">Its vendor.</param>
/// <param name="CallId">Its id, as given to <c>SetCallId</c>.</param>
/// <param name="Request">The request as it was delivered again, to be read only: not to be sent, changed or disposed.</param>
/// <param name="SentAt">When it was sent, by the clock of the process that sent it. Allow for clocks that disagree.</param>
public sealed record EffectProbeCall(Vendor Vendor, string CallId, HttpRequestMessage Request, DateTimeOffset SentAt)
{
    /// <summary>Vendor and masked id; safe to log.</summary>
    public override string ToString() => $"{Vendor.Id} {Redactor.Text(CallId)}";
}
