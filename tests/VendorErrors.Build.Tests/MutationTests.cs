using System.Text.Json.Nodes;
using VendorErrors.Build.Mutation;
using VendorErrors.Build.Processes;

namespace VendorErrors.Build.Tests;

public sealed class MutationTests
{
    private const string Page = """
        # Quality

        <!-- printed: mutation -->
        | folder | changes | noticed | endless | survived | score | date |
        |---|---|---|---|---|---|---|
        | Gone | 10 | 10 | 0 | 0 | 100.0 % | 2026-01-01 |
        | Retries | 10 | 5 | 0 | 5 | 50.0 % | 2026-01-01 |
        | Vendors | 20 | 18 | 1 | 1 | 95.0 % | 2026-01-02 |
        <!-- end -->

        The end.

        """;

    private static readonly DateOnly s_date = new(2026, 2, 3);

    [Fact]
    public void Of_Trials_CountsEachOutcome()
    {
        var score = MutationScore.Of("Retries", [Trial(TrialOutcome.Noticed), Trial(TrialOutcome.Noticed), Trial(TrialOutcome.Endless), Trial(TrialOutcome.Survived)], s_date);
        score.ToRow().Should().Be("| Retries | 4 | 2 | 1 | 1 | 75.0 % | 2026-02-03 |");
    }

    [Theory]
    [InlineData("Classification", 95, 5, false)]
    [InlineData("Classification", 94, 6, true)]
    [InlineData("Retries", 94, 6, true)]
    [InlineData("Classification/Waits", 94, 6, true)]
    [InlineData("ClassificationToo", 94, 6, false)]
    [InlineData("Vendors", 90, 10, false)]
    [InlineData("Vendors", 89, 11, true)]
    [InlineData("Vendors", 0, 0, true)]
    public void IsLow_Score_ComparesWithTheFolderFloor(string folder, int noticed, int survived, bool expected) =>
        new MutationScore(folder, noticed, 0, survived, s_date).IsLow.Should().Be(expected);

    [Fact]
    public void Update_OneFolder_ReplacesItsRowAndKeepsTheOthersThatExist()
    {
        string page = MutationPage.Update(Page, [new MutationScore("Retries", 9, 0, 1, s_date)], folder => folder is "Retries" or "Vendors");
        page.Should().Be(Page.Replace("| Gone | 10 | 10 | 0 | 0 | 100.0 % | 2026-01-01 |\n", string.Empty, StringComparison.Ordinal)
            .Replace("| Retries | 10 | 5 | 0 | 5 | 50.0 % | 2026-01-01 |", "| Retries | 10 | 9 | 0 | 1 | 90.0 % | 2026-02-03 |", StringComparison.Ordinal));
    }

    [Fact]
    public void Update_WholeFolder_TakesTheRowsOfItsPartsAway()
    {
        string page = MutationPage.Update(Page, [new MutationScore("Retries/Waits", 9, 0, 1, s_date)], _ => true);
        page.Should().Contain("| Retries/Waits | 10 |").And.Contain("| Retries | 10 | 5 |");
        MutationPage.Update(page, [new MutationScore("Retries", 19, 0, 1, s_date)], _ => true).Should().NotContain("Retries/Waits").And.Contain("| Retries | 20 |").And.Contain("| Vendors |");
    }

    [Fact]
    public void Update_PageWithoutBlock_Fails()
    {
        Func<string> update = () => MutationPage.Update("# Quality", [], _ => true);
        update.Should().Throw<LegFailedException>();
    }

    [Fact]
    public void Unexplained_Survivors_AreThoseWithoutAReason()
    {
        var reasons = new SurvivorReasons(["file\tline\treplacement\treason", "A.cs\tx > 1\tx >= 1\tNever 1.", "A.cs\ty\tz\t"]);
        reasons.Unexplained([Survivor("x > 1", "x >= 1"), Survivor("x > 1", "x < 1"), Survivor("y", "z"), Trial(TrialOutcome.Noticed)])
            .Should().Equal("A.cs\tx > 1\tx < 1", "A.cs\ty\tz");
        reasons.Explain(Survivor("x > 1", "x >= 1").Mutant).Should().BeTrue();
        reasons.Explain(Survivor("x > 1", "x < 1").Mutant).Should().BeFalse();
    }

    [Fact]
    public void FromLine_WhatToLineWrote_IsTheSameTrial()
    {
        var trial = new Trial(new Mutant(7, "Retries/A.cs", 2, "if (a > b)", "a >= b"), TrialOutcome.Endless);
        Mutation.Trial.FromLine(trial.ToLine()).Should().Be(trial);
    }

    [Fact]
    public void For_SubFolder_TriesItsOwnTestsFirstAndNoneThatCannotTakePart()
    {
        IReadOnlyList<string[]> selections = TestSelections.For("Classification/Waits");
        selections[0].Should().StartWith(["-namespace", "VendorErrors.Tests.Classification.Waits"]);
        selections[1].Should().ContainInOrder("-namespace", "VendorErrors.Tests.Classification", "-namespace", "VendorErrors.Tests.Classification.*");
        selections[2].Should().NotContain("-namespace").And.ContainInOrder("-namespace-", "VendorErrors.Tests.Classification.*").And.Contain("VendorErrors.Tests.Docs*");
        selections.Should().AllSatisfy(options => options.Should().Contain("VendorErrors.Tests.Fuzz*"));
        TestSelections.For("Vendors")[2].Should().NotContain("VendorErrors.Tests.Docs*", "the pages are made of the vendors");
    }

    [Fact]
    public void MutantsOf_Report_TakesThoseOfTheFolderThatCanBeTried()
    {
        JsonNode report = JsonNode.Parse("""
            {
              "files": {
                "/somewhere/src/VendorErrors/Retries/A.cs": {
                  "source": "first\n  if (a   > b)\nthird",
                  "mutants": [
                    { "id": "7", "status": "NoCoverage", "replacement": "a\n >= b", "location": { "start": { "line": 2 } } },
                    { "id": "8", "status": "CompileError", "replacement": "x", "location": { "start": { "line": 1 } } },
                    { "id": "9", "status": "Ignored", "replacement": "x", "location": { "start": { "line": 1 } } }
                  ]
                },
                "/somewhere/src/VendorErrors/RetriesToo/B.cs": {
                  "source": "first",
                  "mutants": [ { "id": "10", "status": "Survived", "replacement": "x", "location": { "start": { "line": 1 } } } ]
                }
              }
            }
            """)!;

        StrykerReport.MutantsOf(report, "Retries").Should().Equal(new Mutant(7, "Retries/A.cs", 2, "if (a > b)", "a >= b"));
    }

    private static Trial Trial(TrialOutcome outcome) => new(new Mutant(1, "A.cs", 1, "source", "replacement"), outcome);

    private static Trial Survivor(string source, string replacement) => new(new Mutant(1, "A.cs", 1, source, replacement), TrialOutcome.Survived);
}
