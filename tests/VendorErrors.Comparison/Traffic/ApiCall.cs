namespace VendorErrors.Comparison.Traffic;

/// <summary>A request of an application to a vendor's API, as a pattern: <c>{n}</c> is the number of the call, <c>{to}</c> its customer.</summary>
/// <param name="Weight">How often, among the requests to this vendor.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Path and query.</param>
/// <param name="Body">The body, where there is one.</param>
internal sealed record ApiCall(int Weight, CallPurpose Purpose, string Method, string Path, string? Body = null)
{
    /// <summary>The vendor's host for it, in front of the vendor's name.</summary>
    /// <value>Default: the only one.</value>
    public string? Host { get; init; }

    /// <summary>The wrong to send it twice is the customer's or the account's: whoever asks twice gets it twice.</summary>
    public bool IsPlainWrite => Purpose is CallPurpose.Dial or CallPurpose.Send or CallPurpose.Create or CallPurpose.CheckCode;
}
