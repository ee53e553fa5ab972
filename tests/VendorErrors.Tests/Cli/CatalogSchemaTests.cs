using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using Json.Schema;
using VendorErrors.Definitions;
using VendorErrors.Tests.Docs;
using Xunit;

namespace VendorErrors.Tests.Cli;

/// <summary>The published schema is that of the real export, as narrow as the code itself.</summary>
[Trait("Category", "Slow")]
public class CatalogSchemaTests
{
    private const string File = "docs/schemas/codes.schema.json";

    private static readonly Lazy<JsonSchema> s_schema = new(() => JsonSchema.FromText(Repository.Read(File)));

    private static readonly Lazy<string> s_export = new(() => CliProcess.Run("codes", "--output", "json").Output);

    private static readonly Lazy<JsonNode> s_row = new(() => JsonNode.Parse(s_export.Value)![0]!);

    public static TheoryData<string> Members => new(Properties.EnumerateObject().Select(member => member.Name));

    private static JsonElement Properties => JsonDocument.Parse(Repository.Read(File)).RootElement.GetProperty("items").GetProperty("properties");

    private static JsonSchema Schema => s_schema.Value;

    [Fact]
    public void Codes_AsJsonOfEveryVendor_AreValid() => FaultsOf(JsonDocument.Parse(s_export.Value).RootElement).Should().BeEmpty();

    [Fact]
    public void Codes_AsSchema_IsThePublishedFile() => CliProcess.Run("codes", "--output", "schema").Output.Should().Be(Repository.Read(File));

    [Fact]
    public void Schema_Enumerations_AreThoseOfTheCode()
    {
        Values("category").Should().Equal([.. Words<ErrorCategory>(), null]);
        Values("group").Should().Equal([.. Words<ErrorGroup>(), null]);
        Values("audience").Should().Equal([.. Words<Audience>(), null]);
        Values("outcome").Should().Equal(Words<VendorOutcome>().Where(word => word != "undetermined"));
        Values("effect").Should().Equal(Words<Effect>());
        Values("retry").Should().Equal(Words<RetryDisposition>());
        Values("basis").Should().Equal(Words<Basis>());
        Properties.GetProperty("refinements").GetProperty("items").GetProperty("properties").GetProperty("category").GetProperty("enum").EnumerateArray().Select(word => word.GetString())
            .Should().Equal(Words<ErrorCategory>());
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void Schema_RowWithABrokenMember_Refuses(string member)
    {
        FaultsAfter(row => row.Remove(member)).Should().Equal($"/0 required: Required properties [\"{member}\"] are not present");
        FaultsAfter(row => row[member] = new JsonObject()).Should().NotBeEmpty("an object fits nowhere");
    }

    [Theory]
    [InlineData("surplus", "x", "/0/surplus : All values fail against the false schema")]
    [InlineData("category", "rate_limit", "/0/category enum: Value should match one of the values specified by the enum")]
    [InlineData("name", "", "/0/name minLength: Value should be at least 1 characters")]
    [InlineData("anchor", "Code 10", "/0/anchor pattern: The string value is not a match for the indicated regular expression")]
    public void Schema_RowWithAWrongText_Refuses(string member, string value, string expected) =>
        FaultsAfter(row => row[member] = value).Should().Equal(expected);

    [Theory]
    [InlineData("wait_ms", 0, "/0/wait_ms minimum: 0 should be at least 1")]
    [InlineData("on_http_status", 600, "/0/on_http_status maximum: 600 should be at most 599")]
    public void Schema_RowWithAWrongNumber_Refuses(string member, int value, string expected) =>
        FaultsAfter(row => row[member] = value).Should().Equal(expected);

    private static string[] FaultsAfter(Action<JsonObject> breakRow)
    {
        JsonObject row = s_row.Value.DeepClone().AsObject();
        breakRow(row);
        return FaultsOf(JsonSerializer.SerializeToElement(new JsonArray(row)));
    }

    /// <summary>What is wrong with a value, a line each: the path to it, the keyword, and words.</summary>
    private static string[] FaultsOf(JsonElement value)
    {
        EvaluationResults results = Schema.Evaluate(value, new EvaluationOptions { OutputFormat = OutputFormat.List });
        string[] faults = [.. (results.Details ?? []).Prepend(results).SelectMany(place => (place.Errors ?? []).Select(error => $"{place.InstanceLocation} {error.Key}: {error.Value}"))];
        faults.Should().HaveCountGreaterThanOrEqualTo(results.IsValid ? 0 : 1);
        return faults;
    }

    private static IEnumerable<string?> Values(string member) => Properties.GetProperty(member).GetProperty("enum").EnumerateArray().Select(word => word.GetString());

    private static IEnumerable<string> Words<T>()
        where T : struct, Enum => Enum.GetValues<T>().Order().Select(value => SnakeCase.Of(value));
}
