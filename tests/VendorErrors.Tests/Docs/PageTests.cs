using System.Text.RegularExpressions;
using FluentAssertions;
using VendorErrors.Classification;
using VendorErrors.Classification.Waits;
using VendorErrors.Classification.Words;
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
        Repository.Read("docs/add-a-vendor.md").Should().Contain($"At least {FixtureTests.LeastPerVendor} per vendor");
        Repository.Read("docs/command-line.md").Should().Contain($"A line may have {BatchBlockTests.MaxLineBytes / 1024 / 1024} MiB");
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

    [GeneratedRegex(@"`(?<target>docs/[A-Za-z0-9./-]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex DocsMention();

    [GeneratedRegex("`(?<file>[A-Z][A-Za-z./]*\\.cs)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SourceFile();
}
