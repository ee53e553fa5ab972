using VendorErrors.Json;

namespace VendorErrors.Classification.Words;

/// <summary>
/// Reads the words of JSON that no definition describes: problem details (RFC 9457), OAuth (RFC 6749), the errors of function runtimes and
/// gateways, and what everybody does.
/// </summary>
internal static class CommonWords
{
    private static readonly PathTree s_paths = new();

    private static readonly int[] s_words = s_paths.SlotsOf(
    [
        "message", "detail", "title", "error_description", "error.message", "error", "msg",
        "errorMessage", "error.description", "error.detail", "fault.faultstring", "description", "reason",
    ]);

    // What is said beside the first words, and is lost where they are all that is kept.
    private static readonly int s_detail = s_paths.SlotOf("detail");
    private static readonly int s_title = s_paths.SlotOf("title");
    private static readonly int s_description = s_paths.SlotOf("error_description");
    private static readonly int s_error = s_paths.SlotOf("error");

    private static readonly int[] s_complaints = s_paths.SlotsOf(["errors", "error.errors", "invalid-params", "invalid_params", "violations", "fieldErrors", "validationErrors"]);
    private static readonly int[] s_details = s_paths.SlotsOf(["detail", "details", "message", "error.details"]);

    /// <summary>Adds what the body says.</summary>
    /// <param name="body">The body.</param>
    /// <param name="withLists">Whether lists are complaints: on a success they are data.</param>
    /// <param name="words">Where the words go.</param>
    internal static void Read(ReadOnlySpan<byte> body, bool withLists, ref CollectedWords words) =>
        Read(body, withLists, stackalloc JsonSlot[s_paths.SlotCount], ref words);

    // A method of its own: one with a loop and an array on the stack is optimized at once, which the first error of a process would wait for.
    private static void Read(ReadOnlySpan<byte> body, bool withLists, Span<JsonSlot> slots, ref CollectedWords words)
    {
        _ = s_paths.Read(body, slots, out _);
        var view = new JsonView(body, slots);
        string? first = view.FirstText(s_words);
        words.Add(first);
        AddBeside(view, s_detail, s_title, first, ref words);
        AddBeside(view, s_description, s_error, first, ref words);
        for (var i = 0; withLists && i < s_complaints.Length; i++)
        {
            Complaints.Read(body, view[s_complaints[i]], isMap: true, ref words);
        }

        for (var i = 0; withLists && i < s_details.Length; i++)
        {
            Complaints.Read(body, view[s_details[i]], isMap: false, ref words);
        }
    }

    private static void AddBeside(in JsonView view, int main, int other, string? first, ref CollectedWords words)
    {
        if (view[main].Kind == JsonKind.Text && view[other].Kind == JsonKind.Text && string.Equals(view.Text(main), first, StringComparison.Ordinal)
            && view.Text(other) is { } beside && !string.Equals(beside, first, StringComparison.Ordinal))
        {
            words.Add(beside);
        }
    }
}
