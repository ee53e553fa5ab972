using VendorErrors;
using VendorErrors.Testing;

namespace FiveVendors;

/// <summary>Five simulated vendors, each with the trouble that the sample shows.</summary>
internal static class FakeVendors
{
    internal static VendorSimulator Dialer() => new VendorSimulator(Vendor.TalkdeskDialer).Next(SimulatedStep.GatewayPage(504).AfterExecution());

    internal static VendorSimulator VoiceAgent() => new VendorSimulator(Vendor.Dialnexa)
        .Next(SimulatedStep.Code("402", new ResponseOptions { Status = 200, Message = "Insufficient wallet balance" }));

    internal static VendorSimulator Sms() => new VendorSimulator(Vendor.Dexatel).Next(SimulatedStep.Code("429", new ResponseOptions { Wait = TimeSpan.FromSeconds(1) }));

    internal static VendorSimulator Pbx() => new(Vendor.YeastarPSeries, new SimulatorOptions { Tokens = new TokenRules() });

    internal static VendorSimulator Messages() => new VendorSimulator(Vendor.EightByEightConnect)
        .Next(SimulatedStep.Answer(VendorResponses.Batch(Vendor.EightByEightConnect, [new VendorItem { Id = "order-18", Code = "REJECTED", Message = "Invalid MSISDN format" }], done: 1)));
}
