using System.Text.Json;
using System.Text.Json.Nodes;
using VendorErrors.Definitions;
using VendorErrors.Testing.Requests;

namespace VendorErrors.Testing.Simulation;

/// <summary>Serves the requests for tokens, and looks at the tokens of all others.</summary>
internal sealed class TokenDesk(Vendor vendor, TokenApi api, OperationTable operations, SimulatedTokens tokens)
{
    private const string RefreshMember = "refresh_token";

    /// <summary>The answer to a request for tokens, and whether it was done.</summary>
    public (ComposedResponse Response, bool IsExecuted) Serve(ReceivedRequest request, TokenRules rules, ResponseOptions options)
    {
        if (operations.IsRevoke(request))
        {
            tokens.Revoke(TokenOf(request));
            return (VendorResponses.Success(vendor, options), true);
        }

        string? refresh = RefreshTokenOf(request);
        bool isRefresh = operations.IsRefresh(request) && (refresh is not null || !operations.IsSignIn(request));
        TokenPair? pair = isRefresh ? tokens.Refresh(refresh, rules) : tokens.SignIn(rules);
        return pair is not null ? (Give(pair, rules, options), true)
            : isRefresh && !tokens.CanRefresh(refresh) ? (Expired(options), false)
            : (ByCode(api.SlotsFullCode, [ErrorCategory.LimitReached], 429, options), false);
    }

    /// <summary>Whether a request carries a token that counts.</summary>
    public bool Accepts(ReceivedRequest request) => tokens.IsValid(TokenOf(request));

    public ComposedResponse Expired(ResponseOptions options) => ByCode(api.ExpiredCode, [ErrorCategory.CredentialExpired, ErrorCategory.Unauthenticated], 401, options);

    /// <summary>The answer with a named code, else with the vendor's first code of a category, else a bare HTTP status.</summary>
    internal ComposedResponse ByCode(string? code, IEnumerable<ErrorCategory> categories, int status, ResponseOptions options)
    {
        CodeRow? row = categories
            .Select(category => vendor.Codes.FirstOrDefault(known => known.Category == category && known.LastCode is null && known.Operation is null && known.When is null))
            .FirstOrDefault(known => known is not null);
        return code is not null ? VendorResponses.For(vendor, code, options)
            : row is not null ? VendorResponses.For(vendor, row, options)
            : VendorResponses.Status(vendor, status) with { Headers = Composition.BodyComposition.RetryAfter(options.Wait) };
    }

    private static string? RefreshTokenOf(ReceivedRequest request)
    {
        if (!request.IsJson)
        {
            return ValueOf(request.Form, RefreshMember);
        }

        try
        {
            using var body = JsonDocument.Parse(request.Body);
            return body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty(RefreshMember, out JsonElement token) ? token.ToString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? ValueOf(IEnumerable<KeyValuePair<string, string>> values, string name) =>
        values.LastOrDefault(value => string.Equals(value.Key, name, StringComparison.Ordinal)).Value;

    private string? TokenOf(ReceivedRequest request)
    {
        const string bearer = "Bearer ";
        if (api.QueryParameter is { } parameter)
        {
            return ValueOf(request.Query, parameter);
        }

        return request.Headers.TryGetValue("Authorization", out string? header) && header.StartsWith(bearer, StringComparison.OrdinalIgnoreCase) ? header[bearer.Length..].Trim() : null;
    }

    private ComposedResponse Give(TokenPair pair, TokenRules rules, ResponseOptions options)
    {
        ComposedResponse success = VendorResponses.Success(vendor, options);
        JsonObject body = JsonNode.Parse(success.Body) as JsonObject ?? [];
        body["access_token"] = pair.Access;
        body[api.LifetimeMember] = (long)rules.Lifetime.TotalSeconds;
        body[RefreshMember] = pair.Refresh;
        if (api.RefreshLifetimeMember is { } member)
        {
            body[member] = (long)rules.RefreshLifetime.TotalSeconds;
        }

        return success with { Body = body.ToJsonString() };
    }
}
