using VendorErrors.Testing.Requests;

namespace VendorErrors.Testing.Simulation;

/// <summary>A request that is to be executed later.</summary>
/// <param name="Due">When.</param>
/// <param name="Request">The request.</param>
/// <param name="Seen">What is known of it, with those that it will have reached.</param>
internal sealed record LateExecution(DateTimeOffset Due, ReceivedRequest Request, SimulatedRequest Seen);
