using System.Diagnostics;

namespace VendorErrors.Http;

/// <summary>How to sign in at a Yeastar P-Series PBX. Can be bound from configuration. A class and no record, so that nobody prints the secret by accident.</summary>
public sealed class YeastarTokenOptions
{
    /// <summary>Default of <see cref="SlotsFullPause"/>: 5 minutes.</summary>
    public const int DefaultSlotsFullPauseSeconds = 300;

    /// <summary>The address of the PBX, without <c>openapi/v1.0</c>, such as <c>https://pbx.example.com:8088/</c>.</summary>
    /// <value>An absolute address; required. Default: none.</value>
    public Uri? BaseAddress { get; set; }

    /// <summary>The client id, which <c>get_token</c> calls the user name.</summary>
    /// <value>Required. Default: empty.</value>
    public string ClientId { get; set; } = string.Empty;

    /// <summary>The client secret, which <c>get_token</c> calls the password. Never logged, and in no message.</summary>
    /// <value>Required. Default: empty.</value>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string ClientSecret { get; set; } = string.Empty;

    /// <summary>The <c>User-Agent</c> of the token requests, without which the PBX answers none.</summary>
    /// <value>Default: <c>OpenAPI</c>, as in the vendor's documents.</value>
    public string UserAgent { get; set; } = "OpenAPI";

    /// <summary>
    /// How long nobody signs in after the PBX said that all token slots are in use (60002): a slot becomes free when a token expires, at the
    /// latest after 30 minutes.
    /// </summary>
    /// <value>Range: a second to below a day. Default: 5 minutes.</value>
    public TimeSpan SlotsFullPause { get; set; } = TimeSpan.FromSeconds(DefaultSlotsFullPauseSeconds);

    /// <summary>Whether the token is given back when the program ends, so that its slot is free for the next.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool RevokeOnDispose { get; set; } = true;

    /// <summary>The address alone.</summary>
    public override string ToString() => $"{nameof(YeastarTokenOptions)} of {BaseAddress}";
}
