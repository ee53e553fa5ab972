using VendorErrors.Build.Reports;

namespace VendorErrors.Build.Legs;

/// <summary>What a leg is given, and where it says what it found.</summary>
internal sealed class LegContext(string[] arguments, IReadOnlyCollection<string> passed)
{
    private readonly List<string> _problems = [];
    private TestCounts _tests = TestCounts.None;

    internal string[] Arguments => arguments;

    /// <summary>The legs that passed before in this run.</summary>
    internal IReadOnlyCollection<string> Passed => passed;

    internal void Fail(string problem) => _problems.Add(problem);

    internal void Fail(IEnumerable<string> problems) => _problems.AddRange(problems);

    internal void Require(bool condition, string problem)
    {
        if (!condition)
        {
            Fail(problem);
        }
    }

    internal void Add(TestCounts tests) => _tests += tests;

    internal LegResult ToResult() => new(_problems, _tests);
}
