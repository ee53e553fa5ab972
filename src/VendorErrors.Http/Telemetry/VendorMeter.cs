using System.Diagnostics;
using System.Diagnostics.Metrics;
using VendorErrors.Retries;

namespace VendorErrors.Http.Telemetry;

/// <summary>What is measured and traced, under the name <c>VendorErrors</c>. Tags are vendor, category, confidence and our own enums in snake_case: few values, no person's data, and never the vendor's code.</summary>
internal static class VendorMeter
{
    internal const string Name = "VendorErrors";

    internal static readonly ActivitySource Activities = new(Name);

    private static readonly Meter s_meter = new(Name);
    private static readonly Counter<long> s_errors = s_meter.CreateCounter<long>("vendor_errors.errors", "{error}", "Classified failures.");
    private static readonly Counter<long> s_unrecognized = s_meter.CreateCounter<long>("vendor_errors.unrecognized", "{error}", "Codes that are not in the catalog.");
    private static readonly Counter<long> s_retries = s_meter.CreateCounter<long>("vendor_errors.retries", "{retry}", "Retries, by cause and whether the next answer was not a failure.");
    private static readonly Counter<long> s_stops = s_meter.CreateCounter<long>("vendor_errors.stops", "{request}", "Failures that were not retried, by reason.");
    private static readonly Counter<long> s_refreshes = s_meter.CreateCounter<long>("vendor_errors.credential.refreshes", "{refresh}", "Credential refreshes.");
    private static readonly Counter<long> s_observed = s_meter.CreateCounter<long>("vendor_errors.observed", "{request}", "Failures that were only observed, by what would have been done.");
    private static readonly Counter<long> s_events = s_meter.CreateCounter<long>("vendor_errors.events", "{event}", "Events that vendors sent later, by state.");
    private static readonly Counter<long> s_probes = s_meter.CreateCounter<long>("vendor_errors.ledger.probes", "{probe}", "Questions to a vendor whether a call happened, by answer.");
    private static readonly Counter<long> s_ledger = s_meter.CreateCounter<long>("vendor_errors.ledger.claims", "{claim}", "Calls that asked the ledger for leave, by its reply.");
    private static readonly Counter<long> s_leases = s_meter.CreateCounter<long>("vendor_errors.ledger.lease_losses", "{call}", "Calls that lost their lease in the ledger while they were under way, by cause.");
    private static readonly ObservableGauge<long> s_entries = s_meter.CreateObservableGauge("vendor_errors.ledger.entries", LedgerFigures.Entries, "{call}", "Calls in the ledger, by state.");
    private static readonly ObservableGauge<long> s_overdue = s_meter.CreateObservableGauge("vendor_errors.ledger.overdue", LedgerFigures.Overdue, "{call}", "Calls whose effect has been unknown for longer than OverdueAfter.");
    private static readonly Histogram<double> s_cooldown = s_meter.CreateHistogram<double>("vendor_errors.cooldown.wait", "s", "How long requests waited for a cooldown.");

    internal static void Error(VendorError error, bool isObserved = false)
    {
        if (s_errors.Enabled)
        {
            Add(s_errors, isObserved, new TagList { Tag("vendor", error.Vendor.Id), Tag("error.type", SnakeCase.Of(error.Category)), Tag("confidence", SnakeCase.Of(error.Confidence)) });
        }

        if (error is { Code: not null, CodeName: null })
        {
            Add(s_unrecognized, isObserved, new TagList { Tag("vendor", error.Vendor.Id) });
        }
    }

    /// <summary>What would have been done about a failure, where nothing is done.</summary>
    internal static void Observed(VendorError error, in RetryDecision decision) => s_observed.Add(
        1,
        new TagList { Tag("vendor", error.Vendor.Id), Tag("error.type", SnakeCase.Of(error.Category)), Tag("action", SnakeCase.Of(decision.Action)), Tag("reason", SnakeCase.Of(decision.StopReason)) });

    internal static void Retry(Vendor vendor, ErrorCategory cause, bool helped) =>
        s_retries.Add(1, Tag("vendor", vendor.Id), Tag("error.type", SnakeCase.Of(cause)), Tag("helped", helped));

    internal static void Stop(Vendor vendor, StopReason reason) => s_stops.Add(1, Tag("vendor", vendor.Id), Tag("reason", SnakeCase.Of(reason)));

    internal static void Refresh(Vendor vendor, bool succeeded) => s_refreshes.Add(1, Tag("vendor", vendor.Id), Tag("succeeded", succeeded));

    /// <summary>An event, and where something went wrong, what.</summary>
    internal static void Event(VendorEvent read)
    {
        if (s_events.Enabled)
        {
            var tags = new TagList { Tag("vendor", read.Vendor.Id), Tag("kind", SnakeCase.Of(read.Kind)), Tag("state", SnakeCase.Of(read.State)), Tag("final", read.IsFinal) };
            if (read.Category is { } category)
            {
                tags.Add(Tag("error.type", SnakeCase.Of(category)));
            }

            s_events.Add(1, tags);
        }
    }

    internal static void Probed(string vendor, bool? happened) =>
        s_probes.Add(1, Tag("vendor", vendor), Tag("answer", happened switch { true => "happened", false => "did_not_happen", null => "not_known" }));

    internal static void Ledger(Vendor vendor, string reply) => s_ledger.Add(1, Tag("vendor", vendor.Id), Tag("reply", reply));

    internal static void LeaseLost(string vendor, string cause) => s_leases.Add(1, Tag("vendor", vendor), Tag("cause", cause));

    /// <summary>Whether anybody listens to what only the store knows.</summary>
    internal static bool IsLedgerObserved => s_entries.Enabled || s_overdue.Enabled;

    internal static void CooldownWait(Vendor vendor, TimeSpan wait) => s_cooldown.Record(wait.TotalSeconds, Tag("vendor", vendor.Id));

    private static KeyValuePair<string, object?> Tag(string name, object value) => new(name, value);

    private static void Add(Counter<long> counter, bool isObserved, TagList tags)
    {
        if (isObserved)
        {
            tags.Add(Tag("observed", true));
        }

        counter.Add(1, tags);
    }

    internal static Activity? Start(Vendor vendor) => Activities.HasListeners() ? Activities.StartActivity($"vendor_errors {vendor.Id}") : null;

    /// <summary>
    /// The activity of a call that was only observed. It is started when the call is over: one that is current while the request goes out would put a
    /// header on it.
    /// </summary>
    internal static void DescribeObserved(Vendor vendor, DateTimeOffset startedAt, in VendorResult result, StopReason stopReason)
    {
        if (Activities.HasListeners())
        {
            using Activity? activity = Activities.StartActivity($"vendor_errors {vendor.Id}", ActivityKind.Internal, default(ActivityContext), startTime: startedAt);
            activity?.SetTag("vendor_errors.observed", true);
            Describe(activity, result, attempts: 1, retries: 0, stopReason);
        }
    }

    /// <summary>Writes on the activity of a call what the call came to.</summary>
    internal static void Describe(Activity? activity, in VendorResult result, int attempts, int retries, StopReason stopReason)
    {
        if (activity is null)
        {
            return;
        }

        activity.SetTag("vendor_errors.outcome", SnakeCase.Of(result.Outcome));
        activity.SetTag("http.request.resend_count", Math.Max(0, attempts - 1));
        activity.SetTag("vendor_errors.retries", retries);
        if (result.Error is { } error)
        {
            activity.SetTag("error.type", SnakeCase.Of(error.Category));
            activity.SetTag("vendor_errors.effect", SnakeCase.Of(error.Effect));
            activity.SetTag("vendor_errors.stop_reason", SnakeCase.Of(stopReason));
            activity.SetTag("vendor_errors.code", error.Code is null ? null : Redactor.Code(error));
            activity.SetStatus(ActivityStatusCode.Error);
        }
    }
}
