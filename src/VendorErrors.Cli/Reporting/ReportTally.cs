using System.Globalization;
using VendorErrors.Cli.Batch;
using VendorErrors.Cli.Output;
using VendorErrors.Retries;
using VendorErrors.Storage;

namespace VendorErrors.Cli.Reporting;

/// <summary>Counts what records mean. Its memory is bounded, however long the input is: it keeps counts, and the first records of each.</summary>
internal sealed class ReportTally(IReadOnlyList<string> files) : IVerdictSink
{
    private const int MostCodes = 10_000;
    private const int MostListed = 100;
    private const int LongestWords = 300;

    private readonly Dictionary<string, VendorTally> _vendors = [];
    private readonly Dictionary<VendorOutcome, long> _outcomes = [];
    private readonly Dictionary<ErrorCategory, long> _categories = [];
    private readonly Dictionary<Effect, long> _effects = [];
    private readonly Dictionary<string, long> _decisions = [];
    private readonly Dictionary<EventState, long> _states = [];
    private readonly Dictionary<(string Vendor, string? Code, ErrorCategory? Category), CodeTally> _codes = [];
    private readonly List<ReportExample> _effectUnknown = [];
    private readonly List<UnreadableRecord> _unreadable = [];
    private readonly Timeline _timeline = new();
    private long _answers;
    private long _failures;
    private long _events;
    private long _unreadableCount;
    private long _effectUnknownCount;

    /// <summary>The file that is read.</summary>
    internal string File { get; set; } = string.Empty;

    public void Answer(in BatchRecord record, Vendor vendor, in VendorResult result, RetryDecision decision)
    {
        bool isFailure = result.IsFailure || result.Outcome == VendorOutcome.PartialSuccess;
        VendorTally counts = TallyOf(vendor);
        counts.Answers++;
        _answers++;
        Count(_outcomes, result.Outcome);
        if (record.ReceivedAt is { } time)
        {
            _timeline.Add(time, isFailure);
        }

        if (isFailure)
        {
            counts.Failures++;
            Failure(record, vendor, result, decision, counts);
        }
    }

    public void Event(in BatchRecord record, VendorEvent read)
    {
        VendorTally counts = TallyOf(read.Vendor);
        counts.Events++;
        counts.EventFailures += read.Outcome == VendorOutcome.Failure ? 1 : 0;
        _events++;
        Count(_states, read.State);
    }

    public void Unreadable(in BatchRecord record, string message)
    {
        _unreadableCount++;
        if (_unreadable.Count < MostListed)
        {
            _unreadable.Add(new UnreadableRecord(PlaceOf(record), Redactor.Text(message)));
        }
    }

    internal NightReport ToReport() => new()
    {
        Files = files,
        From = _timeline.From,
        To = _timeline.To,
        Answers = _answers,
        Failures = _failures,
        Events = _events,
        Unreadable = _unreadableCount,
        UnreadableExamples = _unreadable,
        EffectUnknown = _effectUnknownCount,
        EffectUnknownExamples = _effectUnknown,
        Vendors = [.. _vendors.Select(pair => pair.Value.ToCount(pair.Key)).OrderByDescending(count => count.Failures + count.EventFailures).ThenBy(count => count.Vendor, StringComparer.Ordinal)],
        Outcomes = Ordered(_outcomes, SnakeCase.Of),
        Categories = Ordered(_categories, SnakeCase.Of),
        Effects = Ordered(_effects, SnakeCase.Of),
        Decisions = Ordered(_decisions, name => name),
        EventStates = Ordered(_states, SnakeCase.Of),
        Codes = [.. _codes.Values.Select(tally => tally.ToCount()).OrderByDescending(count => count.Count).ThenBy(count => count.Vendor, StringComparer.Ordinal).ThenBy(count => count.Code, StringComparer.Ordinal)],
        IntervalMinutes = _timeline.Minutes,
        Intervals = _timeline.ToIntervals(),
    };

    private void Failure(in BatchRecord record, Vendor vendor, in VendorResult result, RetryDecision decision, VendorTally counts)
    {
        // A read may be sent again whatever it did; only a write whose effect is unknown leaves a question.
        bool isOpen = decision.StopReason is StopReason.EffectUnknown or StopReason.EffectPartial;
        _failures++;
        Count(_effects, result.Effect);
        Count(_decisions, decision.Action == RetryAction.Stop ? SnakeCase.Of(decision.StopReason) : SnakeCase.Of(decision.Action));
        if (result.Category is { } category)
        {
            Count(_categories, category);
        }

        CodeTally tally = TallyOf(vendor, result, decision);
        bool isListed = isOpen && _effectUnknown.Count < MostListed;
        ReportExample? example = tally.WantsExample || isListed ? ExampleOf(record, vendor, result) : null;
        tally.Add(isOpen, example);
        if (isOpen)
        {
            counts.EffectUnknown++;
            _effectUnknownCount++;
        }

        if (isListed)
        {
            _effectUnknown.Add(example!);
        }
    }

    private VendorTally TallyOf(Vendor vendor)
    {
        if (!_vendors.TryGetValue(vendor.Id, out VendorTally? tally))
        {
            _vendors[vendor.Id] = tally = new VendorTally();
        }

        return tally;
    }

    private CodeTally TallyOf(Vendor vendor, in VendorResult result, RetryDecision decision)
    {
        string? code = result.Code is { } own ? Redactor.Code(own, vendor) : null;
        if (!_codes.TryGetValue((vendor.Id, code, result.Category), out CodeTally? tally))
        {
            // What comes after so many codes is counted together.
            code = _codes.Count < MostCodes ? code : "…";
            if (!_codes.TryGetValue((vendor.Id, code, result.Category), out tally))
            {
                _codes[(vendor.Id, code, result.Category)] = tally = new CodeTally(vendor, code, result, result.Answer?.Advice ?? decision.Advice);
            }
        }

        return tally;
    }

    private ReportExample ExampleOf(in BatchRecord record, Vendor vendor, in VendorResult result) => new(
        PlaceOf(record),
        record.ReceivedAt,
        record.Status == 0 ? null : record.Status,
        record.Path is { } path ? $"{record.Method} {Redactor.PathText(path, vendor)}".TrimStart() : record.Method,
        result.Answer?.Message is { } words ? Cut(Redactor.Text(words)) : null);

    private string PlaceOf(in BatchRecord record) => string.Create(CultureInfo.InvariantCulture, $"{File}:{record.Number}");

    private static string Cut(string words) => words.Length <= LongestWords ? words : words[..LongestWords] + "…";

    private static void Count<T>(Dictionary<T, long> counts, T value)
        where T : notnull => counts[value] = counts.GetValueOrDefault(value) + 1;

    private static IReadOnlyList<NamedCount> Ordered<T>(Dictionary<T, long> counts, Func<T, string> name)
        where T : notnull => [.. counts.Select(pair => new NamedCount(name(pair.Key), pair.Value)).OrderByDescending(count => count.Count).ThenBy(count => count.Name, StringComparer.Ordinal)];
}
