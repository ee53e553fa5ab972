namespace VendorErrors.Benchmarks.Comparators;

/// <summary>The envelope of an answer of Talkdesk's, as people declare it who want the code and the words; the payload is skipped.</summary>
internal sealed class AnswerPoco
{
    public int StatusCode { get; set; }

    public string? Message { get; set; }
}
