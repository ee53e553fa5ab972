namespace VendorErrors.Http.Tests.Kit;

/// <summary>A request as the vendor saw it.</summary>
internal sealed record SeenRequest(DateTimeOffset At, string Method, string Address, string Body, IReadOnlyDictionary<string, string> Headers);
