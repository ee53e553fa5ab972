namespace FiveVendors;

internal sealed class TalkdeskTelephony(HttpClient client) : Telephony(client, "Advanced Dialer/api/telephony/dial", new { phoneNumber = "+4930000001" });
