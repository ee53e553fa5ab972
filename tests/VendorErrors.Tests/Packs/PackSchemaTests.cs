using System.Text;
using System.Text.Json;
using FluentAssertions;
using VendorErrors.Packs;
using Xunit;

namespace VendorErrors.Tests.Packs;

/// <summary>The published schema says what the loader takes.</summary>
public class PackSchemaTests
{
    private static readonly Dictionary<string, string[]> s_members = new(StringComparer.Ordinal)
    {
        [""] = PackReader.Members,
        ["properties/requiredEnvelope"] = PackReader.RequiredMembers,
        ["properties/idempotencyKey/oneOf/1"] = PackReader.KeyMembers,
        ["properties/products/additionalProperties"] = PackReader.ProductMembers,
        ["$defs/source/oneOf/1"] = PackValues.SourceMembers,
        ["$defs/condition"] = PackValues.ConditionMembers,
        ["$defs/condition/properties/has/oneOf/1"] = ConditionParts.HeaderMembers,
        ["$defs/envelope"] = EnvelopePart.Members,
        ["$defs/envelope/properties/proof"] = ProofPart.Members,
        ["$defs/fields"] = FieldPart.Members,
        ["$defs/items"] = ItemPart.Members,
        ["$defs/outcome"] = OutcomePart.Members,
        ["$defs/section"] = CodePart.Members,
        ["$defs/row"] = RowPart.Members,
        ["$defs/row/properties/refine/items"] = RefinementPart.Members,
        ["$defs/wait"] = WaitPart.Members,
        ["$defs/operation"] = OperationPart.Members,
        ["$defs/simulate"] = SimulationPart.Members,
        ["$defs/simulate/properties/operations/items"] = SimulationPart.OperationMembers,
        ["$defs/simulate/properties/tokens"] = SimulationPart.TokenMembers,
        ["$defs/answer"] = AnswerPart.Members,
        ["$defs/event"] = EventPart.Members,
        ["$defs/event/properties/reason/items"] = EventPart.ReasonMembers,
        ["$defs/eventRow"] = EventRowPart.Members,
        ["$defs/reasons"] = ReasonPart.Members,
        ["$defs/eventSample"] = EventSamplePart.Members,
        ["$defs/eventMeaning"] = EventMeaningPart.Members,
        ["properties/eventSignature"] = EventSignaturePart.Members,
    };

    public static TheoryData<string> Ids => new(BuiltInPacks.Ids().Concat(BuiltInPacks.Shapes));

    public static TheoryData<string> Objects => new(s_members.Keys);

    public static TheoryData<string, IEnumerable<string>> Words => new()
    {
        { "$defs/row/properties/effect", WordsOf(PackWords.Effects) },
        { "$defs/section/properties/basis", WordsOf(PackWords.Bases) },
        { "$defs/row/properties/for", WordsOf(PackWords.Audiences) },
        { "$defs/envelope/properties/codeIs", WordsOf(PackWords.Meanings) },
        { "$defs/envelope/properties/fieldInText", WordsOf(PackWords.FieldTexts) },
        { "$defs/envelope/properties/only", WordsOf(EnvelopeParts.Only) },
        { "$defs/fields/properties/as", WordsOf(PackWords.Layouts) },
        { "$defs/items/properties/lead", WordsOf(PackWords.Leads) },
        { "$defs/operation/properties/safety", WordsOf(PackWords.Safeties) },
        { "$defs/operation/properties/purpose", WordsOf(PackWords.Purposes) },
        { "$defs/operation/properties/basis", WordsOf(PackWords.Bases) },
        { "$defs/outcome/properties/effect", WordsOf(PackWords.Effects) },
        { "$defs/outcome/properties/basis", WordsOf(PackWords.Bases) },
        { "$defs/wait/properties/unit", WordsOf(PackWords.Units) },
        { "$defs/row/properties/refine/items/properties/use", WordsOf(PackWords.Phrases) },
        { "$defs/simulate/properties/operations/items/properties/kind", SimulationPart.Kinds },
        { "$defs/answer/properties/retry", WordsOf(AnswerPart.Retries) },
        { "$defs/answer/properties/effect", WordsOf(PackWords.Effects) },
        { "$defs/event/properties/kind", WordsOf(PackWords.EventKinds) },
        { "$defs/event/properties/timeZone", WordsOf(EventParts.Zones) },
        { "$defs/eventState", WordsOf(PackWords.EventStates) },
        { "$defs/nextAttempt", WordsOf(PackWords.NextAttempts) },
        { "$defs/category", Categories },
        { "$defs/row/properties/is", [.. WordsOf(PackWords.Outcomes), .. Categories] },
        { "$defs/outcome/properties/is", [.. WordsOf(PackWords.Outcomes), "failure", .. Categories] },
        { "$defs/answer/properties/is", [.. WordsOf(PackWords.Outcomes), "failure", .. Categories] },
        { "$defs/row/properties/refine/items/properties/is", Categories },
    };

    private static IEnumerable<string> Categories => Enum.GetValues<ErrorCategory>().Select(category => SnakeCase.Of(category));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Pack_OfTheLibrary_IsValid(string id)
    {
        using Stream pack = BuiltInPacks.Open(id);
        PackSchema.FaultsOf(pack).Should().BeEmpty();
    }

    [Fact]
    public void Pack_WithEveryMember_IsValid() => PackSchema.FaultsOf(new MemoryStream(Encoding.UTF8.GetBytes(FullPack.Text))).Should().BeEmpty();

    [Fact]
    public void Pack_WithEveryMember_IsLoaded() => SmallPack.FaultsOf(FullPack.Text).Should().BeEmpty();

    [Fact]
    public void Pack_WithEveryMember_HasEveryMember() =>
        s_members.Values.SelectMany(members => members).Distinct(StringComparer.Ordinal).Where(member => !FullPack.Text.Contains($"\"{member}\":", StringComparison.Ordinal)).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Objects))]
    public void Schema_MembersOfAnObject_AreThoseOfTheLoader(string place)
    {
        At(place).GetProperty("properties").EnumerateObject().Select(member => member.Name).Should().BeEquivalentTo(s_members[place]);
        At(place).GetProperty("additionalProperties").ValueKind.Should().Be(JsonValueKind.False);
    }

    [Fact]
    public void Schema_Objects_AreAllCompared() =>
        ObjectsIn(PackSchema.Root, string.Empty).Where(place => !place.Contains("/lacks/") && !place.Contains("/notEmpty/") && !place.Contains("/true/") && !place.Contains("/false/")).Should().BeEquivalentTo(s_members.Keys);

    [Theory]
    [MemberData(nameof(Words))]
    public void Schema_Enumeration_IsThatOfTheLoader(string place, IEnumerable<string> words) =>
        At(place).GetProperty("enum").EnumerateArray().Select(word => word.GetString()).Should().BeEquivalentTo(words);

    [Fact]
    public void Schema_Enumerations_AreAllCompared() =>
        EnumerationsIn(PackSchema.Root, string.Empty).Should().BeEquivalentTo(Words.Select(row => row.Data.Item1));

    private static IEnumerable<string> WordsOf<T>((string Word, T Value)[] words) => words.Select(word => word.Word);

    private static JsonElement At(string place) =>
        place.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(PackSchema.Root, (element, part) => element.ValueKind == JsonValueKind.Array ? element[part[0] - '0'] : element.GetProperty(part));

    private static IEnumerable<string> ObjectsIn(JsonElement schema, string place) => PlacesIn(schema, place, "additionalProperties", element => element.GetProperty("additionalProperties").ValueKind == JsonValueKind.False);

    private static IEnumerable<string> EnumerationsIn(JsonElement schema, string place) => PlacesIn(schema, place, "enum", element => element.GetProperty("enum").ValueKind == JsonValueKind.Array);

    private static IEnumerable<string> PlacesIn(JsonElement schema, string place, string member, Func<JsonElement, bool> isMeant)
    {
        if (schema.ValueKind == JsonValueKind.Array)
        {
            return schema.EnumerateArray().SelectMany((entry, i) => PlacesIn(entry, $"{place}/{i}", member, isMeant));
        }

        if (schema.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        bool isHere = schema.TryGetProperty(member, out _) && isMeant(schema);
        return [.. isHere ? [place.TrimStart('/')] : Enumerable.Empty<string>(), .. schema.EnumerateObject().SelectMany(inner => PlacesIn(inner.Value, $"{place}/{inner.Name}", member, isMeant))];
    }
}
