using VendorErrors.Retries;

namespace VendorErrors.Http;

/// <summary>What the last attempt of a request came to, kept on the request.</summary>
internal sealed record VendorOutcome(VendorResult Result, RetryDecision Decision);
