using VendorErrors.Retries;
using VendorErrors.Testing;

namespace VendorErrors.Http.Tests.Probes;

/// <summary>A recipe against its simulated vendor, in virtual time.</summary>
internal sealed class ProbeBench : IHttpClientFactory, IDisposable
{
    private readonly RecipeCase _case;
    private readonly VendorErrorHandler _handler;

    public ProbeBench(RecipeCase recipe, LookUpRules? rules = null, int seed = 1)
    {
        _case = recipe;
        Simulator = new VendorSimulator(recipe.Vendor, new SimulatorOptions { Time = Time, LookUps = rules ?? new LookUpRules(), Seed = seed });
        Probe = recipe.Recipe(this, Time);
        Ledger = new CallLedger(new InMemoryCallLedgerStore(Time), new CallLedgerOptions { QuietTime = TimeSpan.FromMinutes(5) }, Time);
        var options = new VendorErrorOptions { MaxRetryAttempts = 0, AttemptTimeout = TimeSpan.FromSeconds(10) };
        _handler = new VendorErrorHandler(recipe.Vendor, Ledger, options, probe: Probe, time: Time) { InnerHandler = Simulator.CreateHandler() };
    }

    public VirtualTime Time { get; } = new();

    public VendorSimulator Simulator { get; }

    public IEffectProbe Probe { get; }

    public CallLedger Ledger { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public HttpClient CreateClient(string name) => new(_handler, disposeHandler: false);

    public void Dispose() => _handler.Dispose();

    /// <summary>Sends without a call id, whatever comes back.</summary>
    public async Task SendAsync(string number)
    {
        using HttpClient client = CreateClient(string.Empty);
        using HttpRequestMessage request = _case.RequestTo(number);
        try
        {
            using HttpResponseMessage response = await client.SendAsync(request, Token);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            // Lost, as it is meant to be.
        }
    }

    /// <summary>Asks the recipe; what it throws counts as "not known", as the ledger counts it.</summary>
    public async Task<EffectProbeAnswer> AskAsync(string number, DateTimeOffset sentAt, string? path = null, string? body = null)
    {
        using HttpRequestMessage request = _case.RequestTo(number, path, body);
        try
        {
            return await Probe.ProbeAsync(new EffectProbeCall(_case.Vendor, "call-1", request, sentAt), Token);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or VendorErrorException or System.Text.Json.JsonException)
        {
            return EffectProbeAnswer.NotKnown;
        }
    }

    /// <summary>Delivers a message as a queue does, again and again until it is settled or left for a person.</summary>
    /// <returns>The last verdict.</returns>
    public async Task<VendorResult> DeliverUntilSettledAsync(string number)
    {
        DateTimeOffset createdAt = Time.GetUtcNow();
        using HttpClient client = CreateClient(string.Empty);
        while (true)
        {
            using HttpRequestMessage request = _case.RequestTo(number);
            request.SetCallId($"call-{number}", createdAt);
            VendorResult result;
            RetryDecision decision;
            try
            {
                using HttpResponseMessage response = await client.SendAsync(request, Token);
                (result, decision) = (response.GetVendorResult(), response.GetVendorDecision());
            }
            catch (Exception e) when (e.GetVendorResult().IsFailure)
            {
                (result, decision) = (e.GetVendorResult(), e.GetVendorDecision());
            }

            QueueDecision next = decision.ForQueue(result);
            if (next.Action != QueueAction.Requeue)
            {
                return result;
            }

            Time.Advance(next.Wait ?? TimeSpan.FromSeconds(1));
        }
    }
}
