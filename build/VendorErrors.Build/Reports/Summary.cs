using System.Globalization;
using System.Text;
using VendorErrors.Build.Legs;

namespace VendorErrors.Build.Reports;

/// <summary>What a run ends with: how each leg went, and the counts of legs and tests together as its last line.</summary>
internal sealed class Summary
{
    private readonly StringBuilder _legs = new();
    private TestCounts _counts = TestCounts.None;

    /// <summary>A run of nothing has shown nothing.</summary>
    internal int ExitCode => _counts.Failed == 0 && _counts.Passed > 0 ? 0 : 1;

    internal void Add(string leg, LegResult result, TimeSpan took)
    {
        // A leg counts as one more test.
        _counts += result.Tests + (result.Passed ? new TestCounts(1, 0, 0, 0, 0) : new TestCounts(0, 1, 0, 0, 0));
        _legs.Append(CultureInfo.InvariantCulture, $"{leg,-15}{took.TotalSeconds,6:F0} s  {(result.Passed ? "passed" : "FAILED")}");
        if (result.Tests.Total > 0)
        {
            _legs.Append(CultureInfo.InvariantCulture, $"  (tests: {result.Tests})");
        }

        _legs.Append('\n');
    }

    internal string ToText() => $"{_legs}{_counts}\n";
}
