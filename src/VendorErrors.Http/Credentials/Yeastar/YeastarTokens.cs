using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using VendorErrors.Http.Credentials.Yeastar;
using VendorErrors.Http.Retries;
using VendorErrors.Http.Telemetry;

namespace VendorErrors.Http;

/// <summary>
/// The tokens of one Yeastar P-Series PBX: signs in, refreshes, puts the token on requests, and gives it back at the end. One object for
/// the whole process: an application has at most eight token slots. Safe for use by several threads.
/// </summary>
/// <remarks>
/// Facts, by the vendor's guides "Get Access Token", "Refresh Access Token", "Revoke Access Token" and "Authorization Rule": an access token lives
/// 30 minutes and a refresh token 24 hours; a refresh replaces both. Observed: at most eight tokens count at a time (60002 beyond it), and five failed
/// sign-ins block the address. So signing in that was refused for good is not tried again with the same credentials.
/// </remarks>
public sealed class YeastarTokens : ICredentialRefresher, IRequestAuthorizer, IDisposable, IAsyncDisposable
{
    private const string Api = "openapi/v1.0/";
    private const string Parameter = "access_token=";

    /// <summary>How long giving the token back may take, by the clock of the machine: 5 seconds. The end of a program does not hang on it.</summary>
    private static readonly TimeSpan s_revokePatience = TimeSpan.FromSeconds(5);

    /// <summary>How long a fleet does not repeat a sign-in that was refused: 7 days.</summary>
    private static readonly TimeSpan s_refusedPause = TimeSpan.FromDays(7);

    private readonly Func<YeastarTokenOptions> _options;
    private readonly Lazy<HttpClient> _client;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile YeastarToken? _token;
    private long _version;
    private int _isDisposed;

    // Both null where every process has a token of its own.
    private readonly SharedCredential? _shared;
    private volatile Tuple<string, YeastarToken>? _adopted;

    // Both only within the semaphore.
    private (Uri? Address, string Id, string Secret)? _refused;
    private (long At, TimeSpan Length)? _pause;

    /// <summary>Creates the tokens of a PBX without a container.</summary>
    /// <param name="client">The client for the token requests alone. It must not retry, and stays the caller's.</param>
    /// <param name="options">How to sign in.</param>
    /// <param name="time">The clock. Default: the system's.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options have faults; the message lists them all.</exception>
    public YeastarTokens(HttpClient client, YeastarTokenOptions options, TimeProvider? time = null)
        : this(() => client, () => options, time ?? TimeProvider.System, NullLogger.Instance)
    {
        _ = client ?? throw new ArgumentNullException(nameof(client));
        YeastarTokenOptionsValidator.ThrowIfInvalid(options ?? throw new ArgumentNullException(nameof(options)));
    }

    internal YeastarTokens(Func<HttpClient> client, Func<YeastarTokenOptions> options, TimeProvider time, ILogger logger, ISharedCredentialStore? store = null, ISecretProtector? protector = null)
    {
        (_options, _time, _logger) = (options, time, logger);
        _client = new Lazy<HttpClient>(client);
        _shared = store is null || protector is null ? null : new SharedCredential(() => SharedName.Of(options()), store, protector, time, logger);
    }

    /// <inheritdoc/>
    public long Version => _shared?.Version ?? Interlocked.Read(ref _version);

    /// <summary>Puts the present token into the query, in place of an older one. Without a token the request goes out as it is, and its refusal leads to a sign-in.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Not used: the token is there or not.</param>
    public ValueTask AuthorizeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _ = request ?? throw new ArgumentNullException(nameof(request));
        if (Present() is { } token && request.RequestUri is { IsAbsoluteUri: true } address)
        {
            IEnumerable<string> others = address.Query.TrimStart('?').Split('&').Where(part => part.Length > 0 && !part.StartsWith(Parameter, StringComparison.Ordinal));
            request.RequestUri = new UriBuilder(address) { Query = string.Join("&", others.Append(Parameter + Uri.EscapeDataString(token.Access))) }.Uri;
        }

        return default;
    }

    /// <inheritdoc/>
    public async ValueTask RefreshAsync(long refusedVersion, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Version > refusedVersion || Volatile.Read(ref _isDisposed) != 0)
            {
                return;
            }

            if (_shared is null)
            {
                await RefreshAloneAsync(cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await _shared.RefreshAsync(refusedVersion, RefreshForAllAsync, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task RefreshAloneAsync(CancellationToken cancellationToken)
    {
        if (_token is { } old && old.MayBeRefreshed(_time))
        {
            VendorResult refreshed = await AskAsync("refresh_token", writer => writer.WriteString("refresh_token", old.Refresh), cancellationToken).ConfigureAwait(false);
            if (refreshed.Category != ErrorCategory.Unauthenticated)
            {
                // A PBX that is down does not cost a slot: only a refresh token that counts no longer leads to a new sign-in.
                Heed(refreshed);
                return;
            }
        }

        await SignInAsync(cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<string?> RefreshForAllAsync(string? present, CancellationToken cancellationToken)
    {
        _token = present is null ? null : YeastarToken.Read(Encoding.UTF8.GetBytes(present), _time.GetTimestamp());
        long before = Interlocked.Read(ref _version);
        await RefreshAloneAsync(cancellationToken).ConfigureAwait(false);
        if (Interlocked.Read(ref _version) > before)
        {
            return _token!.ToJson();
        }

        // Five wrong passwords block the address, so that the fleet is as patient as one process; the name changes with the password.
        _shared!.FailurePause = _refused is not null ? s_refusedPause : (_pause is { } pause && pause.Length > _time.GetElapsedTime(pause.At)) ? pause.Length - _time.GetElapsedTime(pause.At) : TimeSpan.FromSeconds(SharedCredential.FailurePauseSeconds);
        return null;
    }

    private YeastarToken? Present()
    {
        if (_shared is null)
        {
            return _token;
        }

        string? secret = _shared.Secret;
        if (secret is null)
        {
            return null;
        }

        Tuple<string, YeastarToken>? adopted = _adopted;
        if (adopted is null || !ReferenceEquals(adopted.Item1, secret))
        {
            _adopted = adopted = Tuple.Create(secret, YeastarToken.Read(Encoding.UTF8.GetBytes(secret), _time.GetTimestamp()));
        }

        return adopted.Item2;
    }

    /// <summary>Gives the token back, so that its slot is free, unless the options say otherwise. Never throws, and takes 5 seconds at most.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        using var patience = new CancellationTokenSource(s_revokePatience);
        try
        {
            // What is under way may bring a token, which has to be given back too.
            await _one.WaitAsync(patience.Token).ConfigureAwait(false);
            try
            {
                await RevokeAsync(patience.Token).ConfigureAwait(false);
            }
            finally
            {
                _one.Release();
            }
        }
#pragma warning disable CA1031 // The program ends; the token expires by itself.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    /// <summary>The same, for a container that is disposed synchronously.</summary>
    public void Dispose()
    {
        // Off the context: its thread is blocked here.
        Task.Run(() => DisposeAsync().AsTask()).Wait(s_revokePatience);
    }

    private async Task RevokeAsync(CancellationToken cancellationToken)
    {
        // A token of the fleet stays: the other instances use it.
        if (_shared is null && _token is { } token && _options().RevokeOnDispose)
        {
            _token = null;
            using HttpRequestMessage request = RequestOf(HttpMethod.Get, $"del_token?{Parameter}{Uri.EscapeDataString(token.Access)}");
            using HttpResponseMessage response = await _client.Value.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task SignInAsync(CancellationToken cancellationToken)
    {
        YeastarTokenOptions options = _options();
        bool isRefused = _refused == (options.BaseAddress, options.ClientId, options.ClientSecret);
        if (isRefused || (_pause is { } pause && _time.GetElapsedTime(pause.At) < pause.Length))
        {
            return;
        }

        VendorResult signedIn = await AskAsync(
            "get_token",
            writer =>
            {
                writer.WriteString("username", options.ClientId);
                writer.WriteString("password", options.ClientSecret);
            },
            cancellationToken).ConfigureAwait(false);
        Heed(signedIn);
        if (signedIn.Error is { Group: ErrorGroup.Credential or ErrorGroup.Access } refusal)
        {
            _refused = (options.BaseAddress, options.ClientId, options.ClientSecret);
            Log.SignInRefused(_logger, refusal);
        }
    }

    /// <summary>After an answer that all slots are in use nobody asks for a while.</summary>
    private void Heed(in VendorResult result)
    {
        if (result.Category == ErrorCategory.LimitReached)
        {
            _pause = (_time.GetTimestamp(), _options().SlotsFullPause);
            Log.TokenSlotsFull(_logger, Vendor.YeastarPSeries.Id, _pause.Value.Length);
        }
    }

    private async Task<VendorResult> AskAsync(string operation, Action<Utf8JsonWriter> write, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = RequestOf(HttpMethod.Post, operation);
        request.Content = JsonOf(write);
        using HttpResponseMessage response = await _client.Value.SendAsync(request, cancellationToken).ConfigureAwait(false);
        byte[] body = await response.Content.ReadAsByteArrayAsync(
#if NET
            cancellationToken
#endif
            ).ConfigureAwait(false);
        VendorResult result = Vendor.YeastarPSeries.Classify(new VendorResponse((int)response.StatusCode, body) { Method = "POST", Path = Api + operation });
        if (result.IsSuccess)
        {
            _token = YeastarToken.Read(body, _time.GetTimestamp());
            _pause = null;
            Interlocked.Increment(ref _version);
        }

        return result;
    }

    private HttpRequestMessage RequestOf(HttpMethod method, string operation)
    {
        YeastarTokenOptions options = _options();
        var request = new HttpRequestMessage(method, new Uri($"{options.BaseAddress!.AbsoluteUri.TrimEnd('/')}/{Api}{operation}"));
        request.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        return request;
    }

    private static ByteArrayContent JsonOf(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return new ByteArrayContent(bytes.ToArray()) { Headers = { ContentType = new("application/json") } };
    }
}
