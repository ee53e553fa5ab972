namespace VendorErrors.Rules;

/// <summary>A code that means a plain success, as a body writes it, and the verdict on it.</summary>
internal sealed record SuccessCode(byte[] Utf8, SuccessVerdict Verdict);
