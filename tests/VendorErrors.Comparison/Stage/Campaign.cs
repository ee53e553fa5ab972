using System.Globalization;
using VendorErrors.Comparison.Contestants;
using VendorErrors.Comparison.Time;
using VendorErrors.Comparison.Traffic;
using VendorErrors.Http;

namespace VendorErrors.Comparison.Stage;

/// <summary>One contestant plays the plan against simulated vendors that nobody else uses.</summary>
internal sealed class Campaign : IDisposable
{
    /// <summary>How often the queue delivers a message at the most; then it is a dead letter.</summary>
    internal const int MostDeliveries = 10;

    private const int JitterSeed = 7;

    private readonly TrafficPlan _plan;
    private readonly Contestant _contestant;
    private readonly EventTime _time = new();
    private readonly SimulatedVendors _vendors;
    private readonly PbxTokens _tokens;
    private readonly Dictionary<Vendor, HttpClient> _clients;
    private readonly CallLedger? _ledger;
    private readonly (Judgment Judgment, TimeSpan Took)[] _ends;

    private Campaign(TrafficPlan plan, Contestant contestant)
    {
        _plan = plan;
        _contestant = contestant;
        _vendors = new SimulatedVendors(plan, _time);
        _tokens = new PbxTokens(_vendors.Pbx.CreateClient(), _time);
        _ends = new (Judgment, TimeSpan)[plan.Calls.Count];
        var jitter = new Dice(JitterSeed);
        var lookUps = new LookUpClients();
        _ledger = contestant.CreateLedger(_time);

        // HttpClient's own timeout runs by the clock of the machine; a token of the caller stands in for it.
        _clients = VendorTraffic.All.ToDictionary(
            traffic => traffic.Vendor,
            traffic =>
            {
                var surroundings = new Surroundings(_time, jitter.Next, traffic.HasTokens ? _tokens : null, _ledger, lookUps);
                HttpMessageHandler handler = contestant.Wrap(traffic.Vendor, _vendors[traffic.Vendor].CreateHandler(), surroundings);
                lookUps.Add(traffic.Vendor, handler);
                return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
            });
    }

    internal static CampaignReport Play(TrafficPlan plan, Contestant contestant)
    {
        using var campaign = new Campaign(plan, contestant);
        campaign._time.Run(campaign.PlayAsync);
        return campaign.Report();
    }

    public void Dispose()
    {
        foreach (HttpClient client in _clients.Values)
        {
            client.Dispose();
        }

        _tokens.Dispose();
    }

    private async Task PlayAsync()
    {
        using var end = new CancellationTokenSource();
        await _tokens.SignInAsync(end.Token).ConfigureAwait(false);
        Task keepsFresh = _tokens.KeepFreshAsync(end.Token);
        Task restarts = RestartPbxAsync();
        var calls = new List<Task>(_plan.Calls.Count);
        foreach (PlannedCall call in _plan.Calls)
        {
            await UntilAsync(call.At).ConfigureAwait(false);
            calls.Add(CallAsync(call));
        }

        await Task.WhenAll(calls).ConfigureAwait(false);
        await restarts.ConfigureAwait(false);
        await end.CancelAsync().ConfigureAwait(false);
        await keepsFresh.ConfigureAwait(false);
    }

    private async Task CallAsync(PlannedCall call)
    {
        TimeSpan begin = _time.Elapsed;
        Judgment judgment = await DeliverAsync(call).ConfigureAwait(false);
        for (var delivery = 1; judgment.Again is { } wait && delivery < MostDeliveries; delivery++)
        {
            // Timers count in whole milliseconds, and less than one would not move the clock.
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Floor(wait.TotalMilliseconds) + 1), _time).ConfigureAwait(false);
            judgment = await DeliverAsync(call).ConfigureAwait(false);
        }

        _ends[call.Number] = (judgment, _time.Elapsed - begin);
    }

    private async Task<Judgment> DeliverAsync(PlannedCall call)
    {
        using HttpRequestMessage request = call.ToRequest(_vendors[call.Vendor].Address);
        if (_ledger is not null)
        {
            request.SetCallId(string.Create(CultureInfo.InvariantCulture, $"call-{call.Number}"), EventTime.Start + call.At);
        }

        using var timeout = new CancellationTokenSource(_contestant.ClientTimeout, _time);
        try
        {
            using HttpResponseMessage response = await _clients[call.Vendor].SendAsync(request, timeout.Token).ConfigureAwait(false);
            return _contestant.Judge(response);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or Polly.ExecutionRejectedException or VendorErrorException)
        {
            return _contestant.Judge(e);
        }
    }

    private async Task RestartPbxAsync()
    {
        foreach (TimeSpan at in _plan.PbxRestarts)
        {
            await UntilAsync(at).ConfigureAwait(false);
            _vendors.Pbx.Tokens.ForgetAll();
        }
    }

    private async Task UntilAsync(TimeSpan at)
    {
        if (at > _time.Elapsed)
        {
            await Task.Delay(at - _time.Elapsed, _time).ConfigureAwait(false);
        }
    }

    private CampaignReport Report()
    {
        ILookup<int, Testing.SimulatedRequest> requests = _vendors.RequestsByCall();
        CallReport[] calls =
        [
            .. _plan.Calls.Select(call => new CallReport(call, _ends[call.Number].Judgment, _ends[call.Number].Took, [.. requests[call.Number]], _vendors.FirstServedOf(call))),
        ];
        return new CampaignReport(_contestant, _plan, calls, _vendors.LookUps(), _tokens.Refreshes);
    }
}
