using Microsoft.Extensions.Http.Resilience;

namespace VendorErrors.Comparison.Contestants;

/// <summary>The real standard handler of Microsoft.Extensions.Http.Resilience, with its defaults.</summary>
internal class StandardHandler : Contestant
{
    private readonly Lazy<(TimeSpan ClientTimeout, IReadOnlyList<string> Settings)> _package;

    public StandardHandler() => _package = new(ReadPackage);

    public override string Name => "standard handler";

    public override string Explanation => $"`AddStandardResilienceHandler()` of {StandardSettings.Package}, with its defaults, as they are read from its options objects when this page is written.";

    public override IReadOnlyList<string> Settings => _package.Value.Settings;

    public override TimeSpan ClientTimeout => _package.Value.ClientTimeout;

    public override HttpMessageHandler Wrap(Vendor vendor, HttpMessageHandler vendorSide, Surroundings surroundings) =>
        new StandardClientHandler(new StandardClient(() => WithTokens(vendorSide, surroundings), surroundings, Configure));

    /// <summary>What an application changes of the defaults. Default: nothing.</summary>
    protected virtual void Configure(HttpStandardResilienceOptions options)
    {
    }

    private (TimeSpan ClientTimeout, IReadOnlyList<string> Settings) ReadPackage()
    {
        using var client = new StandardClient(static () => new SocketsHttpHandler(), new Surroundings(TimeProvider.System, static () => 0, Tokens: null), Configure);
        TimeSpan timeout = client.ReadClientTimeout();
        return (timeout, [.. StandardSettings.Of(client.Options, timeout), "success: `IsSuccessStatusCode`"]);
    }
}
