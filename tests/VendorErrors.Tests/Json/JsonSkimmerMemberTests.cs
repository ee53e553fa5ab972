using System.Text;
using FluentAssertions;
using VendorErrors.Json;
using VendorErrors.Json.Simd;
using Xunit;

namespace VendorErrors.Tests.Json;

/// <summary>What <see cref="JsonSkimmer"/> finds by itself, before the exact reading makes good what it left.</summary>
public class JsonSkimmerMemberTests
{
    private static readonly string[] s_paths = ["code", "status", "status.code", "status.a.b", "message", "errors", "list[].code"];

    private readonly PathTree _paths = new();
    private readonly int[] _slotsOfPaths;

    public JsonSkimmerMemberTests() => _slotsOfPaths = _paths.SlotsOf(s_paths);

    [Theory]
    [InlineData("", SkimEnd.Cut, "")]
    [InlineData("""{"":"x","code":1}""", SkimEnd.Closed, "code=Number 1")]
    [InlineData("""{"x":1.5,"code":2}""", SkimEnd.Closed, "code=Number 2")]
    [InlineData("""{"x":1;"code":2}""", SkimEnd.Odd, "")]
    [InlineData("""{"x":[]:"code":2}""", SkimEnd.Odd, "")]
    [InlineData("""{"x\:1,"code":2}""", SkimEnd.Odd, "")]
    [InlineData("""{"x\":1,"code":2}""", SkimEnd.Odd, "")]
    [InlineData("""{"code":[1,{}]}""", SkimEnd.Closed, "code=Array [1,{}]")]
    [InlineData("""{"code":[1,""", SkimEnd.Cut, "")]
    [InlineData("""{"code":{"a":1""", SkimEnd.Cut, "")]
    [InlineData("""{"code":{"a":1}}""", SkimEnd.Closed, "code=Object {\"a\":1}")]
    [InlineData("""{"status":"ok"}""", SkimEnd.Closed, "status=Text ok")]
    [InlineData("""{"status":{"x":{},"code":"a"}}""", SkimEnd.Closed, "status=Object {\"x\":{},\"code\":\"a\"}; status.code=Text a")]
    [InlineData("""{"list":[{"code":1}]}""", SkimEnd.Odd, "")]
    [InlineData("""{"list":{"code":1}}""", SkimEnd.Closed, "list[].code=Number 1")]
    [InlineData("""{ "message" : "x" }""", SkimEnd.Closed, "message=Text x")]
    [InlineData("""{ "x" : "\"" , "message" : "x" }""", SkimEnd.Closed, "message=Text x")]
    [InlineData("""{"message":"\"x\""}""", SkimEnd.Closed, "message=Text \\\"x\\\" escaped")]
    public void MoveToEnd_Body_FindsThese(string json, object end, string found)
    {
        Skim(json, isExact: false).Should().Be(((SkimEnd)end, found));
        Skim(json, isExact: true).Should().Be(((SkimEnd)end, found));
    }

    [Theory]
    [InlineData("""{"x":"\q","code":1}""", "code=Number 1")]
    [InlineData("""{"x":[1 2],"code":1}""", "code=Number 1")]
    [InlineData("""{"code":{1}}""", "code=Object {1}")]
    [InlineData("""[1 2]""", "")]
    public void MoveToEnd_BreachWithinWhatIsSkipped_IsSeenByTheExactOneAlone(string json, string found)
    {
        Skim(json, isExact: false).Should().Be((SkimEnd.Closed, found));
        Skim(json, isExact: true).End.Should().Be(SkimEnd.Odd);
    }

    [Fact]
    public void MoveToEnd_LongNamesBeforeAWantedOne_PassesNoneOver()
    {
        // A block and no more from the first name to the end of the second, so that a look at one block alone takes the two for one.
        for (var length = 33; length < 59; length++)
        {
            string wanted = new('w', 59 - length);
            PathTree paths = new();
            int slot = paths.SlotOf(wanted);
            for (var filler = 0; filler < Block.Size; filler++)
            {
                byte[] body = Encoding.UTF8.GetBytes($$"""{"f":"{{new string('f', filler)}}","{{new string('n', length)}}":1,"{{wanted}}":2,"z":"{{new string('z', 100)}}"}""");
                JsonSlot[] slots = new JsonSlot[paths.SlotCount];

                new JsonSkimmer(body, paths, slots).MoveToEnd().Should().Be(SkimEnd.Closed);

                Encoding.UTF8.GetString(slots[slot].Of(body)).Should().Be("2", "behind {0} and {1}", filler, length);
            }
        }
    }

    [Theory]
    [InlineData("""{"code":1}""", 1, SkimEnd.Closed, "code=Number 1")]
    [InlineData("""{"code":1 }""", 1, SkimEnd.Closed, "code=Number 1")]
    [InlineData("""{"code":1 """, 1, SkimEnd.Cut, "code=Number 1")]
    [InlineData("""{"code":1,"message":2,"errors":3}""", 1, SkimEnd.Closed, "code=Number 1; message=Number 2; errors=Number 3")]
    [InlineData("""{"code":1}}""", 1, SkimEnd.Odd, "code=Number 1")]
    [InlineData("""{"code":1}}""", 2, SkimEnd.Odd, "code=Number 1")]
    [InlineData("}", 0, SkimEnd.Odd, "")]
    [InlineData("{}", 0, SkimEnd.Closed, "")]
    public void MoveToEnd_BehindSoManyStops_GoesOnFromThere(string json, int stops, object end, string found)
    {
        Decisive("code");
        byte[] body = Encoding.UTF8.GetBytes(json);
        JsonSlot[] slots = new JsonSlot[_paths.SlotCount];
        var skimmer = new JsonSkimmer(body, _paths, slots);
        for (var i = 0; i < stops; i++)
        {
            skimmer.MoveNext();
        }

        skimmer.MoveToEnd().Should().Be((SkimEnd)end);

        skimmer.End.Should().Be((SkimEnd)end);
        Describe(body, slots).Should().Be(found);
    }

    [Fact]
    public void MoveNext_TwoDecisiveMembers_StopsAtBothAndAtAllThatFollow()
    {
        Decisive("code");
        Decisive("message");

        Stops("""{"status":0,"code":1,"x":2,"message":3,"errors":4}""").Should().Equal("code", "message", "errors");
    }

    [Fact]
    public void MoveNext_ObjectBehindADecisiveMember_IsStoppedAtOnceItIsWhole()
    {
        Decisive("code");

        Stops("""{"code":1,"status":{"code":2,"a":{"b":3}},"errors":4}""").Should().Equal("code", "status", "errors");
        Skim("""{"code":1,"status":{"code":2,"a":{"b":3}}}""", isExact: false).Found.Should().Contain("status.code=Number 2; status.a.b=Number 3");
    }

    [Fact]
    public void GoOnBehind_KnownNumber_FindsTheMembersBehindIt()
    {
        byte[] body = """{"code":12,"message":"x"}"""u8.ToArray();
        JsonSlot[] slots = new JsonSlot[_paths.SlotCount];
        var skimmer = new JsonSkimmer(body, _paths, slots);

        skimmer.GoOnBehind(_paths.SlotOf("code"), new JsonSlot(JsonKind.Number, 8, 2));

        skimmer.MoveToEnd().Should().Be(SkimEnd.Closed);
        Describe(body, slots).Should().Be("code=Number 12; message=Text x");
    }

    private void Decisive(string path) => _paths.OutermostOf(_paths.SlotOf(path))!.IsDecisive = true;

    private (SkimEnd End, string Found) Skim(string json, bool isExact)
    {
        byte[] body = Encoding.UTF8.GetBytes(json);
        JsonSlot[] slots = new JsonSlot[_paths.SlotCount];
        SkimEnd end = new JsonSkimmer(body, _paths, slots, isExact).MoveToEnd();
        return (end, Describe(body, slots));
    }

    // The members at which the skimming stops, each of which has to stand in its slot by then.
    private List<string> Stops(string json)
    {
        JsonSlot[] slots = new JsonSlot[_paths.SlotCount];
        var skimmer = new JsonSkimmer(Encoding.UTF8.GetBytes(json), _paths, slots);
        var stops = new List<string>();
        while (skimmer.MoveNext())
        {
            slots[skimmer.Slot].IsPresent.Should().BeTrue();
            stops.Add(s_paths[Array.IndexOf(_slotsOfPaths, skimmer.Slot)]);
        }

        skimmer.End.Should().Be(SkimEnd.Closed);
        return stops;
    }

    private string Describe(byte[] body, JsonSlot[] slots)
    {
        IEnumerable<string> found = s_paths.Zip(_slotsOfPaths, (path, slot) => (Path: path, Slot: slots[slot]))
            .Where(member => member.Slot.IsPresent)
            .Select(member => $"{member.Path}={member.Slot.Kind} {Encoding.UTF8.GetString(member.Slot.Of(body))}{(member.Slot.Escaped ? " escaped" : "")}");
        return string.Join("; ", found);
    }
}
