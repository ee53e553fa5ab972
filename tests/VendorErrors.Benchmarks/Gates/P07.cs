using VendorErrors.Benchmarks.Bodies;
using VendorErrors.Benchmarks.Comparators;
using VendorErrors.Benchmarks.Measuring;

namespace VendorErrors.Benchmarks.Gates;

/// <summary>
/// The whole way from bytes to an error object with its texts. The others keep less: no evidence, no effect, no advice, no tolerance; they
/// are what a careful person would write for these bodies and no others.
/// </summary>
internal sealed class P07() : Gate(7, "error, five shapes mixed")
{
    public override IReadOnlyList<Figure> Measure(PairRunner runner)
    {
        ErrorAnswer[] answers = ErrorAnswers.Mixed();
        Agreement.Check(Work, answers, answer => Summary(ErrorReading.Classify(answer).Error!), answer => Summary(ErrorReading.Pocos(answer)), answer => Summary(ErrorReader.Read(answer)));
        Agreement.Check(Work, answers, answer => string.Join('|', ErrorReading.Pocos(answer).Fields), answer => string.Join('|', ErrorReader.Read(answer).Fields));
        var ours = Candidate.Each("Vendor.Classify", answers, static answer =>
        {
            VendorResult result = ErrorReading.Classify(answer);
            Sink.Object = result.Error;
            return (int)result.Outcome;
        });
        Candidate pocos = HandWritten("POCO + switch + regex", answers, ErrorReading.Pocos);
        Candidate reader = HandWritten("Utf8JsonReader + switch", answers, ErrorReader.Read);
        double[] ratios = runner.Compare(ours, pocos, reader).Ratios;
        return
        [
            new Figure("÷ source-generated POCO + switch + generated regex", ratios[0]) { Bar = 1.2 },
            new Figure("bytes ÷ the same", Allocation.PerCall(ours) / Allocation.PerCall(pocos)) { Bar = 0.60, Stretch = 0.40 },
            new Figure("÷ hand-written Utf8JsonReader + switch", ratios[1]),
            new Figure("bytes ÷ the same reader", Allocation.PerCall(ours) / Allocation.PerCall(reader)),
        ];
    }

    private static Candidate HandWritten(string name, ErrorAnswer[] answers, Func<ErrorAnswer, HandWrittenError> read) => Candidate.Each(name, answers, answer =>
    {
        HandWrittenError error = read(answer);
        Sink.Object = error;
        return (int)error.Category;
    });

    // A wait counts where the sentence holds one; the library adds those of the catalog.
    private static string Summary(VendorError error) =>
        FormattableString.Invariant($"{error.Category} {error.Code} {string.Join('|', error.Messages)} {(error.Retry.WaitSource == WaitSource.MessageText ? error.Retry.MinimumWait : null)} {error.CorrelationId}");

    private static string Summary(HandWrittenError error) =>
        FormattableString.Invariant($"{error.Category} {error.Code} {string.Join('|', error.Messages)} {error.Wait} {error.CorrelationId}");
}
