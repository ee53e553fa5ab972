using Polly;
using VendorErrors.Http.Credentials;
using VendorErrors.Http.Options;
using VendorErrors.Http.Retries;

namespace VendorErrors.Http;

/// <summary>The retry strategy for a Polly pipeline of one's own.</summary>
public static class VendorRetryExtensions
{
    /// <summary>
    /// Adds a retry strategy that classifies each answer and obeys the same decisions as the handler. Put the request into the context
    /// under <see cref="VendorResilienceKeys.Request"/>; a new request message is needed for each attempt, as <see cref="HttpClient"/> sends none twice.
    /// </summary>
    /// <param name="builder">The pipeline.</param>
    /// <param name="vendor">The vendor.</param>
    /// <param name="options">The options. Default: all defaults.</param>
    /// <param name="refresher">Who refreshes a credential. Default: nobody.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options have faults; the message lists them all.</exception>
    public static ResiliencePipelineBuilder<HttpResponseMessage> AddVendorRetry(
        this ResiliencePipelineBuilder<HttpResponseMessage> builder, Vendor vendor, VendorErrorOptions? options = null, ICredentialRefresher? refresher = null)
    {
        _ = builder ?? throw new ArgumentNullException(nameof(builder));
        _ = vendor ?? throw new ArgumentNullException(nameof(vendor));
        options ??= new VendorErrorOptions();
        VendorErrorOptionsValidator.ThrowIfInvalid(options);
        TimeProvider time = builder.TimeProvider ?? TimeProvider.System;
        var services = new VendorServices { Time = time, Refresher = refresher };
        return VendorRetry.AddTo(builder, new VendorEngine(vendor, options, services.States.Of(vendor, options), CredentialGate.Of(refresher), services));
    }
}
