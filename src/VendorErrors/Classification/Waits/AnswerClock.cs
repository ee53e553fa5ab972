using System.Runtime.InteropServices;
using VendorErrors.Classification.Bodies;

namespace VendorErrors.Classification.Waits;

/// <summary>
/// What a point in time in an answer is measured against: the answer's own <c>Date</c>, which is of the same clock, or, without one or
/// where that gives no wait, the time of receipt.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct AnswerClock(IEnumerable<KeyValuePair<string, IEnumerable<string>>>? headers, DateTimeOffset? receivedAt)
{
    public AnswerClock(DateTimeOffset receivedAt)
        : this(headers: null, receivedAt)
    {
    }

    /// <summary>The wait until then; null where it has passed or is too far away.</summary>
    public TimeSpan? Until(DateTimeOffset time) =>
        (ResponseHeaders.Find(headers, "Date") is { } date && WaitValue.TryReadDate(date.Trim(), out DateTimeOffset sent) ? WaitBounds.Until(time, sent) : null)
        ?? WaitBounds.Until(time, receivedAt ?? PresentTime.Read());
}
