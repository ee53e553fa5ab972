#pragma warning disable MA0048 // Five one-line classes are read together.
namespace FiveVendors;

internal sealed class TalkdeskTelephony(HttpClient client) : Telephony(client, "Advanced Dialer/api/telephony/dial", new { phoneNumber = "+4930000001" });

internal sealed class DialnexaTelephony(HttpClient client) : Telephony(client, "calls", new { phone_number = "+4930000002" });

internal sealed class DexatelTelephony(HttpClient client) : Telephony(client, "v1/messages", new { data = new { to = "4930000003", text = "Hello" } });

internal sealed class YeastarTelephony(HttpClient client) : Telephony(client, "openapi/v1.0/call/dial", new { caller = "1000", callee = "4930000004" });

internal sealed class EightByEightTelephony(HttpClient client) : Telephony(client, "api/v1/subaccounts/demo/messages/batch", new { messages = new[] { new { destination = "+4930000005" }, new { destination = "12" } } });
