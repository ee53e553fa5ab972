using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using VendorErrors.Http.Telemetry;

namespace VendorErrors.Http;

/// <summary>
/// Reads what vendors send later, as <c>vendor.ReadEvents</c> does, and counts and logs it: for a receiver of webhooks. It checks no signature. Safe for
/// use by several threads.
/// </summary>
/// <example>
/// <code>
/// IReadOnlyList&lt;VendorEvent&gt; events = reader.Read(Vendor.EightByEightConnect, body);
/// </code>
/// </example>
public sealed class VendorEventReader
{
    private readonly ILogger _logger;

    /// <summary>Creates a reader. A container makes one with <c>AddVendorEventReader</c>.</summary>
    /// <param name="logger">Where it logs. Default: nowhere.</param>
    public VendorEventReader(ILogger? logger = null) => _logger = logger ?? NullLogger.Instance;

    /// <summary>Reads the events of a body. Whatever the body and the headers, nothing is thrown: what is not understood is an event of the state <see cref="EventState.Unknown"/>.</summary>
    /// <param name="vendor">Whose they are.</param>
    /// <param name="body">The body as bytes: JSON, a form, or XML. Of a callback by GET the query of its address.</param>
    /// <param name="headers">The headers of the request. Default: none.</param>
    /// <returns>Every event of the body, one at least.</returns>
    /// <exception cref="ArgumentNullException">The vendor is missing.</exception>
    public IReadOnlyList<VendorEvent> Read(Vendor vendor, ReadOnlySpan<byte> body, IEnumerable<KeyValuePair<string, IEnumerable<string>>>? headers = null)
    {
        _ = vendor ?? throw new ArgumentNullException(nameof(vendor));
        IReadOnlyList<VendorEvent> events = vendor.ReadEvents(body, headers);
        foreach (VendorEvent read in events)
        {
            VendorMeter.Event(read);
            Log.EventRead(_logger, read);
        }

        return events;
    }
}
