using System.Net.Http.Json;
using System.Text.Json;

namespace VendorErrors.Comparison.Stage;

/// <summary>
/// The application's own care for the token of the PBX, the same for all contestants: it signs in at the start, and again one minute
/// before the documented lifetime of the token ends. That a token no longer counts before that time, it cannot know by itself.
/// </summary>
internal sealed class PbxTokens(HttpClient pbx, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan s_margin = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);
    private string _token = string.Empty;
    private DateTimeOffset _renewAt;

    /// <summary>How many times somebody other than <see cref="KeepFreshAsync"/> signed in.</summary>
    public int Refreshes { get; private set; }

    /// <summary>Puts the present token in the query, in place of an older one.</summary>
    public void Authorize(HttpRequestMessage request)
    {
        var address = new UriBuilder(request.RequestUri!);
        IEnumerable<string> others = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => !part.StartsWith("access_token=", StringComparison.Ordinal));
        address.Query = string.Join('&', others.Append($"access_token={_token}"));
        request.RequestUri = address.Uri;
    }

    /// <summary>Signs in because the present token was refused.</summary>
    public async Task<bool> RefreshAsync(CancellationToken cancellationToken)
    {
        Refreshes++;
        return await SignInAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Signs in at the start, and again whenever it is time to.</summary>
    public async Task KeepFreshAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            TimeSpan left = _renewAt - time.GetUtcNow();
            if (left <= TimeSpan.Zero)
            {
                left = await SignInAsync(cancellationToken).ConfigureAwait(false) ? TimeSpan.Zero : s_pause;
            }

            await Task.Delay(left, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public async Task<bool> SignInAsync(CancellationToken cancellationToken)
    {
        try
        {
            using HttpResponseMessage response = await pbx
                .PostAsJsonAsync(new Uri("openapi/v1.0/get_token", UriKind.Relative), new { username = "demo", password = "demo" }, cancellationToken)
                .ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                return false;
            }

            JsonElement answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken).ConfigureAwait(false);
            _token = answer.GetProperty("access_token").GetString()!;
            _renewAt = time.GetUtcNow() + TimeSpan.FromSeconds(answer.GetProperty("access_token_expire_time").GetInt32()) - s_margin;
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    public void Dispose() => pbx.Dispose();
}
