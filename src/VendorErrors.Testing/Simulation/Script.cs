using VendorErrors.Rules;

namespace VendorErrors.Testing.Simulation;

/// <summary>What is to happen to the requests to come: steps in order, chances, outages.</summary>
internal sealed class Script(Vendor vendor, int seed, DateTimeOffset start)
{
    private readonly List<Entry> _steps = [];
    private readonly List<(double Probability, Entry Entry)> _chances = [];
    private readonly List<(DateTimeOffset From, DateTimeOffset Until, SimulatedStep Step)> _outages = [];
#pragma warning disable CA5394 // Chances of a test, to be the same in each run; nothing secret.
    private readonly Random _random = new(seed);
#pragma warning restore CA5394

    public void Add(SimulatedStep step) => _steps.Add(EntryOf(step));

    public void AddChance(double probability, SimulatedStep step) =>
        _chances.Add((probability is >= 0 and <= 1 ? probability : throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability is from 0 to 1."), EntryOf(step)));

    public void AddOutage(TimeSpan from, TimeSpan length, SimulatedStep step)
    {
        if (from < TimeSpan.Zero || length <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(length), length, "An outage begins now or later, and lasts for a time above zero.");
        }

        _outages.Add((start + from, start + from + length, EntryOf(step).Step));
    }

    /// <summary>The step of an outage; null where the vendor is up.</summary>
    public SimulatedStep? OutageAt(DateTimeOffset now) => _outages.Find(outage => outage.From <= now && now < outage.Until).Step;

    /// <summary>The step for a request, used up; null where none is kept for it. Requests for credentials get only what names them.</summary>
    public SimulatedStep? Take(ReceivedRequest request, bool isCredential)
    {
        Entry? entry = _steps.Find(known => known.IsFor(request, isCredential));
        if (entry is null)
        {
            return isCredential ? null : Draw(request);
        }

        if (--entry.Left == 0)
        {
            _steps.Remove(entry);
        }

        return entry.Step;
    }

    private SimulatedStep? Draw(ReceivedRequest request)
    {
        SimulatedStep? drawn = null;
        foreach ((double probability, Entry entry) in _chances)
        {
            // Drawn for each, wanted or not, so that one chance more does not move the others.
#pragma warning disable CA5394 // As above.
            bool happens = _random.NextDouble() < probability;
#pragma warning restore CA5394
            drawn ??= happens && entry.IsFor(request, isCredential: false) ? entry.Step : null;
        }

        return drawn;
    }

    private Entry EntryOf(SimulatedStep step)
    {
        _ = step ?? throw new ArgumentNullException(nameof(step));
        return StepCheck.FaultOf(vendor, step) is { } fault ? throw new ArgumentException(fault, nameof(step)) : new Entry(step);
    }

    private sealed class Entry(SimulatedStep step)
    {
        private readonly OperationPattern? _only = step.Operation is null ? null : new OperationPattern(step.Operation);

        public SimulatedStep Step { get; } = step;

        public int Left { get; set; } = step.Count;

        public bool IsFor(ReceivedRequest request, bool isCredential) => _only is null ? !isCredential : _only.Matches(request.Method, request.Path);
    }
}
