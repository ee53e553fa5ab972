namespace VendorErrors.Benchmarks.Comparators;

/// <summary>The least that tells whether an answer of Talkdesk's is a success; the payload is skipped.</summary>
internal sealed class AnswerPoco
{
    public int StatusCode { get; set; }

    public string? Message { get; set; }
}
