using VendorErrors.Comparison.Stage;
using VendorErrors.Comparison.Traffic;

namespace VendorErrors.Comparison.Measures;

/// <summary>The calls of one purpose that write and are GETs, as far as they were sent again.</summary>
/// <param name="SentAgain">How many were.</param>
/// <param name="AfterExecution">How many of these the vendor had executed before.</param>
internal sealed record WritingGets(int SentAgain, int AfterExecution)
{
    internal static WritingGets Of(CampaignReport report, CallPurpose purpose)
    {
        CallReport[] calls =
        [
            .. report.Calls.Where(call => call.Call.Api.Purpose == purpose && string.Equals(call.Call.Api.Method, "GET", StringComparison.Ordinal) && call.Requests.Count > 1),
        ];
        return new(calls.Length, calls.Count(call => call.Requests.SkipLast(1).Any(request => request.IsExecuted)));
    }
}
