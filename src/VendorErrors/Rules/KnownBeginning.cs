using VendorErrors.Envelopes.Json;

namespace VendorErrors.Rules;

/// <summary>The way in which most successes of a vendor begin, after which nothing can change the verdict any more.</summary>
/// <param name="Utf8">The bytes, up to and with the comma behind the code.</param>
/// <param name="Number">Where the code stands.</param>
/// <param name="Code">The code.</param>
internal sealed record KnownBeginning(byte[] Utf8, JsonSlot Number, SettlingCode Code)
{
    // Behind the brace and the quote.
    private const int FirstLetter = 2;

    /// <summary>The verdict.</summary>
    public SuccessVerdict Verdict { get; } = Code.Verdict;

    /// <summary>Whether a body begins so. Most that do not differ in the first letter.</summary>
    public bool Begins(ReadOnlySpan<byte> body) => body.Length > FirstLetter && body[FirstLetter] == Utf8[FirstLetter] && body.StartsWith(Utf8);
}
