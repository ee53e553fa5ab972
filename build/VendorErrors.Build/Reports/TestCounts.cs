using System.Globalization;

namespace VendorErrors.Build.Reports;

/// <summary>The counts of one or more reports of tests.</summary>
/// <param name="Reports">How many reports they are from.</param>
/// <param name="Unfinished">How many of these are from a run that did not come to its end.</param>
internal sealed record TestCounts(int Passed, int Failed, int Skipped, int Reports, int Unfinished)
{
    internal static TestCounts None { get; } = new(0, 0, 0, 0, 0);

    internal int Total => Passed + Failed + Skipped;

    public static TestCounts operator +(TestCounts left, TestCounts right) =>
        new(left.Passed + right.Passed, left.Failed + right.Failed, left.Skipped + right.Skipped, left.Reports + right.Reports, left.Unfinished + right.Unfinished);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Passed} passed, {Failed} failed, {Skipped} skipped");
}
