using System.Diagnostics.CodeAnalysis;
using Polly.Timeout;
using VendorErrors;
using VendorErrors.Http;
using VendorErrors.Http.Accounts;
using VendorErrors.Http.Options;
using VendorErrors.Http.Requests;
using VendorErrors.Http.Retries;

// Where Polly's own extensions are found, so that a pipeline needs no other using.
namespace Polly;

/// <summary>The strategies of this library for a Polly pipeline of your own.</summary>
public static class VendorResiliencePipelineBuilderExtensions
{
    // Polly takes a timeout of zero for none.
    private static readonly TimeSpan s_least = TimeSpan.FromMilliseconds(1);

    /// <summary>
    /// Adds a retry strategy that classifies each answer and obeys the same decisions as the handler. Put the request into the context
    /// under <see cref="VendorResilienceKeys.Request"/>; a new request message is needed for each attempt, as <see cref="HttpClient"/> sends none twice.
    /// Inside <c>AddResilienceHandler</c> of Microsoft.Extensions.Http.Resilience neither is needed: the handler's own message is found and restored.
    /// </summary>
    /// <param name="builder">The pipeline.</param>
    /// <param name="vendor">The vendor.</param>
    /// <param name="options">The options. Default: all defaults.</param>
    /// <param name="refresher">Who refreshes a credential. Default: nobody.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options have faults; the message lists them all.</exception>
    /// <example>
    /// <code>
    /// ResiliencePipeline&lt;HttpResponseMessage&gt; pipeline = new ResiliencePipelineBuilder&lt;HttpResponseMessage&gt;()
    ///     .AddTimeout(TimeSpan.FromSeconds(60))
    ///     .AddVendorRetry(Vendor.Dexatel, new VendorErrorOptions { MaxRetryAttempts = 2, TotalTimeout = TimeSpan.FromSeconds(60) })
    ///     .Build();
    /// </code>
    /// </example>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Polly validates options by their attributes; ours have no members, and its own are kept.")]
    public static ResiliencePipelineBuilder<HttpResponseMessage> AddVendorRetry(
        this ResiliencePipelineBuilder<HttpResponseMessage> builder, Vendor vendor, VendorErrorOptions? options = null, ICredentialRefresher? refresher = null)
    {
        _ = builder ?? throw new ArgumentNullException(nameof(builder));
        _ = vendor ?? throw new ArgumentNullException(nameof(vendor));
        options ??= new VendorErrorOptions();
        VendorErrorOptionsValidator.ThrowIfInvalid(options);
        return AddRetry(builder, options, new VendorEngine(vendor, options, new VendorServices { Time = TimeOf(builder), Refresher = refresher }));
    }

    /// <summary>Adds the same strategy, which enters calls with an id in a ledger.</summary>
    /// <param name="builder">The pipeline.</param>
    /// <param name="vendor">The vendor.</param>
    /// <param name="ledger">The ledger.</param>
    /// <param name="options">The options. Default: all defaults.</param>
    /// <param name="refresher">Who refreshes a credential. Default: nobody.</param>
    /// <param name="probe">Who asks the vendor whether a call happened. Default: nobody.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options have faults; the message lists them all.</exception>
    /// <example>
    /// <code>
    /// var ledger = new CallLedger(store);
    /// ResiliencePipeline&lt;HttpResponseMessage&gt; once = new ResiliencePipelineBuilder&lt;HttpResponseMessage&gt;()
    ///     .AddVendorRetry(Vendor.Dexatel, ledger)
    ///     .Build();
    /// </code>
    /// </example>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Polly validates options by their attributes; ours have no members, and its own are kept.")]
    public static ResiliencePipelineBuilder<HttpResponseMessage> AddVendorRetry(
        this ResiliencePipelineBuilder<HttpResponseMessage> builder,
        Vendor vendor,
        CallLedger ledger,
        VendorErrorOptions? options = null,
        ICredentialRefresher? refresher = null,
        IEffectProbe? probe = null)
    {
        _ = builder ?? throw new ArgumentNullException(nameof(builder));
        _ = vendor ?? throw new ArgumentNullException(nameof(vendor));
        _ = ledger ?? throw new ArgumentNullException(nameof(ledger));
        options ??= new VendorErrorOptions();
        VendorErrorOptionsValidator.ThrowIfInvalid(options);
        return AddRetry(builder, options, new VendorEngine(vendor, options, new VendorServices { Time = TimeOf(builder), Refresher = refresher, Ledger = ledger, Probe = probe }));
    }

    /// <summary>
    /// Adds a strategy that classifies each answer and changes nothing. Place it innermost: then the strategies around it, such as a circuit breaker
    /// or hedging, see an error inside HTTP 200 as the failure that it is, by <see cref="VendorPredicates"/> in their <c>ShouldHandle</c>. The
    /// request is found as <see cref="AddVendorRetry(ResiliencePipelineBuilder{HttpResponseMessage}, Vendor, VendorErrorOptions, ICredentialRefresher)"/> finds it. Measures and logs nothing, so that a retry around it counts each error once.
    /// </summary>
    /// <param name="builder">The pipeline.</param>
    /// <param name="vendor">The vendor.</param>
    /// <param name="options">The options, of which those count that are about reading: single codes, limits of bodies. Default: all defaults.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options have faults; the message lists them all.</exception>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Polly validates options by their attributes; ours have no members, and its own are kept.")]
    public static ResiliencePipelineBuilder<HttpResponseMessage> AddVendorClassification(
        this ResiliencePipelineBuilder<HttpResponseMessage> builder, Vendor vendor, VendorErrorOptions? options = null)
    {
        _ = builder ?? throw new ArgumentNullException(nameof(builder));
        _ = vendor ?? throw new ArgumentNullException(nameof(vendor));
        options ??= new VendorErrorOptions();
        VendorErrorOptionsValidator.ThrowIfInvalid(options);
        VendorEngine engine = new VendorEngine(vendor, options, new VendorServices { Time = TimeOf(builder) });
        builder.AddStrategy(_ => new VendorClassificationStrategy(engine), new NamedOptions("VendorErrors.Classification"));
        return builder;
    }

    /// <summary>
    /// What the request of an execution is to a vendor, such as a read: for strategies that must not repeat a write, as hedging. Without a
    /// request in the context it is a non-idempotent write.
    /// </summary>
    /// <param name="context">The context of the execution.</param>
    /// <param name="vendor">The vendor.</param>
    public static VendorOperation GetVendorOperation(this ResilienceContext context, Vendor vendor)
    {
        _ = context ?? throw new ArgumentNullException(nameof(context));
        _ = vendor ?? throw new ArgumentNullException(nameof(vendor));
        HttpRequestMessage? message = VendorResilienceKeys.FindRequest(context, out _);
        bool hasKey = message is not null && vendor.Definition.IdempotencyKeyHeader is { } header && message.Headers.Contains(header);
        return VendorHttpRequestExtensions.OperationOf(vendor, message, VendorRequest.From(message), hasKey);
    }

    private static TimeProvider TimeOf(ResiliencePipelineBuilder<HttpResponseMessage> builder) => builder.TimeProvider ?? TimeProvider.System;

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Polly validates options by their attributes; ours have no members, and its own are kept.")]
    private static ResiliencePipelineBuilder<HttpResponseMessage> AddRetry(ResiliencePipelineBuilder<HttpResponseMessage> builder, VendorErrorOptions options, VendorEngine engine)
    {
        builder.AddStrategy(_ => new VendorRetryStrategy(new VendorLoop(engine)), new NamedOptions("VendorErrors"));

        // A lease in the ledger ends an attempt, too.
        return options.AttemptTimeout is null && options.TotalTimeout is null && !engine.HasLedger ? builder : builder.AddTimeout(Timeout(engine));
    }

    private static TimeoutStrategyOptions Timeout(VendorEngine engine) => new()
    {
        Name = "VendorErrors.Attempt",
        TimeoutGenerator = args => new ValueTask<TimeSpan>(args.Context.Properties.GetValue(VendorRetryStrategy.CallKey, null) is { } call && engine.TimeForAttempt(call) is { } left
            ? left > s_least ? left : s_least
            : System.Threading.Timeout.InfiniteTimeSpan),
    };

    private sealed class NamedOptions : ResilienceStrategyOptions
    {
        public NamedOptions(string name) => Name = name;
    }
}
