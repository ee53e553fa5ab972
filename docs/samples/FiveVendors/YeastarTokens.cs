using System.Net.Http.Json;
using System.Text.Json;
using VendorErrors;
using VendorErrors.Http;

namespace FiveVendors;

/// <summary>The tokens of one PBX: one object for the whole process. Safe for use by several threads.</summary>
internal sealed class YeastarTokens(IHttpClientFactory clients, YeastarAccount account) : ICredentialRefresher
{
    internal const string ClientName = "pbx-tokens";
    private static readonly JsonDocumentOptions s_tolerant = new() { AllowTrailingCommas = true };
    private volatile Pair? _pair;
    private volatile bool _refused;

    /// <summary>Puts the present token in the query, in place of an older one.</summary>
    public void Authorize(HttpRequestMessage request)
    {
        if (_pair is { } pair)
        {
            var address = new UriBuilder(request.RequestUri!);
            IEnumerable<string> others = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Where(part => !part.StartsWith("access_token=", StringComparison.Ordinal));
            address.Query = string.Join('&', others.Append($"access_token={Uri.EscapeDataString(pair.Access)}"));
            request.RequestUri = address.Uri;
        }
    }

    public async ValueTask<bool> RefreshAsync(CancellationToken cancellationToken)
    {
        if (_pair is { } old)
        {
            VendorResult refreshed = await AskAsync("refresh_token", new { refresh_token = old.Refresh }, cancellationToken);
            if (refreshed.Category != ErrorCategory.Unauthenticated)
            {
                return refreshed.IsSuccess;
            }
        }

        // Signing in takes a slot, and wrong passwords block the address: what was refused for good is not tried again.
        if (_refused)
        {
            return false;
        }

        VendorResult signedIn = await AskAsync("get_token", new { username = account.ClientId, password = account.ClientSecret }, cancellationToken);
        _refused = signedIn.IsFailure && signedIn.Retry.Disposition == RetryDisposition.Never;
        return signedIn.IsSuccess;
    }

    private async Task<VendorResult> AskAsync(string operation, object question, CancellationToken cancellationToken)
    {
        string path = $"openapi/v1.0/{operation}";
        using HttpClient client = clients.CreateClient(ClientName);
        using HttpResponseMessage response = await client.PostAsJsonAsync(new Uri(path, UriKind.Relative), question, cancellationToken);
        byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        VendorResult result = Vendor.YeastarPSeries.Classify(new VendorResponse((int)response.StatusCode, body) { Method = "POST", Path = path });
        if (result.IsSuccess)
        {
            using var answer = JsonDocument.Parse(body, s_tolerant);
            _pair = new Pair(answer.RootElement.GetProperty("access_token").GetString()!, answer.RootElement.GetProperty("refresh_token").GetString()!);
        }

        return result;
    }

    private sealed record Pair(string Access, string Refresh);
}
