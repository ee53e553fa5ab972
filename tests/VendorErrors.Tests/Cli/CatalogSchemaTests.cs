using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using VendorErrors.Definitions;
using VendorErrors.Tests.Docs;
using Xunit;

namespace VendorErrors.Tests.Cli;

/// <summary>The published schema is that of the real export, as narrow as the code itself.</summary>
[Trait("Category", "Slow")]
public class CatalogSchemaTests
{
    private const string File = "docs/schemas/codes.schema.json";

    private static readonly Lazy<string> s_export = new(() => CliProcess.Run("codes", "--output", "json").Output);

    public static TheoryData<string> Members => new(Properties.EnumerateObject().Select(member => member.Name));

    private static JsonElement Properties => JsonDocument.Parse(Repository.Read(File)).RootElement.GetProperty("items").GetProperty("properties");

    private static JsonSchema Schema => JsonSchema.Parse(Repository.Read(File));

    [Fact]
    public void Codes_AsJsonOfEveryVendor_AreValid() => Schema.FaultsOf(JsonDocument.Parse(s_export.Value).RootElement).Should().BeEmpty();

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
        FaultsAfter(row => row.Remove(member)).Should().ContainSingle($"$[0].{member} is missing");
        FaultsAfter(row => row[member] = new JsonObject()).Should().NotBeEmpty("an object fits nowhere");
    }

    [Theory]
    [InlineData("surplus", "x", "$[0].surplus is not known")]
    [InlineData("category", "rate_limit", "$[0].category is none of the values")]
    [InlineData("name", "", "$[0].name is too short")]
    [InlineData("anchor", "Code 10", "$[0].anchor does not match")]
    public void Schema_RowWithAWrongText_Refuses(string member, string value, string expected) =>
        FaultsAfter(row => row[member] = value).Should().Equal(expected);

    [Theory]
    [InlineData("wait_ms", 0, "$[0].wait_ms is too small")]
    [InlineData("on_http_status", 600, "$[0].on_http_status is too great")]
    public void Schema_RowWithAWrongNumber_Refuses(string member, int value, string expected) =>
        FaultsAfter(row => row[member] = value).Should().Equal(expected);

    private static string[] FaultsAfter(Action<JsonObject> breakRow)
    {
        var rows = JsonNode.Parse(s_export.Value)!.AsArray();
        breakRow(rows[0]!.AsObject());
        return Schema.FaultsOf(JsonSerializer.SerializeToElement(rows));
    }

    private static IEnumerable<string?> Values(string member) => Properties.GetProperty(member).GetProperty("enum").EnumerateArray().Select(word => word.GetString());

    private static IEnumerable<string> Words<T>()
        where T : struct, Enum => Enum.GetValues<T>().Order().Select(value => SnakeCase.Of(value));
}
