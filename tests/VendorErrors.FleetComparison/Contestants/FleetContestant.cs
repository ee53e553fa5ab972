using Microsoft.Extensions.DependencyInjection;
using VendorErrors.FleetComparison.Plan;

namespace VendorErrors.FleetComparison.Contestants;

/// <summary>One way in which the workers of a fleet call vendors.</summary>
internal abstract class FleetContestant
{
    internal static IReadOnlyList<FleetContestant> All { get; } =
    [
        new PlainContestant(), new StandardContestant(), new VendorErrorsContestant(hasLedger: false, hasProbe: false), new VendorErrorsContestant(hasLedger: true, hasProbe: false), new VendorErrorsContestant(hasLedger: true, hasProbe: true),
    ];

    /// <summary>Its name on the command line.</summary>
    public abstract string Id { get; }

    /// <summary>Its heading in the tables.</summary>
    public abstract string Name { get; }

    /// <summary>Whether it has a call ledger, and so needs a store.</summary>
    public virtual bool HasLedger => false;

    /// <summary>How it is configured, a line each.</summary>
    public abstract IReadOnlyList<string> Settings(FleetScale scale);

    /// <summary>What all its clients share.</summary>
    public virtual void Register(IServiceCollection services, FleetScale scale)
    {
    }

    /// <summary>Its handlers, at the client of a vendor.</summary>
    public abstract void Register(IHttpClientBuilder client, Vendor vendor, FleetScale scale);

    /// <summary>What the worker makes of an answer.</summary>
    public abstract Verdict Judge(HttpResponseMessage response, int deliveries);

    /// <summary>What the worker makes of an exception.</summary>
    public abstract Verdict Judge(Exception exception, int deliveries);

    internal static FleetContestant? Find(string id) => All.FirstOrDefault(contestant => contestant.Id == id);
}
