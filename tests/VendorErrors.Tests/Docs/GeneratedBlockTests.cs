using System.Globalization;
using System.Text;
using VendorErrors.Classification;
using VendorErrors.Definitions;
using VendorErrors.Problems;
using VendorErrors.Retries;
using VendorErrors.Tests.Cli;
using Xunit;

namespace VendorErrors.Tests.Docs;

/// <summary>The tables in the documents come from the code. <c>VENDOR_ERRORS_UPDATE=1</c> rewrites them.</summary>
public class GeneratedBlockTests
{
    public static TheoryData<string, string> Blocks => new()
    {
        { "README.md", "first-command" },
        { "README.md", "categories-at-a-glance" },
        { "docs/taxonomy.md", "categories" },
        { "docs/taxonomy.md", "statuses" },
        { "docs/taxonomy.md", "states" },
        { "docs/taxonomy.md", "next-attempts" },
        { "docs/command-line.md", "event-command" },
        { "docs/command-line.md", "event-members" },
        { "docs/problem-details.md", "problem-statuses" },
        { "docs/pack-reference.md", "every-word" },
        { "docs/CONTRIBUTING.md", "fixture-values" },
    };

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Block_OfADocument_IsCurrent(string file, string name) => GeneratedBlock.Check(file, name, Generate(name));

    private static string Generate(string name) => name switch
    {
        "first-command" => Command("classify", "--vendor", "talkdesk-dialer", Repository.PathOf("docs/samples/talkdesk-rate-limited.json")),
        "categories-at-a-glance" => Glance(),
        "categories" => Categories(),
        "statuses" => Statuses(),
        "states" => EventBlocks.States(),
        "next-attempts" => EventBlocks.NextAttempts(),
        "event-command" => Command("classify", "--event", "--vendor", "8x8-connect", Repository.PathOf("docs/samples/8x8-trunk-full.json")),
        "event-members" => EventBlocks.Members(),
        "problem-statuses" => ProblemStatuses(),
        "fixture-values" => FixtureValues(),
        "every-word" => $"```json\n{Repository.Read(AddAVendorTests.EveryWord)}```\n",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such block"),
    };

    private static string Command(params string[] arguments)
    {
        CliResult result = CliProcess.Run(arguments);
        return $"```text\n{string.Join('\n', result.Output.ReplaceLineEndings("\n").TrimEnd().Split('\n').Select(line => line.TrimEnd()))}\n```\n";
    }

    private static string Glance()
    {
        var text = new StringBuilder("| group | categories |\n|---|---|\n");
        foreach (IGrouping<ErrorGroup, CategoryFacts> group in CategoryTable.All.GroupBy(facts => facts.Group).OrderBy(group => group.Key == ErrorGroup.Unknown ? int.MaxValue : (int)group.Key))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {group.Key} | {string.Join(", ", group.Select(facts => facts.Category))} |\n");
        }

        return text.ToString();
    }

    private static string Categories()
    {
        var text = new StringBuilder("| category | group | effect | retry | google.rpc | HTTP | what to do |\n|---|---|---|---|---|---|---|\n");
        foreach (CategoryFacts facts in CategoryTable.All)
        {
            string retry = facts.Retry switch
            {
                RetryDisposition.AfterDelay => facts.MaxRetryAttempts is { } most ? string.Create(CultureInfo.InvariantCulture, $"wait, at most {most}") : "wait",
                RetryDisposition.AfterCredentialRefresh => "refresh",
                _ => facts.Category == ErrorCategory.QuotaExhausted ? "never; wait when a reset time is known" : "never",
            };
            text.Append(CultureInfo.InvariantCulture, $"| `{facts.Category}` | {facts.Group} | {SnakeCase.Of(facts.Effect)} | {retry} | {SnakeCase.Of(facts.RpcCode).ToUpperInvariant()} | {facts.HttpStatus?.ToString(CultureInfo.InvariantCulture) ?? "-"} | {facts.Advice.Text} |\n");
        }

        return text.ToString();
    }

    private static string ProblemStatuses()
    {
        var text = new StringBuilder("| answer | categories |\n|---|---|\n");
        foreach (IGrouping<int, CategoryFacts> same in CategoryTable.All.GroupBy(facts => ProblemStatus.Of(facts.Category)).OrderBy(group => group.Key))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {same.Key} | {string.Join(", ", same.Select(facts => $"`{SnakeCase.Of(facts.Category)}`"))} |\n");
        }

        return text.ToString();
    }

    private static string FixtureValues() =>
        "| key | values |\n|---|---|\n"
        + FixtureValuesOf("outcome", Enum.GetValues<VendorOutcome>().Except([VendorOutcome.Undetermined]))
        + FixtureValuesOf("effect", Enum.GetValues<Effect>())
        + FixtureValuesOf("confidence", Enum.GetValues<Confidence>().Except([Confidence.NotInspected]))
        + FixtureValuesOf("retry", Enum.GetValues<RetryDisposition>())
        + FixtureValuesOf("decision", Enum.GetValues<RetryAction>())
        + FixtureValuesOf("wait-source", Enum.GetValues<WaitSource>());

    private static string FixtureValuesOf<T>(string key, IEnumerable<T> values)
        where T : struct, Enum =>
        $"| `{key}` | {string.Join(", ", values.Select(value => $"`{SnakeCase.Of(value)}`"))} |\n";

    private static string Statuses()
    {
        var text = new StringBuilder("| status | means | effect |\n|---|---|---|\n");
        foreach (IGrouping<(string, Effect), CodeRow> rows in StatusTable.Section.Rows.GroupBy(row => ((row.Category?.ToString() ?? row.Outcome.ToString()), row.EffectiveEffect)))
        {
            string codes = string.Join(", ", rows.Select(row => row.LastCode is null ? row.Code : $"other {row.Name}"));
            text.Append(CultureInfo.InvariantCulture, $"| {codes} | `{rows.Key.Item1}` | {SnakeCase.Of(rows.Key.Item2)} |\n");
        }

        return text.ToString();
    }
}
