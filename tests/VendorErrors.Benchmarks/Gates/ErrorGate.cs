using VendorErrors.Benchmarks.Bodies;
using VendorErrors.Benchmarks.Comparators;
using VendorErrors.Benchmarks.Measuring;

namespace VendorErrors.Benchmarks.Gates;

/// <summary>What P7 and P8 share: the bodies, the library's way, and what counts as agreement.</summary>
internal static class ErrorGate
{
    public static (double Time, double Bytes) Compare(PairRunner runner, string work, Func<ErrorAnswer, HandWrittenError> other)
    {
        ErrorAnswer[] answers = ErrorAnswers.Mixed();
        Agreement.Check(work, answers, answer => Summary(ErrorReading.Classify(answer).Error!), answer => Summary(other(answer)));
        var ours = Candidate.Each("Vendor.Classify", answers, static answer =>
        {
            VendorResult result = ErrorReading.Classify(answer);
            Sink.Object = result.Error;
            return (int)result.Outcome;
        });
        var theirs = Candidate.Each(work, answers, answer =>
        {
            HandWrittenError error = other(answer);
            Sink.Object = error;
            return (int)error.Category;
        });
        double time = runner.Compare(ours, theirs).Ratios[0];
        return (time, Allocation.PerCall(ours) / Allocation.PerCall(theirs));
    }

    // A wait counts where the sentence holds one; the library adds those of the catalog.
    private static string Summary(VendorError error) =>
        FormattableString.Invariant($"{error.Category} {error.Code} {string.Join('|', error.Messages)} {(error.Retry.WaitSource == WaitSource.MessageText ? error.Retry.MinimumWait : null)} {error.CorrelationId}");

    private static string Summary(HandWrittenError error) =>
        FormattableString.Invariant($"{error.Category} {error.Code} {string.Join('|', error.Messages)} {error.Wait} {error.CorrelationId}");
}
