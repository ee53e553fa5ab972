using VendorErrors.Retries;

namespace VendorErrors.Http;

/// <summary>One attempt of a request: what it came to, and what was decided about it. Immutable.</summary>
/// <param name="Result">What the answer, or the failure of the transport, means.</param>
/// <param name="Decision">Whether it was sent again, after which wait, or why not.</param>
public readonly record struct VendorAttempt(VendorResult Result, RetryDecision Decision)
{
    /// <summary>Category or outcome, code and decision; nothing of the vendor's words.</summary>
    public override string ToString() => $"{Result}; {Decision}";
}
