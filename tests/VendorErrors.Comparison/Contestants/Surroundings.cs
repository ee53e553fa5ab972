using VendorErrors.Comparison.Stage;
using VendorErrors.Http;

namespace VendorErrors.Comparison.Contestants;

/// <summary>What a contestant may use.</summary>
/// <param name="Time">The clock.</param>
/// <param name="Jitter">Chance, from 0 up to 1.</param>
/// <param name="Tokens">The tokens, at a vendor whose tokens time out.</param>
/// <param name="Ledger">The ledger of a contestant that keeps one.</param>
/// <param name="Clients">Clients for look-ups, by the names that the recipes for probes use: each has the handlers of its vendor's calls. Null where nobody asks.</param>
internal sealed record Surroundings(TimeProvider Time, Func<double> Jitter, PbxTokens? Tokens, CallLedger? Ledger = null, IHttpClientFactory? Clients = null);
