namespace VendorErrors.Http.Options;

/// <summary>A client that is put together wrongly. Refused at the start of a host, or when the client is made.</summary>
internal sealed class RegistrationException(string message) : InvalidOperationException(message);
