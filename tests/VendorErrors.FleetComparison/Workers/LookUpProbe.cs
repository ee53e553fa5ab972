using VendorErrors.Comparison.Traffic;
using VendorErrors.FleetComparison.Vendors;
using VendorErrors.Http;

namespace VendorErrors.FleetComparison.Workers;

/// <summary>Asks the simulated vendor what it did.</summary>
internal sealed class LookUpProbe(HttpClient client) : IEffectProbe
{
    public async ValueTask<EffectProbeAnswer> ProbeAsync(EffectProbeCall sent, CancellationToken cancellationToken)
    {
        string call = sent.Request.Headers.GetValues(PlannedCall.Header).First();
        return await client.GetStringAsync(new Uri(sent.Request.RequestUri!, $"{FleetVendor.LookUp}?call={call}"), cancellationToken) switch
        {
            "done" => EffectProbeAnswer.Happened(),
            "not done" => EffectProbeAnswer.DidNotHappen,
            _ => EffectProbeAnswer.NotKnown,
        };
    }
}
