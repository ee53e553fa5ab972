using VendorErrors.Testing.Simulation;

namespace VendorErrors.Testing.Scripts;

/// <summary>One line of a script, ready to be played.</summary>
/// <param name="Apply">What it changes.</param>
internal sealed record ScriptLine(Action<Service> Apply);
