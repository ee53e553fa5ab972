using Microsoft.Extensions.DependencyInjection;
using VendorErrors.Comparison.Contestants;
using VendorErrors.FleetComparison.Plan;

namespace VendorErrors.FleetComparison.Contestants;

/// <summary>The standard handler of Microsoft.Extensions.Http.Resilience, in the same worker.</summary>
internal sealed class StandardContestant : PlainContestant
{
    public override string Id => "standard-handler";

    public override string Name => "standard handler";

    public override IReadOnlyList<string> Settings(FleetScale scale)
    {
        using var client = new StandardClient(static () => new SocketsHttpHandler(), new Surroundings(TimeProvider.System, static () => 0, Tokens: null), options => options.AttemptTimeout.Timeout = scale.AttemptTimeout);
        return [$"`AddStandardResilienceHandler()` of {StandardSettings.Package}, its defaults but for `AttemptTimeout`", .. StandardSettings.Of(client.Options, client.ReadClientTimeout()), Worker];
    }

    public override void Register(IHttpClientBuilder client, Vendor vendor, FleetScale scale) =>
        client.AddStandardResilienceHandler(options => options.AttemptTimeout.Timeout = scale.AttemptTimeout);
}
