using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using VendorErrors.Http.Retries;
using VendorErrors.Http.Telemetry;

namespace VendorErrors.Http;

/// <summary>
/// One credential for a fleet: an instance refreshes it under a lease, the others wait and take over what it got. An instance that dies in the
/// middle is replaced when its lease is over. A failure pauses the whole fleet. Where the store cannot be reached, an instance refreshes alone.
/// For use inside of an <see cref="ICredentialRefresher"/>. Safe for use by several threads; one refresh at a time.
/// </summary>
/// <example>
/// <code>
/// internal sealed class AcmeToken(SharedCredential shared, IAcmeLogin login) : ICredentialRefresher, IRequestAuthorizer
/// {
///     public long Version =&gt; shared.Version;
///
///     public ValueTask AuthorizeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
///     {
///         request.Headers.Authorization = new("Bearer", shared.Secret);
///         return default;
///     }
///
///     public ValueTask RefreshAsync(long refusedVersion, CancellationToken cancellationToken) =&gt;
///         shared.RefreshAsync(refusedVersion, async (present, token) =&gt; await login.SignInAsync(token), cancellationToken);
/// }
/// </code>
/// </example>
#pragma warning disable CA1001 // A semaphore whose wait handle nobody asks for holds nothing that has to be released.
public sealed class SharedCredential
#pragma warning restore CA1001
{
    /// <summary>How long an instance may be silent before another refreshes in its place: 5 seconds.</summary>
    public const int LeaseSeconds = 5;

    /// <summary>How long nobody in the fleet tries again after a failure: 30 seconds.</summary>
    public const int FailurePauseSeconds = 30;

    private static readonly TimeSpan s_lease = TimeSpan.FromSeconds(LeaseSeconds);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_least = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(100);

    private readonly Func<string> _name;
    private readonly ISharedCredentialStore _store;
    private readonly ISecretProtector _protector;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile string? _secret;
    private long _version;

    // All within the semaphore. The store's version of what this instance has; others count alike, while the local version only says "newer".
    private string? _storedName;
    private long _storedVersion;
    private bool _isOut;

    /// <summary>Creates the link of this instance to a credential of the fleet.</summary>
    /// <param name="name">Which credential: the same for all instances, another for each account. Never a secret.</param>
    /// <param name="store">The store.</param>
    /// <param name="protector">Encrypts the secret before it leaves the process.</param>
    /// <param name="time">The clock. Default: the system's.</param>
    public SharedCredential(string name, ISharedCredentialStore store, ISecretProtector protector, TimeProvider? time = null)
        : this(() => name, store, protector, time ?? TimeProvider.System, NullLogger.Instance) =>
        _ = name ?? throw new ArgumentNullException(nameof(name));

    internal SharedCredential(Func<string> name, ISharedCredentialStore store, ISecretProtector protector, TimeProvider time, ILogger logger)
    {
        _store = store ?? throw new ArgumentNullException(nameof(store));
        _protector = protector ?? throw new ArgumentNullException(nameof(protector));
        (_name, _time, _logger) = (name, time, logger);
    }

    /// <summary>The version of the present secret within this process, as <see cref="ICredentialRefresher.Version"/> wants it. It never falls.</summary>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>The present secret; null before the first refresh.</summary>
    public string? Secret => _secret;

    /// <summary>How long the fleet pauses after a failure; set by a refresh that knows better, before it returns null.</summary>
    internal TimeSpan FailurePause { get; set; } = TimeSpan.FromSeconds(FailurePauseSeconds);

    /// <summary>Gets a newer credential than the refused one: the fleet's, where there is one, else by refreshing it for all.</summary>
    /// <param name="refusedVersion">The local version that the vendor refused. Where <see cref="Version"/> is greater already, nothing is done.</param>
    /// <param name="refresh">Gets a new secret; is given the present one, which another instance may have got. Null says that it failed.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async ValueTask RefreshAsync(long refusedVersion, Func<string?, CancellationToken, ValueTask<string?>> refresh, CancellationToken cancellationToken)
    {
        _ = refresh ?? throw new ArgumentNullException(nameof(refresh));
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Version <= refusedVersion)
            {
                await RefreshOnceAsync(refresh, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task RefreshOnceAsync(Func<string?, CancellationToken, ValueTask<string?>> refresh, CancellationToken cancellationToken)
    {
        string name = _name();
        if (name != _storedName)
        {
            (_storedName, _storedVersion) = (name, 0);
        }

        string owner = Guid.NewGuid().ToString("N");
        string? fresh = null;
        while (true)
        {
            SharedCredentialState? state = await AskAsync(token => _store.TryBeginAsync(name, _storedVersion, owner, s_lease, token), cancellationToken).ConfigureAwait(false);
            string? stored = null;
            if (state is null || (state.Secret is { } bytes && !TryUnprotect(bytes, out stored)))
            {
                // The store is gone, or holds what nobody here can read: what this process can do alone is better than nothing.
                Take(fresh ?? await refresh(_secret, cancellationToken).ConfigureAwait(false), _storedVersion);
                return;
            }

            switch (state.Step)
            {
                case SharedCredentialStep.Adopt:
                    Take(stored, state.Version);
                    return;
                case SharedCredentialStep.Paused:
                    Take(fresh, _storedVersion);
                    return;
                case SharedCredentialStep.Wait:
                    TimeSpan wait = state.Left < s_poll ? state.Left : s_poll;
                    await _time.Delay(wait > s_least ? wait : s_least, cancellationToken).ConfigureAwait(false);
                    continue;
            }

            // Refreshed once, even where the lease was lost and came back.
            fresh ??= await LeadAsync(name, owner, stored ?? _secret, refresh, cancellationToken).ConfigureAwait(false);
            if (fresh is null)
            {
                return;
            }

            long version = Math.Max(state.Version, _storedVersion) + 1;
            byte[] secret = _protector.Protect(Encoding.UTF8.GetBytes(fresh));
            switch (await AskAsync<object>(async token => await _store.CommitAsync(name, owner, version, secret, token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false))
            {
                case true:
                    Take(fresh, version);
                    return;
                case null:
                    Take(fresh, _storedVersion);
                    return;
            }
        }
    }

    private async Task<string?> LeadAsync(string name, string owner, string? present, Func<string?, CancellationToken, ValueTask<string?>> refresh, CancellationToken cancellationToken)
    {
        string? fresh = null;
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task renewal = RenewAsync(name, owner, done.Token);
        try
        {
            FailurePause = TimeSpan.FromSeconds(FailurePauseSeconds);
            fresh = await refresh(present, cancellationToken).ConfigureAwait(false);
            return fresh;
        }
        finally
        {
            done.Cancel();
            await renewal.ConfigureAwait(false);
            if (fresh is null)
            {
                await AskAsync<object>(
                    async token =>
                    {
                        await _store.FailAsync(name, owner, FailurePause, token).ConfigureAwait(false);
                        return true;
                    },
                    CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private async Task RenewAsync(string name, string owner, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await _time.Delay(TimeSpan.FromTicks(s_lease.Ticks / 3), cancellationToken).ConfigureAwait(false);
                await AskAsync<object>(async token => await _store.RenewAsync(name, owner, s_lease, token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The refresh is over.
        }
    }

    private void Take(string? secret, long storedVersion)
    {
        if (secret is not null)
        {
            // The secret before its version: whoever sees the version has the secret.
            _secret = secret;
            _storedVersion = storedVersion;
            Interlocked.Increment(ref _version);
        }
    }

    private bool TryUnprotect(byte[] stored, out string? secret)
    {
        try
        {
            secret = Encoding.UTF8.GetString(_protector.Unprotect(stored));
            return true;
        }
#pragma warning disable CA1031 // Whatever the application's protector throws.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Fail(e.GetType().Name);
            secret = null;
            return false;
        }
    }

    /// <summary>Asks the store, for a short time; null where it does not answer.</summary>
    private async Task<T?> AskAsync<T>(Func<CancellationToken, ValueTask<T>> ask, CancellationToken cancellationToken)
        where T : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            Task<T> answer = Task.Run(() => ask(patience.Token).AsTask(), patience.Token);
            Task late = _time.Delay(s_patience, patience.Token);
            if (await Task.WhenAny(answer, late).ConfigureAwait(false) != answer)
            {
                _ = answer.ContinueWith(static task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
                cancellationToken.ThrowIfCancellationRequested();
                throw new TimeoutException();
            }

            T result = await answer.ConfigureAwait(false);
            _isOut = false;
            return result;
        }
#pragma warning disable CA1031 // Whatever a store throws, the calls go on without it.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Fail(e.GetType().Name);
            return null;
        }
        finally
        {
            patience.Cancel();
        }
    }

    private void Fail(string reason)
    {
        if (!_isOut)
        {
            _isOut = true;
            Log.SharedCredentialFailed(_logger, reason);
        }
    }
}
