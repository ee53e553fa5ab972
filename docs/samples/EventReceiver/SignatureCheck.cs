using Microsoft.AspNetCore.Http;
using VendorErrors;

namespace EventReceiverSample;

/// <summary>
/// Whether an event is the vendor's own. Checked before anything is read, over the bytes as they came. How is the vendor's matter, and its package has it:
/// <c>Vendor.Events.Signature</c> names the header and the document.
/// </summary>
/// <param name="vendor">Whose event it claims to be.</param>
/// <param name="headers">The headers of the request.</param>
/// <param name="body">The body as it came.</param>
internal delegate bool SignatureCheck(Vendor vendor, IHeaderDictionary headers, ReadOnlySpan<byte> body);
