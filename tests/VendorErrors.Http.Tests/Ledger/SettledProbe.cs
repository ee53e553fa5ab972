namespace VendorErrors.Http.Tests.Ledger;

/// <summary>A probe with one answer, that counts.</summary>
internal sealed class SettledProbe(EffectProbeAnswer answer) : IEffectProbe
{
    public int Asked { get; private set; }

    public ValueTask<EffectProbeAnswer> ProbeAsync(EffectProbeCall sent, CancellationToken cancellationToken)
    {
        Asked++;
        return new(answer);
    }
}
