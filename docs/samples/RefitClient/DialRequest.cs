namespace RefitSample;

internal sealed record DialRequest(string PhoneNumber);
