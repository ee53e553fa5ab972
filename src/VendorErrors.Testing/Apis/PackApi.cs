using VendorErrors.Packs;

namespace VendorErrors.Testing.Apis;

/// <summary>What a pack says of the API of its vendor, as far as a simulated vendor needs it.</summary>
internal static class PackApi
{
    internal static SimulatedApi Of(PackSimulation? simulation)
    {
        if (simulation is null)
        {
            return new SimulatedApi();
        }

        var api = new SimulatedApi
        {
            RateLimitCode = simulation.RateLimitCode,
            Operations = [.. simulation.Operations.Select(operation => new SimulatedOperation(KindOf(operation.Kind), operation.Operation) { Status = operation.Status, Body = operation.Body })],
        };
        api = simulation.SubjectMembers.Count == 0 ? api : api with { SubjectMembers = simulation.SubjectMembers };
        return simulation.Tokens is { } tokens ? api with { Tokens = TokensOf(tokens) } : api;
    }

    private static OperationKind KindOf(string word) => (OperationKind)Array.IndexOf(SimulationPart.Kinds, word);

    private static TokenApi TokensOf(IReadOnlyDictionary<string, string> given)
    {
        var defaults = new TokenApi();
        string? Find(string name) => given.TryGetValue(name, out string? value) ? value : null;
        return new TokenApi
        {
            SignIn = Find("signIn") ?? defaults.SignIn,
            Refresh = Find("refresh") ?? defaults.Refresh,
            Revoke = Find("revoke") ?? defaults.Revoke,
            QueryParameter = Find("queryParameter"),
            LifetimeMember = Find("lifetimeMember") ?? defaults.LifetimeMember,
            RefreshLifetimeMember = Find("refreshLifetimeMember"),
            ExpiredCode = Find("expiredCode"),
            SlotsFullCode = Find("slotsFullCode"),
        };
    }
}
