using VendorErrors;
using VendorErrors.Testing.Conformance;

namespace Acme.Voice;

public sealed class AcmeVoiceConformance : VendorConformance
{
    public override Vendor Vendor => AcmeVoice.Vendor;

    public override IReadOnlyList<CapturedAnswer> Captured =>
    [
        new("all lines are busy", 200, """{ "result": "17", "text": "all lines are busy" }""", ErrorCategory.ConcurrencyLimited)
        {
            Method = "POST",
            Path = "/v1/calls",
            Effect = Effect.None,
            Code = "17",
            Wait = TimeSpan.FromSeconds(5),
        },
        new("call placed", 200, """{ "result": 0, "call": "c-1" }""", VendorOutcome.Success),
    ];
}
