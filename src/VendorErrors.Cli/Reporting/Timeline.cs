namespace VendorErrors.Cli.Reporting;

/// <summary>Counts answers over time in bounded memory: where there are too many intervals, each becomes twice as long.</summary>
internal sealed class Timeline
{
    private const int MostIntervals = 200;

    private Dictionary<long, (long Answers, long Failures)> _intervals = [];

    /// <summary>How long an interval is.</summary>
    internal int Minutes { get; private set; } = 1;

    internal DateTimeOffset? From { get; private set; }

    internal DateTimeOffset? To { get; private set; }

    internal void Add(DateTimeOffset time, bool isFailure)
    {
        From = From is null || time < From ? time : From;
        To = To is null || time > To ? time : To;
        Add(_intervals, NumberOf(time), 1, isFailure ? 1 : 0);
        while (_intervals.Count > MostIntervals)
        {
            Widen();
        }
    }

    internal IReadOnlyList<Interval> ToIntervals() =>
        [.. _intervals.OrderBy(pair => pair.Key).Select(pair => new Interval(new DateTimeOffset(pair.Key * Minutes * TimeSpan.TicksPerMinute, TimeSpan.Zero), pair.Value.Answers, pair.Value.Failures))];

    private static void Add(Dictionary<long, (long Answers, long Failures)> intervals, long number, long answers, long failures)
    {
        (long Answers, long Failures) known = intervals.GetValueOrDefault(number);
        intervals[number] = (known.Answers + answers, known.Failures + failures);
    }

    private void Widen()
    {
        Dictionary<long, (long Answers, long Failures)> wider = [];
        foreach ((long number, (long answers, long failures)) in _intervals)
        {
            Add(wider, number / 2, answers, failures);
        }

        _intervals = wider;
        Minutes *= 2;
    }

    private long NumberOf(DateTimeOffset time) => time.UtcTicks / TimeSpan.TicksPerMinute / Minutes;
}
