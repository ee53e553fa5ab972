using System.Net.Http.Json;
using System.Text.Json.Nodes;
using VendorErrors.Http;

namespace VendorErrors.Testing.Tests.Kit;

/// <summary>What an application has of its own: the tokens of one PBX.</summary>
internal sealed class PbxTokens(HttpClient client) : ICredentialRefresher
{
    private volatile string? _access;
    private volatile string? _refresh;
    private long _version;

    public void Authorize(HttpRequestMessage request)
    {
        if (_access is { } token)
        {
            request.RequestUri = new UriBuilder(request.RequestUri!) { Query = $"access_token={token}" }.Uri;
        }
    }

    public long Version => Volatile.Read(ref _version);

    public async ValueTask RefreshAsync(long refusedVersion, CancellationToken cancellationToken)
    {
        object question = _refresh is null ? new { username = "id", password = "secret" } : new { refresh_token = _refresh };
        using HttpResponseMessage response = await client.PostAsJsonAsync(_refresh is null ? "openapi/v1.0/get_token" : "openapi/v1.0/refresh_token", question, cancellationToken);
        var pair = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
        _access = (string?)pair?["access_token"];
        _refresh = (string?)pair?["refresh_token"];
        if (_access is not null)
        {
            Interlocked.Increment(ref _version);
        }
    }
}
