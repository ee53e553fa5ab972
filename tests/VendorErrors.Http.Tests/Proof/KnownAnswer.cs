namespace VendorErrors.Http.Tests.Proof;

/// <summary>One answer of a vendor, with what a reader of the vendor's manual knows about it.</summary>
internal sealed record KnownAnswer(int Status, string Text, Claim Claim)
{
    public string MediaType { get; init; } = "application/json";

    /// <summary>A Content-Encoding that the bytes have not; null for none.</summary>
    public string? Encoding { get; init; }

    /// <summary>The least wait by the catalog's row.</summary>
    public int RowSeconds { get; init; }

    /// <summary>Whether a row's wait doubles with each retry.</summary>
    public bool IsTokenExpired { get; init; }

    /// <summary>Whether the sentence takes a number of seconds for {0}.</summary>
    public bool HasSentence { get; init; }

    /// <summary>Whether the vendor's own hints (X-RateLimit-Reset, retryAfter) count: on limits alone.</summary>
    public bool IsLimit { get; init; }

    public byte[] Bytes(int sentenceSeconds, string retryAfterMember) => System.Text.Encoding.UTF8.GetBytes(
        Text.Replace("{0}", sentenceSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{until}", retryAfterMember, StringComparison.Ordinal));

    public override string ToString() => $"{Status} {(Text.Length > 60 ? Text[..60] + "…" : Text)} ({Claim})";
}
