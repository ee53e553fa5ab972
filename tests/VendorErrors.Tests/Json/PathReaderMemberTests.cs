using System.Text;
using FluentAssertions;
using VendorErrors.Json;
using VendorErrors.Json.Simd;
using Xunit;

namespace VendorErrors.Tests.Json;

/// <summary>What <see cref="PathReader"/> finds by itself, before the exact reading makes good what it left.</summary>
public class PathReaderMemberTests
{
    private static readonly string[] s_paths = ["code", "status", "status.code", "status.a.b", "message", "errors", "list[].code"];

    private readonly PathTree _paths = new();
    private readonly int[] _slotsOfPaths;

    public PathReaderMemberTests() => _slotsOfPaths = _paths.SlotsOf(s_paths);

    [Theory]
    [InlineData("", PathReaderEnd.Cut, "")]
    [InlineData("""{"":"x","code":1}""", PathReaderEnd.Closed, "code=Number 1")]
    [InlineData("""{"x":1.5,"code":2}""", PathReaderEnd.Closed, "code=Number 2")]
    [InlineData("""{"x":1;"code":2}""", PathReaderEnd.Odd, "")]
    [InlineData("""{"x":[]:"code":2}""", PathReaderEnd.Odd, "")]
    [InlineData("""{"x\:1,"code":2}""", PathReaderEnd.Odd, "")]
    [InlineData("""{"x\":1,"code":2}""", PathReaderEnd.Odd, "")]
    [InlineData("""{"code":[1,{}]}""", PathReaderEnd.Closed, "code=Array [1,{}]")]
    [InlineData("""{"code":[1,""", PathReaderEnd.Cut, "")]
    [InlineData("""{"code":{"a":1""", PathReaderEnd.Cut, "")]
    [InlineData("""{"code":{"a":1}}""", PathReaderEnd.Closed, "code=Object {\"a\":1}")]
    [InlineData("""{"status":"ok"}""", PathReaderEnd.Closed, "status=Text ok")]
    [InlineData("""{"status":{"x":{},"code":"a"}}""", PathReaderEnd.Closed, "status=Object {\"x\":{},\"code\":\"a\"}; status.code=Text a")]
    [InlineData("""{"list":[{"code":1}]}""", PathReaderEnd.Closed, "list[].code=Number 1")]
    [InlineData("""{"list":[ {"code":1},{"code":2}],"code":3}""", PathReaderEnd.Closed, "code=Number 3; list[].code=Number 1")]
    [InlineData("""{"list":[],"code":3}""", PathReaderEnd.Closed, "code=Number 3")]
    [InlineData("""{"list":[1,{"code":2}],"code":3}""", PathReaderEnd.Closed, "code=Number 3")]
    [InlineData("""{"list":[{"code":1,"code":2}]}""", PathReaderEnd.Odd, "list[].code=Number 1")]
    [InlineData("""{"list":{"code":1}}""", PathReaderEnd.Closed, "list[].code=Number 1")]
    [InlineData("""{ "message" : "x" }""", PathReaderEnd.Closed, "message=Text x")]
    [InlineData("""{ "x" : "\"" , "message" : "x" }""", PathReaderEnd.Closed, "message=Text x")]
    [InlineData("""{"message":"\"x\""}""", PathReaderEnd.Closed, "message=Text \\\"x\\\" escaped")]
    public void MoveToEnd_Body_FindsThese(string json, object end, string found)
    {
        Read(json, isExact: false).Should().Be(((PathReaderEnd)end, found));
        Read(json, isExact: true).Should().Be(((PathReaderEnd)end, found));
    }

    [Theory]
    [InlineData("""{"x":"\q","code":1}""", "code=Number 1")]
    [InlineData("""{"x":[1 2],"code":1}""", "code=Number 1")]
    [InlineData("""{"code":{1}}""", "code=Object {1}")]
    [InlineData("""[1 2]""", "")]
    public void MoveToEnd_BreachWithinWhatIsSkipped_IsSeenByTheExactOneAlone(string json, string found)
    {
        Read(json, isExact: false).Should().Be((PathReaderEnd.Closed, found));
        Read(json, isExact: true).End.Should().Be(PathReaderEnd.Odd);
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

                new PathReader(body, paths, slots).MoveToEnd().Should().Be(PathReaderEnd.Closed);

                Encoding.UTF8.GetString(slots[slot].Of(body)).Should().Be("2", "behind {0} and {1}", filler, length);
            }
        }
    }

    [Theory]
    [InlineData("""{"code":1}""", 1, PathReaderEnd.Closed, "code=Number 1")]
    [InlineData("""{"code":1 }""", 1, PathReaderEnd.Closed, "code=Number 1")]
    [InlineData("""{"code":1 """, 1, PathReaderEnd.Cut, "code=Number 1")]
    [InlineData("""{"code":1,"message":2,"errors":3}""", 1, PathReaderEnd.Closed, "code=Number 1; message=Number 2; errors=Number 3")]
    [InlineData("""{"code":1}}""", 1, PathReaderEnd.Odd, "code=Number 1")]
    [InlineData("""{"code":1}}""", 2, PathReaderEnd.Odd, "code=Number 1")]
    [InlineData("}", 0, PathReaderEnd.Odd, "")]
    [InlineData("{}", 0, PathReaderEnd.Closed, "")]
    public void MoveToEnd_BehindSoManyStops_GoesOnFromThere(string json, int stops, object end, string found)
    {
        Decisive("code");
        byte[] body = Encoding.UTF8.GetBytes(json);
        JsonSlot[] slots = new JsonSlot[_paths.SlotCount];
        var reader = new PathReader(body, _paths, slots);
        for (var i = 0; i < stops; i++)
        {
            reader.MoveNext();
        }

        reader.MoveToEnd().Should().Be((PathReaderEnd)end);

        reader.End.Should().Be((PathReaderEnd)end);
        Describe(body, slots).Should().Be(found);
    }

    [Fact]
    public void MoveNext_TwoDecisiveMembers_StopsAtBothAndAtAllThatFollow()
    {
        Decisive("code");
        Decisive("message");

        Stops("""{"status":0,"code":1,"x":2,"message":3,"errors":4}""").Should().Equal("code", "status", "message", "errors");
    }

    [Fact]
    public void MoveNext_ObjectBehindADecisiveMember_IsStoppedAtOnceItIsWhole()
    {
        Decisive("code");

        Stops("""{"code":1,"status":{"code":2,"a":{"b":3}},"errors":4}""").Should().Equal("code", "status", "errors");
        Read("""{"code":1,"status":{"code":2,"a":{"b":3}}}""", isExact: false).Found.Should().Contain("status.code=Number 2; status.a.b=Number 3");
    }

    [Theory]
    [InlineData("""{"x":[1],"code":1,"message":"x"}""", false, "a container was skipped by its brackets")]
    [InlineData("""{"x":"\q","code":1,"message":"x"}""", false, "a text was skipped with an escape in it")]
    [InlineData("""{"x":"y","code":1,"message":{"y":[1]}}""", true, "all that was skipped until then needs no look into it")]
    [InlineData("""{"x":"y","code":1,"message":{"y":[1 2]}}""", false, "from then on the grammar counts")]
    public void MoveToEndExactly_AfterAStop_IsTrueWhereAllWasChecked(string json, bool isChecked, string because)
    {
        Decisive("code");
        byte[] body = Encoding.UTF8.GetBytes(json);
        var reader = new PathReader(body, _paths, new JsonSlot[_paths.SlotCount]);
        reader.MoveNext().Should().BeTrue();

        reader.MoveToEndExactly().Should().Be(isChecked, because);
    }

    private void Decisive(string path) => _paths.OutermostOf(_paths.SlotOf(path))!.IsDecisive = true;

    private (PathReaderEnd End, string Found) Read(string json, bool isExact)
    {
        byte[] body = Encoding.UTF8.GetBytes(json);
        JsonSlot[] slots = new JsonSlot[_paths.SlotCount];
        PathReaderEnd end = new PathReader(body, _paths, slots, isExact).MoveToEnd();
        return (end, Describe(body, slots));
    }

    // The members at which the skimming stops, each of which has to stand in its slot by then.
    private List<string> Stops(string json)
    {
        JsonSlot[] slots = new JsonSlot[_paths.SlotCount];
        var reader = new PathReader(Encoding.UTF8.GetBytes(json), _paths, slots);
        var stops = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.MoveNext())
        {
            IEnumerable<string> there = s_paths.Where((path, i) => slots[_slotsOfPaths[i]].IsPresent && !path.Contains('.', StringComparison.Ordinal));
            stops.AddRange(there.Where(seen.Add));
        }

        reader.End.Should().Be(PathReaderEnd.Closed);
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
