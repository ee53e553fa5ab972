using System.Net;

namespace VendorErrors.Http.Tests.Kestrel;

/// <summary>Clients without a container, with waits too short to notice.</summary>
internal static class LoopbackClient
{
    internal static VendorErrorOptions Quick() => new() { BaseDelay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(1) };

    internal static HttpClient Of(LoopbackVendor vendor, VendorErrorOptions? options = null, DecompressionMethods decompression = DecompressionMethods.None) =>
        Of(vendor, new VendorErrorHandler(FrozenVendors.Pbx, options ?? Quick()) { InnerHandler = new SocketsHttpHandler { AutomaticDecompression = decompression } });

    internal static HttpClient Of(LoopbackVendor vendor, HttpMessageHandler handler) => new(handler) { BaseAddress = vendor.Address, Timeout = TimeSpan.FromSeconds(20) };
}
