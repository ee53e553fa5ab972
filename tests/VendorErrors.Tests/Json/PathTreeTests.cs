using System.Text;
using System.Text.Json;
using FluentAssertions;
using VendorErrors.Json;
using Xunit;

namespace VendorErrors.Tests.Json;

public class PathTreeTests
{
    private static readonly int s_randomBodies = Effort.Of(5000);
    private const int Seed = 20260102;

    private static readonly string[] s_paths = ["code", "status", "status.code", "status.a.b", "statusCode", "message", "errors", "a.b", "a.b.code", "errors.code"];

    [Trait("Category", "Slow")]
    [Fact]
    public void Read_RandomBodies_FindsWhatJsonDocumentFinds()
    {
        var generator = new JsonGenerator(Seed);
        var found = 0;
        for (var i = 0; i < s_randomBodies; i++)
        {
            found += Compare(generator.Body());
        }

        found.Should().BeGreaterThan(Effort.Of(1000));
    }

    [Theory]
    [InlineData("""{"code":1,"code":2}""", "code", "2")]
    [InlineData("""{"code":1,"CODE":2}""", "code", "2")]
    [InlineData("""{"code":1,"c\u006fde":2}""", "code", "2")]
    [InlineData("""{"status":{"code":1},"status":{}}""", "status.code", null)]
    [InlineData("""{"status":{"code":1},"status":5}""", "status.code", null)]
    [InlineData("""{"status":5,"status":{"code":1}}""", "status.code", "1")]
    [InlineData("""{"status":{"code":1},"Status":{"Code":2}}""", "status.code", "2")]
    [InlineData("""{"status":[{"code":1}]}""", "status.code", null)]
    [InlineData("""{"x":{"code":1}}""", "code", null)]
    [InlineData("""{"code":null}""", "code", "null")]
    [InlineData("""[{"code":1}]""", "code", null)]
    [InlineData("""{"code ":1}""", "code", null)]
    public void Read_Member_IsFoundWhereThePathLeads(string json, string path, string? expected)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        var tree = new PathTree();
        int slot = tree.SlotOf(path);
        Span<JsonSlot> slots = new JsonSlot[tree.SlotCount];

        tree.Read(bytes, slots, out _).Should().Be(JsonFault.None);

        Raw(bytes, slots[slot]).Should().Be(expected);
    }

    [Theory]
    [InlineData("""{"code":1,"code":2}""", true)]
    [InlineData("""{"code":null,"CODE":null}""", true)]
    [InlineData("""{"status":{"code":1,"code":1}}""", true)]
    [InlineData("""{"other":1,"other":2,"code":1}""", false)]
    [InlineData("""{"code":1,"status":{"code":1}}""", false)]
    public void Read_MemberTwice_IsReported(string json, bool expected)
    {
        var tree = new PathTree();
        tree.SlotOf("code");
        tree.SlotOf("status.code");

        tree.Read(Encoding.UTF8.GetBytes(json), new JsonSlot[tree.SlotCount], out bool duplicates);

        duplicates.Should().Be(expected);
    }

    [Fact]
    public void Read_CutBody_KeepsWhatWasFoundBeforeTheFault()
    {
        byte[] bytes = """{"code":10,"message":"slow"""u8.ToArray();
        var tree = new PathTree();
        int slot = tree.SlotOf("code");
        Span<JsonSlot> slots = new JsonSlot[tree.SlotCount];

        tree.Read(bytes, slots, out _).Should().Be(JsonFault.Cut);

        Encoding.UTF8.GetString(slots[slot].Of(bytes)).Should().Be("10");
    }

    [Theory]
    [InlineData("""{"errors":[{"code":1},{"code":2}],"code":3}""", "1", "3", nameof(JsonFault.None))]
    [InlineData("""{"errors":[5,{"code":2}],"code":3}""", null, "3", nameof(JsonFault.None))]
    [InlineData("""{"errors":[{"code":1},5],"code":3}""", "1", "3", nameof(JsonFault.None))]
    [InlineData("""{"errors":[{"code":1,"code":2}],"code":3}""", "2", "3", nameof(JsonFault.None))]
    [InlineData("""{"errors":[],"code":3}""", null, "3", nameof(JsonFault.None))]
    [InlineData("""{"errors":{"code":1},"code":3}""", "1", "3", nameof(JsonFault.None))]
    [InlineData("""{"errors":[{"code":1}tru],"code":3}""", "1", null, nameof(JsonFault.Malformed))]
    [InlineData("""{"errors":[{"code":1},tru],"code":3}""", "1", null, nameof(JsonFault.Malformed))]
    [InlineData("""{"errors":[{"code":1},{"code":2""", "1", null, nameof(JsonFault.Cut))]
    [InlineData("""{"errors":[{"code":1}""", "1", null, nameof(JsonFault.Cut))]
    public void Read_PathIntoAList_FindsItsFirstEntry(string json, string? first, string? code, string fault)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        var tree = new PathTree();
        int[] slots = tree.SlotsOf(["errors[].code", "code", "errors"]);
        var fast = new JsonSlot[tree.SlotCount];
        var slow = new JsonSlot[tree.SlotCount];

        tree.Read(bytes, fast, out _).ToString().Should().Be(fault);
        tree.ReadExactly(bytes, slow, out _).ToString().Should().Be(fault);

        foreach (JsonSlot[] found in (JsonSlot[][])[fast, slow])
        {
            Raw(bytes, found[slots[0]]).Should().Be(first);
            Raw(bytes, found[slots[1]]).Should().Be(code);
            (found[slots[2]].Length > 0).Should().Be(fault == nameof(JsonFault.None), "a list that does not end has no length");
        }
    }

    [Theory]
    [InlineData("""{"x":1}""")]
    [InlineData("""[1]""")]
    public void Read_AfterAnotherBody_ForgetsWhatThatOneHeld(string json)
    {
        var tree = new PathTree();
        int slot = tree.SlotOf("code");
        var slots = new JsonSlot[tree.SlotCount];
        tree.Read("""{"code":1}"""u8, slots, out _);

        tree.Read(Encoding.UTF8.GetBytes(json), slots, out _);

        slots[slot].IsPresent.Should().BeFalse();
    }

    [Fact]
    public void Read_TwoPathsIntoOneList_BothFindItsFirstEntry()
    {
        byte[] bytes = """{"errors":[{"code":1,"text":"x"},{"code":2}]}"""u8.ToArray();
        var tree = new PathTree();
        int[] slots = tree.SlotsOf(["errors[].code", "errors[].text"]);
        var found = new JsonSlot[tree.SlotCount];

        tree.Read(bytes, found, out _).Should().Be(JsonFault.None);

        Raw(bytes, found[slots[0]]).Should().Be("1");
        Raw(bytes, found[slots[1]]).Should().Be("x");
    }

    [Fact]
    public void OutermostOf_APathThatIsNotTheFirst_IsTheMemberThatItBeginsWith()
    {
        var tree = new PathTree();
        int[] slots = tree.SlotsOf(["a", "b.c", "d", "e.f.g"]);

        tree.OutermostOf(slots[1])!.Slot.Should().Be(tree.SlotOf("b"));
        tree.OutermostOf(slots[2])!.Slot.Should().Be(slots[2]);
        tree.OutermostOf(slots[3])!.Slot.Should().Be(tree.SlotOf("e"));
    }

    [Fact]
    public void SlotOf_SamePathInAnotherCase_IsTheSameSlot()
    {
        var tree = new PathTree();

        tree.SlotOf("Status.Code").Should().Be(tree.SlotOf("status.code"));
        tree.SlotsOf(["a", "b"]).Should().OnlyHaveUniqueItems();
    }

    private static string? Raw(byte[] json, JsonSlot slot) => slot.IsPresent ? Encoding.UTF8.GetString(slot.Of(json)) : null;

    private static int Compare(byte[] body)
    {
        using JsonDocument document = Oracle.Parse(Tolerance.TakeOut(body));
        var tree = new PathTree();
        int[] indexes = tree.SlotsOf(s_paths);
        Span<JsonSlot> slots = new JsonSlot[tree.SlotCount];
        tree.Read(body, slots, out _).Should().Be(JsonFault.None);
        var found = 0;
        for (var i = 0; i < s_paths.Length; i++)
        {
            JsonSlot slot = slots[indexes[i]];
            JsonElement? expected = Oracle.Find(document.RootElement, s_paths[i]);
            slot.IsPresent.Should().Be(expected is not null, "{0} in {1}", s_paths[i], Encoding.UTF8.GetString(body));
            if (expected is { } element)
            {
                found++;
                string raw = element.GetRawText();
                Encoding.UTF8.GetString(slot.Of(Tolerance.TakeOut(body))).Should().Be(element.ValueKind == JsonValueKind.String ? raw[1..^1] : raw);
                KindOf(element).Should().Be(slot.Kind);
            }
        }

        return found;
    }

    private static JsonKind KindOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => JsonKind.Object,
        JsonValueKind.Array => JsonKind.Array,
        JsonValueKind.String => JsonKind.Text,
        JsonValueKind.Number => JsonKind.Number,
        JsonValueKind.True => JsonKind.True,
        JsonValueKind.False => JsonKind.False,
        _ => JsonKind.Null,
    };
}
