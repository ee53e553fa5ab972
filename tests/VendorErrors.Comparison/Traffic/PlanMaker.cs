namespace VendorErrors.Comparison.Traffic;

/// <summary>Makes the plan of a campaign.</summary>
internal sealed class PlanMaker
{
    private readonly Dice _dice;
    private readonly int _calls;
    private readonly TimeSpan _length;

    private PlanMaker(int calls, int seed)
    {
        _dice = new Dice(seed);
        _calls = calls;
        _length = calls * TrafficMix.PerCall;
    }

    internal static TrafficPlan Make(int calls, int seed) => new PlanMaker(calls, seed).Make();

    private TrafficPlan Make()
    {
        IEnumerable<(Vendor Vendor, TimeSpan At)> arrivals = VendorTraffic.All.SelectMany((traffic, i) => Arrivals(traffic.Vendor, Share(i)));
        PlannedCall[] calls = [.. arrivals
            .OrderBy(arrival => arrival.At)
            .Select((arrival, number) => MakeCall(number, VendorTraffic.Of(arrival.Vendor), arrival.At))];
        Outage[] outages = [.. VendorTraffic.All.Select(traffic => MakeOutage(traffic.Vendor))];
        TimeSpan part = _length / TrafficMix.PbxRestarts;
        TimeSpan[] restarts = [.. Enumerable.Range(0, TrafficMix.PbxRestarts).Select(i => _dice.Between((i + 0.25) * part, (i + 0.75) * part))];
        return new TrafficPlan(calls, outages, restarts, _length);
    }

    /// <summary>How many calls the vendor gets, so that all together are as many as were asked for.</summary>
    private int Share(int vendor) => ((vendor + 1) * _calls / VendorTraffic.All.Count) - (vendor * _calls / VendorTraffic.All.Count);

    private List<(Vendor Vendor, TimeSpan At)> Arrivals(Vendor vendor, int count)
    {
        var arrivals = new List<(Vendor, TimeSpan)>(count);
        int inBursts = count * TrafficMix.PercentInBursts / 100;
        while (arrivals.Count < inBursts)
        {
            TimeSpan start = _dice.Between(TimeSpan.Zero, _length);
            int size = Math.Min(inBursts - arrivals.Count, TrafficMix.LeastInBurst + _dice.Next(TrafficMix.MostInBurst - TrafficMix.LeastInBurst + 1));
            for (var i = 0; i < size; i++)
            {
                arrivals.Add((vendor, start + _dice.Between(TimeSpan.Zero, TrafficMix.BurstLength)));
            }
        }

        while (arrivals.Count < count)
        {
            arrivals.Add((vendor, _dice.Between(TimeSpan.Zero, _length)));
        }

        return arrivals;
    }

    private PlannedCall MakeCall(int number, VendorTraffic traffic, TimeSpan at)
    {
        ApiCall api = _dice.Pick(traffic.Calls, call => call.Weight);
        var faults = new List<Fault>();
        while (faults.Count < TrafficMix.PlannedAttempts)
        {
            // A later attempt of a call that was not refused at first is not refused either.
            Fault fault = MakeFault(_dice, traffic, api, canBeRefused: faults.Count == 0 && api.Purpose != CallPurpose.Read);
            faults.Add(fault);
            if (fault.Kind == FaultKind.RefusedForGood)
            {
                break;
            }
        }

        return new PlannedCall(number, traffic.Vendor, at, api, faults);
    }

    /// <summary>What becomes of one attempt.</summary>
    internal static Fault MakeFault(Dice dice, VendorTraffic traffic, ApiCall api, bool canBeRefused)
    {
        Share share = dice.Pick(TrafficMix.Attempts, share => share.Kind == FaultKind.RefusedForGood && !canBeRefused ? 0 : share.Percent);
        TimeSpan wait = TimeSpan.FromSeconds(Math.Round(dice.Between(TrafficMix.LeastWait, TrafficMix.MostWait).TotalSeconds));
        return new Fault(share.Kind, share.IsExecuted, dice.Between(TrafficMix.LeastLatency, TrafficMix.MostLatency))
        {
            Wait = wait,
            Code = dice.Pick(traffic.RefusalsOf(api.Purpose)),
            Status = dice.Pick([502, 504]),
        };
    }

    private Outage MakeOutage(Vendor vendor)
    {
        // A short campaign has short outages.
        TimeSpan length = _dice.Between(TrafficMix.LeastOutage, TrafficMix.MostOutage);
        length = length < _length / 10 ? length : _length / 10;
        return new Outage(vendor, _dice.Between(TimeSpan.Zero, _length - length), length);
    }
}
