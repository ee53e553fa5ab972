namespace FiveVendors;

internal sealed class DialnexaTelephony(HttpClient client) : Telephony(client, "calls", new { phone_number = "+4930000002" });
