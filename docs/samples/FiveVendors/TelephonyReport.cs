using VendorErrors;
using VendorErrors.Retries;

namespace FiveVendors;

/// <summary>What came of it, in the same words for every vendor.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Result">What the answer means.</param>
/// <param name="Decision">What was decided about it.</param>
internal sealed record TelephonyReport(int Status, VendorResult Result, RetryDecision Decision);
