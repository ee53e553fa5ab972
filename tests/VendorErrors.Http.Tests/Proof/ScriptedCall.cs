namespace VendorErrors.Http.Tests.Proof;

/// <summary>One request of a caller, and what the vendor does with each of its attempts; the last step holds for the rest.</summary>
internal sealed record ScriptedCall(int Id, Operation Operation, bool IsSync, IReadOnlyList<Step> Steps)
{
    public override string ToString() => $"call {Id}{(IsSync ? " sync" : string.Empty)} {Operation.Method} {Operation.Path} {Operation.Safety}: {string.Join(" | ", Steps)}";
}
