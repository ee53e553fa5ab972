using VendorErrors.Http;
using VendorErrors.Retries;

namespace VendorErrors;

/// <summary>What a response means, of a client with a <see cref="VendorErrorHandler"/>.</summary>
public static class VendorHttpResponseExtensions
{
    /// <summary>What the response means; the default value, which is no success, where no handler of ours saw it.</summary>
    /// <param name="response">The response.</param>
    public static VendorResult GetVendorResult(this HttpResponseMessage response) => Find(response)?.Result ?? default;

    /// <summary>What was decided about it, and why it was not sent again.</summary>
    /// <param name="response">The response.</param>
    public static RetryDecision GetVendorDecision(this HttpResponseMessage response) => Find(response)?.Decision ?? default;

    /// <summary>Every attempt that was made, the first one first; none where no handler of ours saw the response.</summary>
    /// <param name="response">The response.</param>
    public static IReadOnlyList<VendorAttempt> GetVendorAttempts(this HttpResponseMessage response) => Find(response)?.Attempts ?? [];

    /// <summary>
    /// Throws where the response is a failure, by whatever HTTP status it came, or a partial success: then some of it was not done, and who
    /// takes it for done loses that.
    /// </summary>
    /// <param name="response">The response.</param>
    /// <param name="acceptPartialSuccess">Whether a partial success is returned. Default: it throws.</param>
    /// <returns>The response.</returns>
    /// <exception cref="VendorErrorException">It is a failure, or a partial success.</exception>
    /// <exception cref="InvalidOperationException">No handler of ours saw the response.</exception>
    /// <example>
    /// <code>
    /// try
    /// {
    ///     using HttpResponseMessage response = await client.GetAsync(address);
    ///     response.EnsureVendorSuccess();
    /// }
    /// catch (VendorErrorException e) when (e.Result.Category == ErrorCategory.NotFound)
    /// {
    ///     Console.WriteLine(e.Result.Answer?.Message);
    /// }
    /// </code>
    /// </example>
    public static HttpResponseMessage EnsureVendorSuccess(this HttpResponseMessage response, bool acceptPartialSuccess = false)
    {
        CallOutcome outcome = Find(response) ?? throw new InvalidOperationException("The response did not come through a VendorErrorHandler; add one with AddVendorErrors.");
        return outcome.IsAcceptable(acceptPartialSuccess) ? response : throw new VendorErrorException(outcome);
    }

    /// <summary>
    /// Hangs a verdict on a response, for a handler of your own that classifies, and for tests: whatever reads the verdict sees this one.
    /// </summary>
    /// <param name="response">The response.</param>
    /// <param name="result">What it means.</param>
    /// <param name="decision">What was decided. Default: what the policy decides after a first attempt of a plain write.</param>
    /// <returns>The response.</returns>
    public static HttpResponseMessage WithVendorResult(this HttpResponseMessage response, VendorResult result, RetryDecision? decision = null)
    {
        _ = response ?? throw new ArgumentNullException(nameof(response));
        CallOutcome.Attach(response, CallOutcome.OfOneAttempt(result, decision));
        return response;
    }

    private static CallOutcome? Find(HttpResponseMessage response)
    {
        _ = response ?? throw new ArgumentNullException(nameof(response));
        return CallOutcome.Find(response);
    }
}
