using VendorErrors.Definitions;
using VendorErrors.Testing.Requests;

namespace VendorErrors.Testing.Simulation;

/// <summary>Finds out what a request asks for.</summary>
internal sealed class OperationTable(Vendor vendor, SimulatedApi api)
{
    private readonly (OperationPattern Pattern, SimulatedOperation Operation)[] _operations =
        [.. api.Operations.Select(operation => (PatternOf(operation.Operation), operation))];

    private readonly OperationPattern _signIn = PatternOf(api.Tokens.SignIn);
    private readonly OperationPattern _refresh = PatternOf(api.Tokens.Refresh);
    private readonly OperationPattern _revoke = PatternOf(api.Tokens.Revoke);

    public bool IsSignIn(ReceivedRequest request) => _signIn.Matches(request.Method, request.Path);

    public bool IsRefresh(ReceivedRequest request) => _refresh.Matches(request.Method, request.Path);

    public bool IsRevoke(ReceivedRequest request) => _revoke.Matches(request.Method, request.Path);

    public SimulatedOperation? Find(ReceivedRequest request) =>
        Array.Find(_operations, known => known.Pattern.Matches(request.Method, request.Path)).Operation;

    public OperationKind KindOf(ReceivedRequest request)
    {
        if (IsSignIn(request) || IsRefresh(request) || IsRevoke(request))
        {
            return OperationKind.Credential;
        }

        if (Find(request) is { } known)
        {
            return known.Kind;
        }

        VendorOperation operation = vendor.Operation(request.Method, request.Path);
        return (operation.Safety, operation.Purpose) switch
        {
            (_, OperationPurpose.Delete) => OperationKind.Delete,
            (OperationSafety.Read, _) => OperationKind.Read,
            (_, OperationPurpose.Create) => OperationKind.Create,
            _ when string.Equals(request.Method, "GET", StringComparison.OrdinalIgnoreCase) => OperationKind.Read,
            _ => OperationKind.Update,
        };
    }

    private static OperationPattern PatternOf(string operation) =>
        OperationPattern.FaultOf(operation) is { } fault ? throw new ArgumentException($"The operation '{operation}' {fault}.", nameof(operation)) : new OperationPattern(operation);
}
