namespace FiveVendors;

internal sealed class EightByEightTelephony(HttpClient client) : Telephony(client, "api/v1/subaccounts/demo/messages/batch", new { messages = new[] { new { destination = "+4930000005" }, new { destination = "12" } } });
