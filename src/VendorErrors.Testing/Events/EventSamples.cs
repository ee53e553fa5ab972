using System.Runtime.CompilerServices;
using System.Text;
using VendorErrors.Packs;

namespace VendorErrors.Testing.Events;

/// <summary>The captured events of a vendor that events can be made of: those that are alone in their body, and name what they are about. Read once.</summary>
internal static class EventSamples
{
    private static readonly ConditionalWeakTable<Vendor, EventSample[]> s_samples = new();

    internal static IReadOnlyList<EventSample> Of(Vendor vendor) => s_samples.GetValue(vendor, Read);

    internal static VendorEvent[] Read(Vendor vendor, string body, IEnumerable<KeyValuePair<string, string>> headers) =>
        [.. vendor.ReadEvents(Encoding.UTF8.GetBytes(body), headers.Select(header => new KeyValuePair<string, IEnumerable<string>>(header.Key, [header.Value])))];

    /// <summary>Why no event says this, as a sentence that says what the vendor's events can say; null where one does.</summary>
    internal static string? FaultOf(Vendor vendor, SimulatedEvent wanted) =>
        Of(vendor).Any(sample => sample.Fits(wanted)) ? null : Missing(vendor, wanted, string.Empty);

    /// <summary>That no event says this, as a sentence that says what the vendor's events can say.</summary>
    internal static string Missing(Vendor vendor, SimulatedEvent wanted, string why)
    {
        IReadOnlyList<EventSample> samples = Of(vendor);
        if (samples.Count == 0)
        {
            return $"'{wanted}' cannot be sent: the pack of {vendor.Name} carries no captured events.";
        }

        IEnumerable<string> kinds = samples.GroupBy(sample => sample.Read.Kind).OrderBy(kind => kind.Key)
            .Select(kind => $"{SnakeCase.Of(kind.Key)}: {string.Join(", ", kind.Select(sample => sample.Read.State).Distinct().OrderBy(state => state).Select(state => SnakeCase.Of(state)))}");
        string[] codes = [.. samples.Where(sample => sample.Read.State == wanted.State).Select(sample => sample.Read.Code).OfType<string>().Distinct(StringComparer.Ordinal)];
        string ofState = codes.Length == 0 ? string.Empty : $"; {SnakeCase.Of(wanted.State)} with the codes {string.Join(", ", codes)}";
        return $"'{wanted}' cannot be sent: no captured event of {vendor.Name} says that{why}. They say {string.Join("; ", kinds)}{ofState}.";
    }

    private static EventSample[] Read(Vendor vendor)
    {
        var samples = new List<EventSample>();
        foreach (PackEvent source in vendor.ContentWithAnswers.EventSamples)
        {
            if (Read(vendor, source.Body, source.Headers) is [{ Shape: { Subject.Count: > 0 } shape } only])
            {
                samples.Add(new EventSample(source, only, shape));
            }
        }

        return [.. samples];
    }
}
