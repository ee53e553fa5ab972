using VendorErrors.Redaction;
using VendorErrors.Retries;

namespace VendorErrors.Http;

/// <summary>
/// A failure that was asked to be thrown, or a request that was not sent because its account cools down. The message holds the vendor,
/// the code and our category, and nothing of the vendor's own words; those are in <see cref="Error"/>.
/// </summary>
public sealed class VendorErrorException : HttpRequestException
{
    internal VendorErrorException(VendorError error, RetryDecision decision, DateTimeOffset? notBefore = null)
#if NET
        : base(MessageOf(error, decision, notBefore), inner: null, (System.Net.HttpStatusCode?)error.HttpStatus)
#else
        : base(MessageOf(error, decision, notBefore))
#endif
    {
        Error = error;
        Decision = decision;
        NotBefore = notBefore;
    }

    /// <summary>What failed.</summary>
    public VendorError Error { get; }

    /// <summary>Why it was not sent again.</summary>
    public RetryDecision Decision { get; }

    /// <summary>The time before which the vendor does not want to be asked again; <see langword="null"/> where it named none.</summary>
    public DateTimeOffset? NotBefore { get; }

    private static string MessageOf(VendorError error, RetryDecision decision, DateTimeOffset? notBefore)
    {
        string code = error.Code is null ? string.Empty : $" {Redactor.Code(error)}{(error.CodeName is null ? null : $" ({error.CodeName})")}";
        string later = notBefore is { } time ? $" Not before {time:u}." : string.Empty;
        return OneLine.Of($"{error.Vendor.Id}{code}: {SnakeCase.Of(error.Category)}, effect {SnakeCase.Of(error.Effect)}. {decision.Advice?.Text ?? error.Advice?.Text}{later}");
    }
}
