using System.Text;
using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification.Waits;

/// <summary>Reads a wait from JSON in a header, where it is a member at whatever depth; the longest of several counts.</summary>
internal static class WaitMember
{
    // As deep as a header nests that anybody writes.
    private const int MaxDepth = 16;

    // Longer than servers allow a header to be.
    private const int MaxCharacters = 64 * 1024;

    /// <summary>The longest wait; null where there is none.</summary>
    /// <param name="json">The header's value.</param>
    /// <param name="member">The name of the member, case-insensitive.</param>
    /// <param name="unit">The unit of its value.</param>
    /// <param name="clock">What a point in time is measured against.</param>
    /// <param name="found">The value of the longest wait, or of the last one that is none; null where no such member is there.</param>
    internal static TimeSpan? Find(string json, string member, WaitUnit unit, in AnswerClock clock, out string? found)
    {
        found = null;
        TimeSpan? longest = null;
        if (json.Length <= MaxCharacters && json.TrimStart() is ['{' or '[', ..] trimmed)
        {
            Find(Encoding.UTF8.GetBytes(trimmed), member, unit, clock, 0, ref longest, ref found);
        }

        return longest;
    }

    private static void Find(ReadOnlySpan<byte> json, string member, WaitUnit unit, in AnswerClock clock, int depth, ref TimeSpan? longest, ref string? found)
    {
        if (depth > MaxDepth)
        {
            return;
        }

        if (json[0] == (byte)'[')
        {
            var elements = new JsonElements(json);
            while (elements.MoveNext(out JsonSlot element))
            {
                if (element.Kind is JsonKind.Object or JsonKind.Array)
                {
                    Find(element.Of(json), member, unit, clock, depth + 1, ref longest, ref found);
                }
            }

            return;
        }

        var members = new JsonMembers(json);
        while (members.MoveNext(out JsonSlot name, out JsonSlot value))
        {
            if (value.Kind is JsonKind.Object or JsonKind.Array)
            {
                Find(value.Of(json), member, unit, clock, depth + 1, ref longest, ref found);
            }
            else if (value.Kind is JsonKind.Number or JsonKind.Text && JsonText.EqualsIgnoreCase(json, name, member) && JsonText.Read(json, value) is { } text)
            {
                TimeSpan? wait = WaitValue.Read(text, unit, clock);
                if (wait > longest || longest is null)
                {
                    (longest, found) = (wait ?? longest, text);
                }
            }
        }
    }
}
