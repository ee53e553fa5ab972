using VendorErrors.Http.Accounts;
using VendorErrors.Http.Chain;
using VendorErrors.Http.Options;
using VendorErrors.Http.Retries;

namespace VendorErrors.Http;

/// <summary>
/// Classifies the answers of a vendor, sends again where that is safe and useful, and gives the caller the vendor's real answer. One
/// handler that owns the order of things: classify inside, retry outside, refresh in between. Safe for use by several threads.
/// </summary>
public sealed class VendorErrorHandler : DelegatingHandler
{
    private readonly Func<VendorLoop> _loop;
    private readonly object _lock = new();
    private volatile AttemptGuard? _guard;

    /// <summary>Creates a handler without a container, in front of an <see cref="HttpClientHandler"/>.</summary>
    /// <param name="vendor">The vendor.</param>
    /// <param name="options">How to handle its calls. Default: all defaults.</param>
    /// <param name="refresher">Who refreshes a credential. Default: nobody, and an expired one is returned to the caller.</param>
    /// <param name="time">The clock. Default: the system's.</param>
    /// <exception cref="ArgumentNullException">The vendor is missing.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options have faults; the message lists them all.</exception>
    public VendorErrorHandler(Vendor vendor, VendorErrorOptions? options = null, ICredentialRefresher? refresher = null, TimeProvider? time = null)
        : this(vendor, options ?? new VendorErrorOptions(), new VendorServices { Refresher = refresher, Time = time ?? TimeProvider.System }) => InnerHandler = new HttpClientHandler();

    /// <summary>Creates a handler without a container that enters calls with an id in a ledger, in front of an <see cref="HttpClientHandler"/>.</summary>
    /// <param name="vendor">The vendor.</param>
    /// <param name="ledger">The ledger.</param>
    /// <param name="options">How to handle its calls. Default: all defaults.</param>
    /// <param name="refresher">Who refreshes a credential. Default: nobody.</param>
    /// <param name="probe">Who asks the vendor whether a call happened. Default: nobody.</param>
    /// <param name="time">The clock. Default: the system's.</param>
    /// <exception cref="ArgumentNullException">The vendor or the ledger is missing.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options have faults; the message lists them all.</exception>
    public VendorErrorHandler(
        Vendor vendor, CallLedger ledger, VendorErrorOptions? options = null, ICredentialRefresher? refresher = null, IEffectProbe? probe = null, TimeProvider? time = null)
        : this(
            vendor,
            options ?? new VendorErrorOptions(),
            new VendorServices { Refresher = refresher, Time = time ?? TimeProvider.System, Ledger = ledger ?? throw new ArgumentNullException(nameof(ledger)), Probe = probe }) => InnerHandler = new HttpClientHandler();

    internal VendorErrorHandler(Vendor vendor, VendorErrorOptions options, VendorServices services)
    {
        _ = vendor ?? throw new ArgumentNullException(nameof(vendor));
        VendorErrorOptionsValidator.ThrowIfInvalid(options);
        var loop = new VendorLoop(new VendorEngine(vendor, options, services));
        _loop = () => loop;
    }

    internal VendorErrorHandler(Func<VendorLoop> loop) => _loop = loop;

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _ = request ?? throw new ArgumentNullException(nameof(request));
        VendorLoop loop = _loop();
        VendorCall call;
        try
        {
            call = loop.Engine.Beginning.Begin(request, Guard(loop), isAsync: true, sendsTheMessage: true);
        }
        catch (VendorErrorException e)
        {
            return Task.FromException<HttpResponseMessage>(e);
        }

        return loop.RunAsync(call, new Inner(this), cancellationToken);
    }

#if NET
    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _ = request ?? throw new ArgumentNullException(nameof(request));
        VendorLoop loop = _loop();
        return loop.RunAsync(loop.Engine.Beginning.Begin(request, Guard(loop), isAsync: false, sendsTheMessage: true), new Inner(this), cancellationToken).GetAwaiter().GetResult();
    }
#endif

    /// <summary>The guard next to the transport, which is put there before the first request.</summary>
    private AttemptGuard Guard(VendorLoop loop)
    {
        if (_guard is { } guard)
        {
            return guard;
        }

        lock (_lock)
        {
            if (_guard is null)
            {
                OtherHandlers.Look(HandlerChain.Inside(this), client: null)(loop.Engine.Options, loop.Engine.Logger);
                _guard = HandlerChain.AddGuard(this);
            }

            return _guard;
        }
    }

    private Task<HttpResponseMessage> SendInnerAsync(HttpRequestMessage request, CancellationToken cancellationToken) => base.SendAsync(request, cancellationToken);

#if NET
    private HttpResponseMessage SendInner(HttpRequestMessage request, CancellationToken cancellationToken) => base.Send(request, cancellationToken);
#else
    private HttpResponseMessage SendInner(HttpRequestMessage request, CancellationToken cancellationToken) => SendInnerAsync(request, cancellationToken).GetAwaiter().GetResult();
#endif

    private readonly struct Inner(VendorErrorHandler handler) : ISender
    {
        public ValueTask<HttpResponseMessage> SendAsync(VendorCall call, CancellationToken cancellationToken) => call.IsAsync
            ? new ValueTask<HttpResponseMessage>(handler.SendInnerAsync(call.Message!, cancellationToken))
            : new ValueTask<HttpResponseMessage>(handler.SendInner(call.Message!, cancellationToken));
    }
}
