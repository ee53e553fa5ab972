using System.Threading.Channels;
using VendorErrors.Comparison.Traffic;
using VendorErrors.FleetComparison.Contestants;
using VendorErrors.FleetComparison.Measures;
using VendorErrors.FleetComparison.Plan;
using VendorErrors.FleetComparison.Stores;
using VendorErrors.FleetComparison.Vendors;
using VendorErrors.FleetComparison.Workers;
using VendorErrors.Testing;

namespace VendorErrors.FleetComparison.Queue;

/// <summary>
/// One contestant works off the plan: vendors and queue in this process, workers in processes of their own, which are killed where the plan says so. All
/// that happens is handled by one loop.
/// </summary>
internal sealed class FleetRun : IWorkerEvents, IAsyncDisposable
{
    // A second worker is aimed at while the first one is on its way to its windows.
    private const int MostDoomed = 2;

    private const int MostCrashes = 20;

    private static readonly TimeSpan s_beat = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_untilKill = TimeSpan.FromMilliseconds(900);
    private static readonly TimeSpan s_untilEnd = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_progress = TimeSpan.FromSeconds(5);
    private static readonly int[] s_shifts = [-30, 0, 30];

    private readonly FleetPlan _plan;
    private readonly FleetScale _scale;
    private readonly FleetContestant _contestant;
    private readonly StoreServer? _store;
    private readonly JobQueue _queue;
    private readonly Channel<Action> _events = Channel.CreateUnbounded<Action>(new UnboundedChannelOptions { SingleReader = true });
    private readonly List<FleetVendor> _vendors = [];
    private readonly List<WorkerProcess> _workers = [];
    private readonly TaskCompletionSource?[] _holds;
    private readonly int[] _kills = new int[5];
    private readonly DateTimeOffset _startedAt = TimeProvider.System.GetUtcNow();
    private long _begin;
    private int _started;
    private int _given;
    private int _killed;
    private int _alsoKilled;
    private int _crashed;
    private int _storeKills;
    private Task _outage = Task.CompletedTask;

    private FleetRun(FleetPlan plan, FleetScale scale, FleetContestant contestant, StoreServer? store)
    {
        (_plan, _scale, _contestant, _store) = (plan, scale, contestant, store);
        _queue = new JobQueue(plan, scale);
        _holds = new TaskCompletionSource?[plan.Jobs.Count];
    }

    internal static async Task<FleetReport> PlayAsync(FleetPlan plan, FleetScale scale, FleetContestant contestant, StoreServer? store, Action<string> progress)
    {
        await using var run = new FleetRun(plan, scale, contestant, store);
        foreach (Vendor vendor in VendorTraffic.All.Select(traffic => traffic.Vendor))
        {
            run._vendors.Add(await FleetVendor.StartAsync(plan, vendor, run.Hold));
        }

        await run.WorkAsync(progress);
        return run.Report();
    }

    public void Reached(WorkerProcess worker, int call)
    {
        if (worker.State == WorkerState.Doomed && worker.Deliveries.Values.Any(delivery => delivery.Job.Number == call))
        {
            worker.Blocked[call] = TimeProvider.System.GetTimestamp();
        }
    }

    public void Done(WorkerProcess worker, Delivery delivery, Verdict verdict)
    {
        Log(delivery.Job, $"worker {worker.Number}: {verdict.Action}, {verdict.Told}, {verdict.Reason}");
        Release(delivery.Job);
        _queue.Finish(delivery, verdict);
    }

    public void Ended(WorkerProcess worker)
    {
        if (worker.State != WorkerState.Dead)
        {
            _crashed++;
            worker.State = WorkerState.Dead;
            if (_crashed > MostCrashes)
            {
                throw new InvalidOperationException("The workers end by themselves; what they print says why.");
            }
        }

        foreach (int call in worker.Blocked.Keys)
        {
            _queue.States[call].IsSpent = true;
            _kills[(int)_plan.Jobs[call].Window]++;
        }

        _alsoKilled += worker.Deliveries.Count - worker.Blocked.Count;
        foreach (Delivery delivery in worker.Deliveries.Values)
        {
            _queue.States[delivery.Job.Number].WasKilled = true;
            Log(delivery.Job, $"worker {worker.Number} was killed{(worker.Blocked.ContainsKey(delivery.Job.Number) ? $": {delivery.Job.Window}" : string.Empty)}");
            Release(delivery.Job);
            _queue.Abandon(delivery);
        }

        _workers.Remove(worker);
        worker.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await _outage;
        foreach (WorkerProcess worker in _workers)
        {
            worker.State = WorkerState.Dead;
            worker.Dispose();
        }

        foreach (FleetVendor vendor in _vendors)
        {
            await vendor.DisposeAsync();
        }
    }

    /// <summary>Called by the vendors with each request: those that are to be killed in flight wait for that.</summary>
    private TaskCompletionSource? Hold(int call)
    {
        if (_plan.Jobs[call].Window != KillWindow.InFlight)
        {
            return null;
        }

        var hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (Interlocked.CompareExchange(ref _holds[call], hold, comparand: null) is not null)
        {
            return null;
        }

        Post(() =>
        {
            if (_workers.Find(worker => worker.State == WorkerState.Doomed && worker.Deliveries.Values.Any(delivery => delivery.Job.Number == call)) is { } worker)
            {
                Reached(worker, call);
            }
            else
            {
                // Its worker has died of something else, or given up.
                hold.TrySetResult();
            }
        });
        return hold;
    }

    private void Release(FleetJob job) => _holds[job.Number]?.TrySetResult();

    private void Post(Action action) => _events.Writer.TryWrite(action);

    private async Task WorkAsync(Action<string> progress)
    {
        using var timer = new Timer(_ => Post(static () => { }), state: null, s_beat, s_beat);
        long lastProgress = 0;
        long emptySince = 0;
        while (true)
        {
            await _events.Reader.WaitToReadAsync();
            while (_events.Reader.TryRead(out Action? action))
            {
                action();
            }

            _queue.Tick();
            Staff();
            if (_begin == 0 && _workers.Count(worker => worker.IsReady) < _scale.Workers)
            {
                continue;
            }

            _begin = _begin == 0 ? TimeProvider.System.GetTimestamp() : _begin;
            Aim();
            Deliver();
            Kill();
            if (_storeKills == 0 && _store is not null && _queue.Settled >= _plan.Jobs.Count / 2)
            {
                _storeKills++;
                _outage = Task.Run(OutageAsync);
            }

            if (lastProgress == 0 || TimeProvider.System.GetElapsedTime(lastProgress) > s_progress)
            {
                lastProgress = TimeProvider.System.GetTimestamp();
                progress($"{_queue.Settled} of {_plan.Jobs.Count} done, {_killed} workers killed, calls killed by window {string.Join(" ", _kills.Skip(1))}");
            }

            if (_queue.IsEmpty)
            {
                emptySince = emptySince == 0 ? TimeProvider.System.GetTimestamp() : emptySince;
                if (_workers.TrueForAll(worker => worker.Deliveries.Count == 0) || TimeProvider.System.GetElapsedTime(emptySince) > s_untilEnd)
                {
                    return;
                }
            }
        }
    }

    private void Staff()
    {
        while (_workers.Count < _scale.Workers + _scale.Spares)
        {
            var shift = TimeSpan.FromSeconds(s_shifts[_started % s_shifts.Length]);
            var arguments = new WorkerArguments(_contestant, _scale, shift, _store?.Address, _vendors.ToDictionary(vendor => vendor.Vendor.Id, vendor => vendor.Address, StringComparer.Ordinal));
            _workers.Add(new WorkerProcess(++_started, arguments, Post, this));
        }

        foreach (WorkerProcess spare in _workers.FindAll(worker => worker is { State: WorkerState.Spare, IsReady: true }))
        {
            if (_workers.Count(worker => worker.State is WorkerState.Active or WorkerState.Doomed) < _scale.Workers)
            {
                spare.State = WorkerState.Active;
            }
        }
    }

    /// <summary>Chooses who is killed next: the worker that has worked for the longest time.</summary>
    private void Aim()
    {
        foreach (WorkerProcess doomed in _workers.FindAll(worker => worker.State == WorkerState.Doomed))
        {
            if (!_queue.HasAimed && !doomed.Deliveries.Values.Any(IsAimed))
            {
                doomed.State = WorkerState.Active;
            }
        }

        // One at least goes on working.
        List<WorkerProcess> active = _workers.FindAll(worker => worker.State == WorkerState.Active);
        if (_queue.HasAimed && active.Count > 1 && _workers.Count(worker => worker.State == WorkerState.Doomed) < MostDoomed)
        {
            active[0].State = WorkerState.Doomed;
        }
    }

    private void Deliver()
    {
        foreach (WorkerProcess worker in _workers)
        {
            bool isDoomed = worker.State == WorkerState.Doomed;
            if (!isDoomed && worker.State != WorkerState.Active)
            {
                continue;
            }

            int most = isDoomed ? _scale.CallsPerKill : _scale.Slots;
            int has = isDoomed ? worker.Deliveries.Values.Count(IsAimed) : worker.Deliveries.Count;
            for (; has < most && _queue.Take(isDoomed) is { } delivery; has++)
            {
                JobState state = _queue.States[delivery.Job.Number];
                Log(delivery.Job, $"delivery {state.Deliveries} to worker {worker.Number}");
                KillWindow window = state.IsSpent ? KillWindow.None : delivery.Job.Window;
                if (!worker.Give(++_given, delivery, window, _startedAt, state.Deliveries))
                {
                    break;
                }
            }
        }
    }

    private void Kill()
    {
        foreach (WorkerProcess worker in _workers.FindAll(worker => worker.State == WorkerState.Doomed && worker.Blocked.Count > 0))
        {
            int aimed = worker.Deliveries.Values.Count(IsAimed);
            if (worker.Blocked.Count >= aimed || TimeProvider.System.GetElapsedTime(worker.Blocked.Values.Min()) > s_untilKill)
            {
                worker.Kill();
                _killed++;
            }
        }
    }

    private bool IsAimed(Delivery delivery) => delivery.Job.Window != KillWindow.None && !_queue.States[delivery.Job.Number].IsSpent;

    private async Task OutageAsync()
    {
        _store!.Kill();
        await Task.Delay(_scale.StoreOutage);
        await _store.StartAgainAsync();
    }

    private void Log(FleetJob job, string what) =>
        _queue.States[job.Number].Log.Add(FormattableString.Invariant($"{TimeProvider.System.GetElapsedTime(_begin).TotalSeconds:0.000} {what}"));

    private FleetReport Report()
    {
        TimeSpan took = TimeProvider.System.GetElapsedTime(_begin);
        ILookup<int, SimulatedRequest> requests = _vendors.SelectMany(vendor => vendor.Requests).ToLookup(FleetVendor.CallOf);
        FleetCall[] calls = [.. _plan.Jobs.Select(job => new FleetCall(job, _queue.States[job.Number], [.. requests[job.Number]]))];
        return FleetReport.Of(calls) with
        {
            Contestant = _contestant.Id,
            Store = _store?.Name,
            Scale = _scale.Name,
            Seed = _plan.Seed,
            StartedAt = _startedAt,
            Seconds = took.TotalSeconds,
            Deliveries = _queue.Deliveries,
            Overdue = _queue.Overdue,
            WorkersKilled = _killed,
            WorkersCrashed = _crashed,
            Kills = _kills[1..],
            AlsoKilled = _alsoKilled,
            StoreKills = _storeKills,
            StoreWritesLost = _store?.WritesLost ?? 0,
        };
    }
}
