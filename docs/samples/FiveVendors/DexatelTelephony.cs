namespace FiveVendors;

internal sealed class DexatelTelephony(HttpClient client) : Telephony(client, "v1/messages", new { data = new { to = "4930000003", text = "Hello" } });
