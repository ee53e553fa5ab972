namespace VendorErrors.Testing;

/// <summary>How a vendor gives tokens and where it wants them. The defaults are those of OAuth 2.0 (RFC 6749 and RFC 6750). Immutable.</summary>
public sealed record TokenApi
{
    /// <summary>The request that signs in. Default: <c>POST oauth/token</c> without a refresh token in it.</summary>
    public string SignIn { get; init; } = "POST oauth/token";

    /// <summary>The request that refreshes. Default: <c>POST oauth/token</c> with a refresh token in it.</summary>
    public string Refresh { get; init; } = "POST oauth/token";

    /// <summary>The request that revokes the token it carries. Default: <c>POST oauth/revoke</c>.</summary>
    public string Revoke { get; init; } = "POST oauth/revoke";

    /// <summary>The query parameter that carries the token. Default: none, and the header <c>Authorization: Bearer</c> carries it.</summary>
    public string? QueryParameter { get; init; }

    /// <summary>The member of the answer that tells how many seconds the access token lives. Default: <c>expires_in</c>.</summary>
    public string LifetimeMember { get; init; } = "expires_in";

    /// <summary>The member of the answer that tells how many seconds the refresh token lives. Default: none.</summary>
    public string? RefreshLifetimeMember { get; init; }

    /// <summary>The code that a missing or expired token gets. Default: the vendor's first code of the category CredentialExpired, else of Unauthenticated, else a bare HTTP 401.</summary>
    public string? ExpiredCode { get; init; }

    /// <summary>The code that signing in gets when all slots are in use. Default: the vendor's first code of the category LimitReached, else a bare HTTP 429.</summary>
    public string? SlotsFullCode { get; init; }
}
