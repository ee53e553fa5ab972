using VendorErrors.Build.Reports;

namespace VendorErrors.Build.Legs;

/// <summary>How a leg ended: what is wrong, and the tests that it ran.</summary>
internal sealed record LegResult(IReadOnlyList<string> Problems, TestCounts Tests)
{
    internal bool Passed => Problems.Count == 0;
}
