namespace FiveVendors;

internal sealed class YeastarTelephony(HttpClient client) : Telephony(client, "openapi/v1.0/call/dial", new { caller = "1000", callee = "4930000004" });
