namespace VendorErrors.Testing;

/// <summary>How a vendor gives tokens and where it wants them. The defaults are those of OAuth 2.0 (RFC 6749 and RFC 6750). Immutable.</summary>
public sealed record TokenApi
{
    /// <summary>The request that signs in.</summary>
    /// <value>Default: <c>POST oauth/token</c> without a refresh token in it.</value>
    public string SignIn { get; init; } = "POST oauth/token";

    /// <summary>The request that refreshes.</summary>
    /// <value>Default: <c>POST oauth/token</c> with a refresh token in it.</value>
    public string Refresh { get; init; } = "POST oauth/token";

    /// <summary>The request that revokes the token it carries.</summary>
    /// <value>Default: <c>POST oauth/revoke</c>.</value>
    public string Revoke { get; init; } = "POST oauth/revoke";

    /// <summary>The query parameter that carries the token.</summary>
    /// <value>Default: none, and the header <c>Authorization: Bearer</c> carries it.</value>
    public string? QueryParameter { get; init; }

    /// <summary>The member of the answer that says how many seconds the access token lives.</summary>
    /// <value>Default: <c>expires_in</c>.</value>
    public string LifetimeMember { get; init; } = "expires_in";

    /// <summary>The member of the answer that says how many seconds the refresh token lives.</summary>
    /// <value>Default: none.</value>
    public string? RefreshLifetimeMember { get; init; }

    /// <summary>The code that a missing or expired token gets.</summary>
    /// <value>Default: the vendor's first code of the category CredentialExpired, else of Unauthenticated, else a bare HTTP 401.</value>
    public string? ExpiredCode { get; init; }

    /// <summary>The code that signing in gets when all slots are in use.</summary>
    /// <value>Default: the vendor's first code of the category LimitReached, else a bare HTTP 429.</value>
    public string? SlotsFullCode { get; init; }
}
