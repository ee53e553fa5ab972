using System.Text;
using VendorErrors.Testing;

namespace VendorErrors.Http.Tests.Probes;

/// <summary>One recipe of the samples, and what it is about.</summary>
/// <param name="Vendor">Its vendor.</param>
/// <param name="Recipe">Makes it.</param>
/// <param name="Path">The request that it settles: POST to this path, relative to the vendor's address.</param>
/// <param name="Body">Its body, in which {to} stands for a number.</param>
/// <param name="LookUps">The operations that it asks, each of which can fail.</param>
internal sealed record RecipeCase(Vendor Vendor, Func<IHttpClientFactory, TimeProvider, IEffectProbe> Recipe, string Path, string Body, params IReadOnlyList<string> LookUps)
{
    /// <summary>A request of the same client that no recipe settles: the same one elsewhere.</summary>
    public string OtherPath { get; init; } = "v1/campaigns";

    /// <summary>Whether requests go to the vendor's own host of another name.</summary>
    public string Host { get; init; } = "vendor.simulated";

    public HttpRequestMessage RequestTo(string number, string? path = null, string? body = null) => new(HttpMethod.Post, new Uri($"http://{Host}/{path ?? Path}"))
    {
        Content = new StringContent(body ?? Body.Replace("{to}", number, StringComparison.Ordinal), Encoding.UTF8, "application/json"),
    };
}
