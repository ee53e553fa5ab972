using Refit;

namespace RefitSample;

/// <summary>The dialer as Refit sees it.</summary>
internal interface IDialer
{
    [Post("/api/telephony/dial")]
    Task<DialAnswer> DialAsync([Body] DialRequest request);

    [Post("/api/telephony/dial")]
    Task<ApiResponse<DialAnswer>> TryDialAsync([Body] DialRequest request);

    [Post("/api/telephony/dial")]
    Task<HttpResponseMessage> DialRawAsync([Body] DialRequest request);

    [Post("/api/telephony/dial")]
    Task DialAndForgetAsync([Body] DialRequest request);
}
