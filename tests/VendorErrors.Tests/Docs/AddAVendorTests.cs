using System.Text;
using System.Text.Json;
using FluentAssertions;
using VendorErrors.Testing.Conformance;
using Xunit;

namespace VendorErrors.Tests.Docs;

/// <summary>Who follows docs/add-a-vendor.md and the pack reference word by word has a vendor that passes.</summary>
public class AddAVendorTests
{
    internal const string EveryWord = "tests/VendorErrors.Tests/Packs/every-word.json";

    private static readonly string s_tutorial = Repository.Read("docs/add-a-vendor.md");

    [Fact]
    public void PackOfTheTutorial_AsPrinted_Conforms() => new Kit(Load(TutorialPack(), "acme-voice.json")).Invoking(kit => kit.VerifyAll()).Should().NotThrow();

    [Theory]
    [InlineData("""{ "result": "17" }""", ErrorCategory.ConcurrencyLimited, 5)]
    [InlineData("""{ "result": 21 }""", ErrorCategory.InvalidDestination, null)]
    public void PackOfTheTutorial_AsPrinted_Classifies(string body, ErrorCategory category, int? waitSeconds)
    {
        VendorResult result = Load(TutorialPack(), "acme-voice.json").Classify(200, body);

        result.Category.Should().Be(category);
        result.Retry.MinimumWait.Should().Be(waitSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
    }

    [Fact]
    public void PackOfEveryWord_AsPrinted_ReadsItsAnswers()
    {
        Vendor vendor = Load(Repository.Read(EveryWord), "every-word.json");

        new Kit(vendor).Cases.Where(check => check.Rule == "captured answer means what it should").Should().HaveCount(3).And.AllSatisfy(check => check.Invoking(one => one.Verify()).Should().NotThrow());
    }

    [Fact]
    public void PackOfEveryWord_Always_HasEveryMemberOfTheSchema()
    {
        string pack = Repository.Read(EveryWord);
        using JsonDocument schema = JsonDocument.Parse(Repository.Read("docs/schemas/vendor-pack.schema.json"));

        MembersOf(schema.RootElement).Distinct(StringComparer.Ordinal).Where(member => !pack.Contains($"\"{member}\":", StringComparison.Ordinal)).Should().BeEmpty();
    }

    private static IEnumerable<string> MembersOf(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object => schema.EnumerateObject().SelectMany(member => member.Name == "properties" ? member.Value.EnumerateObject().SelectMany(property => MembersOf(property.Value).Prepend(property.Name)) : MembersOf(member.Value)),
        JsonValueKind.Array => schema.EnumerateArray().SelectMany(MembersOf),
        _ => [],
    };

    private static string TutorialPack()
    {
        const string Start = "```json\n";
        int from = s_tutorial.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        return s_tutorial[from..s_tutorial.IndexOf("```", from, StringComparison.Ordinal)];
    }

    private static Vendor Load(string pack, string file) => Vendor.Load(new MemoryStream(Encoding.UTF8.GetBytes(pack)), file);

    private sealed class Kit(Vendor vendor) : VendorConformance
    {
        public override Vendor Vendor { get; } = vendor;
    }
}
