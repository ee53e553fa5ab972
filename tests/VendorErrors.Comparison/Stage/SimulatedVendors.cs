using System.Globalization;
using VendorErrors.Comparison.Traffic;
using VendorErrors.Testing;

namespace VendorErrors.Comparison.Stage;

/// <summary>The five vendors of one campaign. The plan alone decides what becomes of a request, by its call and by how many of that call's requests came so far.</summary>
internal sealed class SimulatedVendors
{
    private const int LookUpSeed = 11;

    private static readonly ApiCall s_lookUp = new(0, CallPurpose.Read, "GET", string.Empty);

    private readonly TrafficPlan _plan;
    private readonly Dictionary<Vendor, VendorSimulator> _simulators = [];
    private readonly int[] _served;
    private readonly int?[] _firstServed;
    private readonly Dice _lookUps = new(LookUpSeed);

    public SimulatedVendors(TrafficPlan plan, TimeProvider time)
    {
        _plan = plan;
        _served = new int[plan.Calls.Count];
        _firstServed = new int?[plan.Calls.Count];
        foreach (VendorTraffic traffic in VendorTraffic.All)
        {
            _simulators[traffic.Vendor] = Simulate(traffic, time);
        }
    }

    public VendorSimulator this[Vendor vendor] => _simulators[vendor];

    /// <summary>The vendor whose tokens time out.</summary>
    public VendorSimulator Pbx => this[Vendor.YeastarPSeries];

    /// <summary>The requests of each call, those for tokens left out.</summary>
    public ILookup<int, SimulatedRequest> RequestsByCall() => _simulators.Values
        .SelectMany(simulator => simulator.Requests)
        .Where(request => request.Kind != OperationKind.Credential && !IsLookUp(request))
        .ToLookup(CallOf);

    /// <summary>The requests of probes.</summary>
    public IReadOnlyList<SimulatedRequest> LookUps() =>
        [.. _simulators.Values.SelectMany(simulator => simulator.Requests).Where(request => request.Kind != OperationKind.Credential && IsLookUp(request))];

    /// <summary>The number of the first request of a call that no outage, token or limit stopped; null where there is none.</summary>
    public int? FirstServedOf(PlannedCall call) => _firstServed[call.Number];

    private VendorSimulator Simulate(VendorTraffic traffic, TimeProvider time)
    {
        var simulator = new VendorSimulator(traffic.Vendor, new SimulatorOptions
        {
            Time = time,
            Latency = TrafficMix.LeastLatency,
            Rate = traffic.Rate,
            Tokens = traffic.HasTokens ? new TokenRules() : null,
            Choose = request => IsLookUp(request) ? ChooseForLookUp(traffic) : Choose(request),
        });
        foreach (Outage outage in _plan.Outages.Where(outage => outage.Vendor == traffic.Vendor))
        {
            simulator.Outage(outage.From, outage.Length, FaultSteps.OfOutage(traffic));
        }

        return simulator;
    }

    private SimulatedStep Choose(SimulatedRequest request)
    {
        PlannedCall call = _plan.Calls[CallOf(request)];
        _firstServed[call.Number] ??= request.Number;
        return FaultSteps.Of(call, call.FaultOf(_served[call.Number]++));
    }

    // A look-up belongs to no call of the plan. It goes wrong as often as any read.
    private SimulatedStep ChooseForLookUp(VendorTraffic traffic) => FaultSteps.Of(traffic, s_lookUp, PlanMaker.MakeFault(_lookUps, traffic, s_lookUp, canBeRefused: false));

    private static bool IsLookUp(SimulatedRequest request) => !request.Headers.ContainsKey(PlannedCall.Header);

    private static int CallOf(SimulatedRequest request) => int.Parse(request.Headers[PlannedCall.Header], CultureInfo.InvariantCulture);
}
