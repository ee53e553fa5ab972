using System.Text;

namespace VendorErrors.Testing.Conformance;

/// <summary>An event as the vendor sent it, and what it has to mean. Take names and phone numbers out before you keep one. Immutable.</summary>
/// <param name="Name">What it is, for the test's name.</param>
/// <param name="Body">The body: JSON, a form or XML.</param>
/// <param name="Expected">What each event of the body has to mean, in their order.</param>
public sealed record CapturedEvent(string Name, string Body, params IReadOnlyList<ExpectedEvent> Expected)
{
    /// <summary>The headers of the request.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The events that a vendor's pack carries. Reads them each time.</summary>
    /// <param name="vendor">The vendor.</param>
    /// <returns>The events in the order of the pack; none for a vendor that is defined in C#.</returns>
    public static IReadOnlyList<CapturedEvent> Of(Vendor vendor)
    {
        _ = vendor ?? throw new ArgumentNullException(nameof(vendor));
        return
        [
            .. vendor.ContentWithAnswers.EventSamples.Select(sample => new CapturedEvent(sample.Name, sample.Body, [.. sample.Events.Select(ExpectedEvent.FromPack)]) { Headers = sample.Headers }),
        ];
    }

    /// <summary>The name; nothing of the body, which may hold phone numbers.</summary>
    public override string ToString() => Name;

    internal IReadOnlyList<VendorEvent> Read(Vendor vendor) => Read(vendor, Encoding.UTF8.GetBytes(Body));

    internal IReadOnlyList<VendorEvent> Read(Vendor vendor, ReadOnlySpan<byte> body) =>
        vendor.ReadEvents(body, Headers.Select(header => new KeyValuePair<string, IEnumerable<string>>(header.Key, [header.Value])));
}
