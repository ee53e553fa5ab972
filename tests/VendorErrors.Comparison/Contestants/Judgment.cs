namespace VendorErrors.Comparison.Contestants;

/// <summary>What a caller was told in the end.</summary>
/// <param name="Told">The word.</param>
/// <param name="Reason">Why it was not sent again, where the client says that.</param>
/// <param name="Again">When the queue is to deliver the message again, where the client asks for that.</param>
internal readonly record struct Judgment(Told Told, string? Reason = null, TimeSpan? Again = null);
