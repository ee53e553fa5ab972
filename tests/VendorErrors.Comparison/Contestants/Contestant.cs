using VendorErrors.Http;

namespace VendorErrors.Comparison.Contestants;

/// <summary>One way of calling vendors.</summary>
internal abstract class Contestant
{
    /// <summary>How many retries each contestant may make that makes any.</summary>
    internal const int MaxRetryAttempts = 3;

    /// <summary>The time of one attempt, for each contestant.</summary>
    internal static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(10);

    internal static IReadOnlyList<Contestant> All { get; } = [new HttpClientAlone(), new StandardHandler(), new StandardHandlerOfSafeMethods(), new VendorErrorsHandler(), new VendorErrorsWithProbe()];

    /// <summary>Its heading in the tables.</summary>
    public abstract string Name { get; }

    /// <summary>What it is, in one line.</summary>
    public abstract string Explanation { get; }

    /// <summary>How it is configured, a line each.</summary>
    public abstract IReadOnlyList<string> Settings { get; }

    /// <summary><see cref="HttpClient.Timeout"/>. Default: that of <see cref="HttpClient"/>.</summary>
    public virtual TimeSpan ClientTimeout => TimeSpan.FromSeconds(100);

    /// <summary>The ledger that it keeps. Default: none, and a call is delivered once.</summary>
    public virtual CallLedger? CreateLedger(TimeProvider time) => null;

    /// <summary>The handlers in front of the vendor.</summary>
    public abstract HttpMessageHandler Wrap(Vendor vendor, HttpMessageHandler vendorSide, Surroundings surroundings);

    /// <summary>What an answer tells the caller. Default: what <see cref="HttpResponseMessage.IsSuccessStatusCode"/> says.</summary>
    public virtual Judgment Judge(HttpResponseMessage response) => new(response.IsSuccessStatusCode ? Told.Success : Told.Failure);

    /// <summary>What an exception tells the caller.</summary>
    public virtual Judgment Judge(Exception exception) => new(Told.Unknown, exception.GetType().Name);

    /// <summary>The handler that any application has whose tokens time out: puts the token on, and signs in again after an HTTP 401.</summary>
    protected static HttpMessageHandler WithTokens(HttpMessageHandler vendorSide, Surroundings surroundings) =>
        surroundings.Tokens is { } tokens ? new UnauthorizedHandler(tokens) { InnerHandler = vendorSide } : vendorSide;
}
