using VendorErrors.Http.Ledger;

namespace VendorErrors.Http.Tests.Ledger.Explorer;

/// <summary>One message, its deliveries, a store and a vendor; one order of all that they do.</summary>
internal sealed class Run
{
    private static readonly TimeSpan s_lease = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_quiet = TimeSpan.FromSeconds(60);

    // A sender may sleep for the shorter one without breaking the assumption.
    private static readonly TimeSpan[] s_passes = [TimeSpan.FromSeconds(45), TimeSpan.FromSeconds(61)];

    private static readonly byte[] s_secret = new byte[32];

    private readonly Scenario _scenario;
    private readonly ILedgerWorld _world;
    private readonly Clock _clock;
    private readonly Actor[] _actors;
    private readonly string _key;
    private readonly List<string> _steps = [];
    private readonly HashSet<string> _executed = [];
    private int _executions;
    private int _pending;
    private int _deaths;
    private int _lost;
    private int _passes;

    public Run(Scenario scenario, ILedgerWorld world, Clock clock, string key)
    {
        (_scenario, _world, _clock, _key) = (scenario, world, clock, key);
        _actors = [.. Enumerable.Range(1, scenario.Deliveries).Select(i => new Actor($"delivery {i}"))];
        foreach (Actor actor in _actors)
        {
            actor.Start(() => DeliverAsync(actor));
        }
    }

    /// <summary>How often the vendor did it.</summary>
    public int Executions => _executions;

    /// <summary>Whether somebody slept for longer than the quiet time between the last look at the clock and the socket.</summary>
    public bool BreaksTheAssumption { get; private set; }

    /// <summary>A fault of the protocol; null where there is none.</summary>
    public string? Fault { get; private set; }

    public override string ToString() => string.Join(Environment.NewLine, _steps);

    /// <summary>All that decides what can happen from now on: two orders that lead to the same go on in the same ways.</summary>
    public async Task<string> StateAsync()
    {
        LedgerEntry? entry = await _world.Store.FindAsync(_key, CancellationToken.None);
        string actors = string.Join('|', _actors.Select(actor => $"{actor.Step} {actor.IsDead} {actor.Seen}"));
        return $"{actors}|{entry}|{_clock.Now}|{_executions} {_pending} {_deaths} {_lost} {_passes} {BreaksTheAssumption} {string.Join(',', _executed)}";
    }

    /// <summary>All that may happen next.</summary>
    public List<(string Name, Func<Task> Do)> Choices()
    {
        List<(string, Func<Task>)> choices = [];
        foreach (Actor actor in _actors.Where(actor => actor.Step is not null))
        {
            foreach (Fate fate in FatesOf(actor.Step!))
            {
                choices.Add(($"{actor.Name}: {actor.Step}{(fate == Fate.Go ? string.Empty : $", {fate}")}", () => GoAsync(actor, fate)));
            }

            // Before it has asked for anything its death is none; another delivery comes.
            if (_deaths < _scenario.Deaths && actor.Step != "start")
            {
                choices.Add(($"{actor.Name}: dies before {actor.Step}", () => DieAsync(actor)));
            }
        }

        bool isAnybodyLeft = choices.Count > 0;
        if (_pending > 0)
        {
            choices.Add(("the vendor executes", ExecuteLateAsync));
        }

        if (isAnybodyLeft && _passes < _scenario.Passes)
        {
            choices.AddRange(s_passes.Select(time => ($"{time.TotalSeconds} s pass", (Func<Task>)(() => PassAsync(time)))));
        }

        return choices;
    }

    public async Task DoAsync((string Name, Func<Task> Do) choice)
    {
        _steps.Add(choice.Name);
        await choice.Do();
    }

    /// <summary>After the last step: what is known has to be true.</summary>
    public async Task VerifyAsync()
    {
        if (_actors.FirstOrDefault(actor => actor.Fault is not null) is { } broken)
        {
            Fault = $"{broken.Name} threw {broken.Fault}";
            return;
        }

        LedgerEntry? entry = await _world.Store.FindAsync(_key, CancellationToken.None);
        Fault = _executions > 1 ? $"the vendor did it {_executions} times"
            : entry?.State == LedgerState.Done && _executions == 0 ? "it is done, and the vendor never did it"
            : entry?.State == LedgerState.Refused && _executions > 0 ? "it counts as refused, and the vendor did it"
            : _actors.Any(actor => actor.SawSuccess && !_executed.Contains(RequestOf(actor))) ? "a delivery was told of a success of a request that the vendor never did"
            : null;
    }

    private string RequestOf(Actor actor) => _scenario.HasOtherRequests ? actor.Name : "request";

    private IEnumerable<Fate> FatesOf(string step) => step switch
    {
        "socket" => [Fate.Go, Fate.AnswerLost, Fate.Late, Fate.Refused],
        "add" or "find" or "replace" when _lost < _scenario.LostReplies => [Fate.Go, Fate.ReplyLost],
        _ => [Fate.Go],
    };

    private Task GoAsync(Actor actor, Fate fate)
    {
        _lost += fate == Fate.ReplyLost ? 1 : 0;
        actor.Seen.Append(_clock.Now);
        return actor.GoAsync(fate);
    }

    private async Task DieAsync(Actor actor)
    {
        _deaths++;
        actor.Die();
        await _world.OnDeathAsync(actor.Name);
    }

    private async Task PassAsync(TimeSpan time)
    {
        // By the assumption no vendor executes later than that.
        while (_pending > 0)
        {
            await ExecuteLateAsync();
        }

        _passes++;
        _clock.Pass(time);
        await _world.PassAsync(_key, time);
    }

    private Task ExecuteLateAsync()
    {
        _pending--;
        _executions++;
        return Task.CompletedTask;
    }

    private async Task DeliverAsync(Actor actor)
    {
        await actor.BeforeAsync("start");
        var options = new CallLedgerOptions { Lease = s_lease, QuietTime = s_quiet, SendWithoutLedger = _scenario.SendWithoutLedger, Secret = s_secret };
        var ledger = new CallLedger(new GatedStore(actor, _world.Store), options, _clock);
        LedgerReply reply = await ledger.ClaimAsync(RequestFor(actor), actor.Name, null, CancellationToken.None);
        actor.SawSuccess = reply.Leave == LedgerLeave.Done;
        if (reply.Leave != LedgerLeave.Granted && !(reply.Leave == LedgerLeave.Unavailable && _scenario.SendWithoutLedger))
        {
            return;
        }

        LedgerState state = await SendAsync(actor, reply.Claim);
        if (reply.Claim is not null)
        {
            await ledger.CompleteAsync(reply.Claim, state, new LedgerData());
        }
    }

    private async Task<LedgerState> SendAsync(Actor actor, LedgerClaim? claim)
    {
        await actor.BeforeAsync("look at the deadline");
        if (claim is not null && _clock.GetTimestamp() >= claim.Deadline)
        {
            return LedgerState.Refused;
        }

        TimeSpan lookedAt = _clock.Now;
        Fate fate = await actor.BeforeAsync("socket");
        BreaksTheAssumption |= _clock.Now - lookedAt > s_quiet;
        if (fate == Fate.Refused)
        {
            return LedgerState.Refused;
        }

        _executed.Add(RequestOf(actor));
        if (fate == Fate.Late)
        {
            _pending++;
            return LedgerState.Unknown;
        }

        _executions++;
        actor.SawSuccess = fate == Fate.Go;
        return fate == Fate.Go ? LedgerState.Done : LedgerState.Unknown;
    }

    private LedgerRequest RequestFor(Actor actor)
    {
        async ValueTask<EffectProbeAnswer> AskAsync(DateTimeOffset sentAt, CancellationToken cancellationToken)
        {
            await actor.BeforeAsync("probe");
            actor.Seen.Append(_executions);
            return _executions > 0 ? EffectProbeAnswer.Happened() : EffectProbeAnswer.DidNotHappen;
        }

        return new LedgerRequest(_key, RequestOf(actor), _clock.GetUtcNow(), IsRepeatable: false, new LedgerData(), _scenario.HasProbe ? AskAsync : null);
    }
}
