namespace VendorErrors.Http.Cooldowns;

/// <summary>The caller canceled while an attempt waited: what <see cref="HttpClient"/> expects of a canceled call, and known to have sent nothing.</summary>
internal sealed class NeverSentException(string message, CancellationToken cancellationToken) : OperationCanceledException(message, cancellationToken);
