using System.Text;

namespace VendorErrors.Cli.Pasting;

/// <summary>What is known of an answer that somebody pasted, after the wrappings that were taken off so far.</summary>
internal sealed record PastedAnswer(byte[] Body)
{
    /// <summary>The HTTP status; 0 where the paste does not say.</summary>
    public int Status { get; init; }

    public IReadOnlyList<KeyValuePair<string, IEnumerable<string>>> Headers { get; init; } = [];

    public string? Method { get; init; }

    public string? Path { get; init; }

    /// <summary>Whether the body is exactly what came over the wire, so that no text around it is searched.</summary>
    public bool IsExact { get; init; }

    /// <summary>What it was read as, outermost first, in words for a person.</summary>
    public IReadOnlyList<string> Forms { get; init; } = [];

    /// <summary>The body with one character for each byte, so that it can be taken apart and put together again without a loss.</summary>
    public string Text => Encoding.Latin1.GetString(Body);

    /// <summary>What it was read as, and what does not count of it, as an option says otherwise or nothing is known.</summary>
    /// <param name="status">The status that was given as an option; 0 where none was.</param>
    internal IReadOnlyList<string> Describe(int status) =>
        status != 0 && Status != 0 && status != Status ? [.. Forms, "but --status counts"]
        : status == 0 && Status == 0 && Forms.Count > 0 ? [.. Forms, "no status"]
        : Forms;

    /// <summary>The same with one wrapping less.</summary>
    internal PastedAnswer Unwrap(string form, string text) => Unwrap(form, Encoding.Latin1.GetBytes(text));

    /// <summary>The same with one wrapping less.</summary>
    internal PastedAnswer Unwrap(string form, byte[] body) => this with { Body = body, Forms = [.. Forms, form] };
}
