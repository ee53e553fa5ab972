namespace VendorErrors.Http.Tests.Kit;

/// <summary>A request as it arrived at the transport.</summary>
internal sealed record SentRequest(string Method, string Address, string Body, IReadOnlyDictionary<string, string> Headers, bool HasContent, Version Version);
