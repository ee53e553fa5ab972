using System.Text.RegularExpressions;
using FluentAssertions;
using VendorErrors.Classification;
using VendorErrors.Classification.Waits;
using VendorErrors.Classification.Words;
using VendorErrors.Cli.Drafting;
using VendorErrors.Json;
using VendorErrors.Retries;
using VendorErrors.Tests.Cli;
using VendorErrors.Tests.Fixtures;
using Xunit;

namespace VendorErrors.Tests.Docs;

public partial class PageTests
{
    private static readonly string[] s_libraries = ["", "VendorErrors", "VendorErrors.Http"];

    public static TheoryData<string> Pages => new(Repository.Pages());

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_Always_NamesOnlyFilesThatExist(string page)
    {
        foreach (Match mention in DocsMention().Matches(Repository.Read(page)))
        {
            string target = mention.Groups["target"].Value;
            (File.Exists(Repository.PathOf(target)) || Directory.Exists(Repository.PathOf(target))).Should().BeTrue("{0} speaks of {1}", page, target);
        }
    }

    [Fact]
    public void Defaults_NamedInProse_AreThoseOfTheCode()
    {
        string taxonomy = Repository.Read("docs/taxonomy.md").ReplaceLineEndings(" ");

        taxonomy.Should().Contain($"{RetryLimits.DefaultBaseDelaySeconds} s doubled to {RetryLimits.DefaultMaxDelaySeconds} s");
        taxonomy.Should().Contain($"cap of {RetryLimits.DefaultMaxWaitSeconds} s");
        taxonomy.Should().Contain($"longer than {WaitBounds.Longest.TotalDays} days");
        taxonomy.Should().Contain($"over 10^{Math.Log10(WaitBounds.EpochThreshold)}");
        Repository.Read("docs/command-line.md").Should().Contain($"A line may have {BatchBlockTests.MaxLineBytes / 1024 / 1024} MiB")
            .And.Contain($"A list may have {DraftLimits.Bytes / 1024 / 1024} MiB").And.ContainAll(Enum.GetValues<ListForm>().Select(form => $"`{ListFormOption.Of(form)}`"));
        Repository.Read("docs/performance.md").Should().Contain($"A body up to {Classifier.CheckedBytes / 1024} KB");
        string flow = Repository.Read("docs/data-flow.md").ReplaceLineEndings(" ");
        flow.Should().Contain($"at most {MessageReader.MaxMessages} messages, {FieldCollector.MaxFields} field errors and {ItemInterpreter.MaxItems} items");
        flow.Should().Contain($"the first {MessageReader.MaxTextBytes} bytes");
        flow.Should().Contain($"nest {JsonScanner.MaxDepth} deep");
        flow.Should().Contain($"Up to {Classifier.CheckedBytes} bytes");
        Repository.Read("docs/decisions/0001-own-json-scanner.md").ReplaceLineEndings(" ").Should().Contain($"more than {Classifier.CheckedBytes} bytes");
    }

    [Fact]
    public void Map_EveryFileThatItNames_IsThere()
    {
        string[] files = [.. SourceFile().Matches(Repository.Read("docs/data-flow.md")).Select(match => match.Groups["file"].Value).Distinct(StringComparer.Ordinal)];

        files.Should().HaveCountGreaterThan(20).And.OnlyContain(
            file => s_libraries.Any(library => File.Exists(Path.Combine(Repository.Root, "src", library, file))), "the page sends its reader there");
    }

    [Fact]
    public void FiguresOfTheMethod_NamedInProse_AreThoseOfTheBenchmarks()
    {
        string page = Repository.Read("docs/performance.md").ReplaceLineEndings(" ");

        page.Should().Contain("differ by 5 % or more");
        Repository.Read("tests/VendorErrors.Benchmarks/Measuring/PairRunner.cs").Should().Contain("SelfTolerance = 0.05;");
        page.Should().Contain("Up to 64 bodies rotate");
        Repository.Read("tests/VendorErrors.Benchmarks/Bodies/JsonBodies.cs").Should().Contain("Count = 64;");
    }

    [Fact]
    public void Gates_OfThePage_AreThoseOfTheRunner()
    {
        string[] gates = [.. Directory.EnumerateFiles(Repository.PathOf("tests/VendorErrors.Benchmarks/Gates"), "P*.cs").Order(StringComparer.Ordinal)
            .Select(file => GateNumber().Match(File.ReadAllText(file)).Groups["number"].Value)];

        Figures("printed: gates", figureCell: 3).Select(figure => figure.Gate[1..]).Distinct(StringComparer.Ordinal).Should().Equal(gates);
    }

    [Fact]
    public void BeforeAndAfter_EveryRow_IsAFigureOfTheTableOrSaysThatItIsNone()
    {
        Figures("printed: before and after", figureCell: 2).Where(row => row.Last != "not measured any more").Select(row => (row.Gate, row.Name))
            .Should().NotBeEmpty().And.BeSubsetOf(Figures("printed: gates", figureCell: 3).Select(row => (row.Gate, row.Name)), "the runner fills the row by this name");
    }

    /// <summary>The rows of a table that the runner printed. A gate that could not be measured has none.</summary>
    private static List<(string Gate, string Name, string Last)> Figures(string mark, int figureCell)
    {
        string block = Repository.Read("docs/performance.md").Split($"<!-- {mark} -->\n")[1].Split("<!-- end -->")[0];
        var gate = string.Empty;
        var rows = new List<(string, string, string)>();
        foreach (string[] cells in block.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).Select(line => line.Split('|')))
        {
            gate = cells[1].Trim() is { Length: > 0 } id ? id : gate;
            rows.Add((gate, cells[figureCell].Trim(), cells[^2].Trim()));
        }

        return rows;
    }

    [GeneratedRegex(@"Gate\((?<number>\d+), ", RegexOptions.ExplicitCapture)]
    private static partial Regex GateNumber();

    [GeneratedRegex(@"`(?<target>docs/[A-Za-z0-9./-]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex DocsMention();

    [GeneratedRegex("`(?<file>[A-Z][A-Za-z./]*\\.cs)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SourceFile();
}
