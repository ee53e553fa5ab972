namespace VendorErrors.Http.Tests.Proof;

/// <summary>How often a run came to what it is about, to see that the scripts reach it.</summary>
internal sealed record ScriptCounts(int Calls, int Attempts, int Executions, int Waits, int Refreshes, int Exceptions);
