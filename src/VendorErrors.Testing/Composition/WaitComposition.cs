using System.Globalization;
using VendorErrors.Definitions;

namespace VendorErrors.Testing.Composition;

/// <summary>Says a wait in one of the vendor's own places.</summary>
internal static class WaitComposition
{
    /// <summary>Sets the header or member; false where the place cannot hold it. A message says its wait in <see cref="Sentence"/>.</summary>
    internal static bool TrySet(WaitHint hint, TimeSpan wait, DateTimeOffset now, Draft draft)
    {
        if (IsPointInTime(hint.Unit))
        {
            // Such a value is measured against the time of the answer.
            draft.SetHeader("Date", HttpDate(now));
        }

        string value = Value(hint.Unit, wait, now);
        if (hint.Source == WaitSource.VendorHeader)
        {
            draft.SetHeader(hint.Name, hint.Member is { } member ? Json(member, value) : value);
            return true;
        }

        return hint.Source != WaitSource.BodyField || draft.SetCode(hint.Place, value);
    }

    /// <summary>The message with the wait at its end.</summary>
    internal static string Sentence(WaitHint hint, TimeSpan wait, DateTimeOffset now, string? message) =>
        $"{message?.TrimEnd('.')}. {hint.Place.After}{Value(hint.Unit, wait, now)}{hint.Place.Before}";

    internal static string Seconds(TimeSpan wait) => Whole(wait.TotalSeconds);

    private static string Value(WaitUnit unit, TimeSpan wait, DateTimeOffset now) => unit switch
    {
        WaitUnit.Milliseconds => Whole(wait.TotalMilliseconds),
        WaitUnit.Minutes => (Math.Ceiling(wait.TotalMinutes * 10_000) / 10_000).ToString(CultureInfo.InvariantCulture),
        WaitUnit.Duration => $"{Seconds(wait)}s",
        WaitUnit.Date => HttpDate(now + wait),
        WaitUnit.Epoch => (now + wait).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        WaitUnit.EpochMilliseconds => (now + wait).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        _ => Seconds(wait),
    };

    private static bool IsPointInTime(WaitUnit unit) => unit is WaitUnit.Date or WaitUnit.Epoch or WaitUnit.EpochMilliseconds;

    // At some depth, as usage reports have it.
    private static string Json(string member, string value)
    {
        var entry = new Draft(new MemberTree(), seesHeaders: false);
        entry.SetCode(new ValueSource($"'{member}'"), value);
        var report = new MemberTree();
        report.SetList("usage", [entry.Body]);
        return report.ToText();
    }

    private static string HttpDate(DateTimeOffset time) => time.UtcDateTime.ToString("R", CultureInfo.InvariantCulture);

    private static string Whole(double number) => ((long)Math.Ceiling(number)).ToString(CultureInfo.InvariantCulture);
}
