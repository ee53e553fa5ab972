using System.Globalization;
using VendorErrors.Comparison.Traffic;
using VendorErrors.FleetComparison.Plan;

namespace VendorErrors.FleetComparison.Workers;

/// <summary>The innermost handler, around the sockets: what is before it has not left the process, and what is after it has come back.</summary>
internal sealed class WindowHandler(Doom doom) : DelegatingHandler(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(10) })
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        int call = request.Headers.TryGetValues(PlannedCall.Header, out IEnumerable<string>? values) ? int.Parse(values.First(), CultureInfo.InvariantCulture) : -1;
        await doom.PassAsync(call, KillWindow.BeforeFirstByte);
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        await doom.PassAsync(call, KillWindow.BeforeCompletion);
        return response;
    }
}
