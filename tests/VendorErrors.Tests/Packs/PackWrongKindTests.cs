using System.Globalization;
using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Packs;

/// <summary>Every value of a pack with every member is replaced by one of another kind, or left out: it is refused with its faults, or the schema takes it, too.</summary>
public class PackWrongKindTests
{
    [Theory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("5")]
    [InlineData("-5")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    [InlineData("\"\"")]
    [InlineData("\" \"")]
    [InlineData("\"x\"")]
    [InlineData("\"..\"")]
    [InlineData("\"'\"")]
    [InlineData("\"[].[]\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("[null]")]
    [InlineData("[\"x\"]")]
    [InlineData("[[\"x\"]]")]
    [InlineData("[{}]")]
    [InlineData("{\"x\":null}")]
    [InlineData("{\"path\":\"x\"}")]
    public void Load_AnyValueReplaced_IsRefusedOrValid(string other) => Check((parent, key) => Set(parent, key, JsonNode.Parse(other)));

    [Fact]
    public void Load_AnyValueLeftOut_IsRefusedOrValid() => Check((parent, key) =>
    {
        if (parent is JsonArray list)
        {
            list.RemoveAt(int.Parse(key, CultureInfo.InvariantCulture));
        }
        else
        {
            _ = parent.AsObject().Remove(key);
        }
    });

    [Fact]
    public void Load_AnyMemberTwice_IsRefused()
    {
        List<string> taken = [];
        foreach (string[] place in Places(JsonNode.Parse(FullPack.Text)!, []).Where(place => place.Length > 0))
        {
            JsonNode pack = JsonNode.Parse(FullPack.Text)!;
            JsonNode parent = At(pack, place[..^1]);
            if (parent is JsonObject && !IsFree(place))
            {
                Set(parent, place[^1], "MARK");
                string member = $"\"{place[^1]}\":\"MARK\"";
                string value = At(JsonNode.Parse(FullPack.Text)!, place)?.ToJsonString() ?? "null";
                string twice = pack.ToJsonString().Replace(member, $"\"{place[^1]}\":{value},\"{place[^1]}\":{value}", StringComparison.Ordinal);
                if (!SmallPack.FaultsOf(twice).Any(fault => fault.Contains("is here twice", StringComparison.Ordinal)))
                {
                    taken.Add(string.Join('.', place));
                }
            }
        }

        taken.Should().BeEmpty();
    }

    private static void Check(Action<JsonNode, string> change)
    {
        List<string> wrong = [];
        foreach (string[] place in Places(JsonNode.Parse(FullPack.Text)!, []).Where(place => place.Length > 0))
        {
            JsonNode pack = JsonNode.Parse(FullPack.Text)!;
            change(At(pack, place[..^1])!, place[^1]);
            IReadOnlyList<string> faults = SmallPack.FaultsOf(pack.ToJsonString());
            if (faults.Any(fault => fault.Length > 1000 || fault.Contains('\n')) || (faults.Count == 0 && !PackSchema.Accepts(pack)))
            {
                wrong.Add($"{string.Join('.', place)}: {string.Join(" | ", faults)}");
            }
            else if (faults.Count == 0)
            {
                // What was taken can be used.
                Vendor vendor = SmallPack.Load(pack.ToJsonString());
                _ = vendor.Codes;
                _ = vendor.Classify(429, """{"result":"17","text":"a","batch":true,"results":[{"sent":false}]}""", vendor.Operation("POST", "/calls"));
                vendor.WritePack(Stream.Null);
            }
        }

        wrong.Should().BeEmpty();
    }

    // Bodies are anything, so their members are, too.
    private static bool IsFree(string[] place) => place[..^1].Any(name => name is "body" or "template" or "headers");

    private static void Set(JsonNode parent, string key, JsonNode? value)
    {
        if (parent is JsonArray list)
        {
            list[int.Parse(key, CultureInfo.InvariantCulture)] = value;
        }
        else
        {
            parent[key] = value;
        }
    }

    private static JsonNode At(JsonNode node, string[] place) => place.Aggregate(node, (at, key) => (at is JsonArray list ? list[int.Parse(key, CultureInfo.InvariantCulture)] : at[key])!);

    private static IEnumerable<string[]> Places(JsonNode? node, string[] place) =>
    [
        place,
        .. node switch
        {
            JsonObject members => members.SelectMany(member => Places(member.Value, [.. place, member.Key])),
            JsonArray entries => entries.SelectMany((entry, i) => Places(entry, [.. place, i.ToString(CultureInfo.InvariantCulture)])),
            _ => [],
        },
    ];
}
