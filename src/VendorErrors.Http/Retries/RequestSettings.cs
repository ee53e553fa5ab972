using VendorErrors.Http.Requests;

namespace VendorErrors.Http.Retries;

/// <summary>What the caller said about one request, in one place of its options. Immutable, because copies of the message share it.</summary>
internal sealed record RequestSettings
{
    private const string Key = "VendorErrors.Settings";

    private static readonly RequestSettings s_none = new();

    /// <summary>How safe it is to send it twice; null for what the definition says.</summary>
    public OperationSafety? Safety { get; init; }

    /// <summary>The most retries; null for what the client's options say.</summary>
    public int? MaxRetryAttempts { get; init; }

    /// <summary>The time for all of it, infinite for any; null for what the client's options say.</summary>
    public TimeSpan? TotalTimeout { get; init; }

    /// <summary>The account whose cooldown counts; null for the client's.</summary>
    public string? Account { get; init; }

    /// <summary>The credential that it is sent with; null for the client's.</summary>
    public ICredentialRefresher? Credential { get; init; }

    /// <summary>The header of the idempotency key that the caller named; null for the vendor's.</summary>
    public string? KeyHeader { get; init; }

    /// <summary>Whether the key in that header was made here, so that it may be replaced by the one of the call's id.</summary>
    public bool IsKeyMade { get; init; }

    /// <summary>Which call it is, for the ledger; null for none that is entered.</summary>
    public CallIdentity? Id { get; init; }

    public static RequestSettings Of(HttpRequestMessage? request) => request is null ? s_none : RequestOptions.Get<RequestSettings>(request, Key) ?? s_none;

    public void Put(HttpRequestMessage request) => RequestOptions.Set(request, Key, this);
}
