using System.Globalization;
using VendorErrors.Comparison.Traffic;
using VendorErrors.Testing;

namespace VendorErrors.Comparison.Stage;

/// <summary>Says a fault of the plan in the words of the simulated vendor.</summary>
internal static class FaultSteps
{
    internal static SimulatedStep Of(PlannedCall call, Fault fault) => Of(VendorTraffic.Of(call.Vendor), call.Api, fault);

    internal static SimulatedStep Of(VendorTraffic traffic, ApiCall api, Fault fault) => StepOf(traffic, api, fault).Delay(fault.Latency - TrafficMix.LeastLatency);

    internal static SimulatedStep OfOutage(VendorTraffic traffic) =>
        traffic.OutageStatus == 503 ? SimulatedStep.Answer(Unavailable(traffic.Vendor, TrafficMix.OutageWait)) : SimulatedStep.GatewayPage(traffic.OutageStatus);

    private static SimulatedStep StepOf(VendorTraffic traffic, ApiCall api, Fault fault)
    {
        switch (fault.Kind)
        {
            case FaultKind.TooFast:
                return SimulatedStep.Code(traffic.TooFast, new ResponseOptions { Wait = traffic.SaysHowLong ? fault.Wait : null });
            case FaultKind.SystemError:
                // Where the vendor's answer states whether it was executed, it states the truth.
                return traffic.SystemErrorOf(api.Purpose) is { } code
                    ? Place(SimulatedStep.Code(code, new ResponseOptions { Executed = fault.IsExecuted }), fault)
                    : Place(SimulatedStep.Status(500), fault);
            case FaultKind.Unavailable:
                return Place(SimulatedStep.Answer(Unavailable(traffic.Vendor, fault.Wait)), fault);
            case FaultKind.GatewayPage:
                return Place(SimulatedStep.GatewayPage(fault.Status), fault);
            case FaultKind.NoConnection:
                return SimulatedStep.Refuse();
            case FaultKind.Reset:
                return Place(SimulatedStep.Drop(), fault);
            case FaultKind.Silence:
                // Nobody knows where it is; the vendor may still execute it.
                return fault.IsExecuted ? SimulatedStep.Hang().LateExecution(fault.Wait) : Place(SimulatedStep.Hang(), fault);
            case FaultKind.CutBody when !string.Equals(api.Method, "DELETE", StringComparison.Ordinal):
                return SimulatedStep.Ok.CutAt(0.5);
            case FaultKind.CutBody:
                // Its answer has no body that could break off.
                return SimulatedStep.Drop().AfterExecution();
            case FaultKind.RefusedForGood:
                return SimulatedStep.Code(fault.Code!, new ResponseOptions { Status = traffic.RefusalStatus }).BeforeExecution();
            default:
                return SimulatedStep.Ok;
        }
    }

    private static ComposedResponse Unavailable(Vendor vendor, TimeSpan wait) =>
        VendorResponses.Status(vendor, 503) with { Headers = [new("Retry-After", wait.TotalSeconds.ToString(CultureInfo.InvariantCulture))] };

    private static SimulatedStep Place(SimulatedStep step, Fault fault) => fault.IsExecuted ? step.AfterExecution() : step.BeforeExecution();
}
