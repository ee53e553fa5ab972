using VendorErrors.Definitions;
using VendorErrors.Testing.Requests;

namespace VendorErrors.Testing.Simulation;

/// <summary>What is to happen to the requests to come: steps in order, chances, outages.</summary>
internal sealed class Script(Vendor vendor, int seed)
{
    private readonly List<Entry> _steps = [];
    private readonly List<(double Probability, Random Random, Entry Entry)> _chances = [];
    private readonly List<(DateTimeOffset From, TimeSpan Length, Entry Entry)> _outages = [];

    public void Add(IReadOnlyList<SimulatedStep> steps) => _steps.AddRange([.. steps.Select(EntryOf)]);

    public void AddChance(double probability, SimulatedStep step)
    {
        if (probability is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability is from 0 to 1.");
        }

        // Each draws from a sequence of its own, so that one chance more does not move the others.
#pragma warning disable CA5394 // Chances of a test, to be the same in each run; nothing secret.
        var random = new Random(unchecked((int)(((uint)seed * 2654435761u) ^ ((uint)(_chances.Count + 1) * 2246822519u))));
#pragma warning restore CA5394
        _chances.Add((probability, random, SingleEntryOf(step)));
    }

    public void AddOutage(DateTimeOffset now, TimeSpan from, TimeSpan length, SimulatedStep step)
    {
        if (from < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(from), from, "An outage begins now or later.");
        }

        if (length <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(length), length, "An outage lasts for a time above zero.");
        }

        _outages.Add((now + from, length, SingleEntryOf(step)));
    }

    /// <summary>The step of an outage; null where the vendor is up. It strikes requests for credentials too.</summary>
    public SimulatedStep? OutageAt(ReceivedRequest request, DateTimeOffset now) =>
        _outages.Find(outage => outage.From <= now && now - outage.From < outage.Length && outage.Entry.IsFor(request)).Entry?.Step;

    /// <summary>The step for a request, used up; null where none is kept for it. Requests for credentials get only what names them.</summary>
    public SimulatedStep? Take(ReceivedRequest request, bool isCredential)
    {
        Entry? entry = _steps.Find(known => known.IsFor(request, isCredential));
        if (entry is null)
        {
            return Draw(request, isCredential);
        }

        if (--entry.Left == 0)
        {
            _steps.Remove(entry);
        }

        return entry.Step;
    }

    private SimulatedStep? Draw(ReceivedRequest request, bool isCredential)
    {
        SimulatedStep? drawn = null;
        foreach ((double probability, Random random, Entry entry) in _chances.Where(chance => chance.Entry.IsFor(request, isCredential)))
        {
            // Drawn for each, wanted or not, for the same reason.
#pragma warning disable CA5394 // A chance of a test, too; nothing secret.
            bool happens = random.NextDouble() < probability;
#pragma warning restore CA5394
            drawn ??= happens ? entry.Step : null;
        }

        return drawn;
    }

    private Entry EntryOf(SimulatedStep step)
    {
        _ = step ?? throw new ArgumentNullException(nameof(step));
        return StepCheck.FaultOf(vendor, step) is { } fault ? throw new ArgumentException(fault, nameof(step)) : new Entry(step);
    }

    private Entry SingleEntryOf(SimulatedStep step)
    {
        Entry entry = EntryOf(step);
        return entry.Left == 1 ? entry : throw new ArgumentException("Only the steps of Next happen a number of times.", nameof(step));
    }

    private sealed class Entry(SimulatedStep step)
    {
        private readonly OperationPattern? _only = step.Operation is null ? null : new OperationPattern(step.Operation);

        public SimulatedStep Step { get; } = step;

        public int Left { get; set; } = step.Count;

        public bool IsFor(ReceivedRequest request) => _only?.Matches(request.Method, request.Path) ?? true;

        public bool IsFor(ReceivedRequest request, bool isCredential) => (_only is not null || !isCredential) && IsFor(request);
    }
}
