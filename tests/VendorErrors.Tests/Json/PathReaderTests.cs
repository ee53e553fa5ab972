using System.Text;
using FluentAssertions;
using VendorErrors.Json;
using Xunit;

namespace VendorErrors.Tests.Json;

/// <summary>
/// The fast reading against the exact one, on random bodies. They may differ in this alone: what stands within a skipped container,
/// and which escapes stand in a text, the fast reading does not look at; so it lets pass what breaks the grammar there.
/// </summary>
public class PathReaderTests
{
    private static readonly int s_randomBodies = Effort.Of(60_000);
    private const int Seed = 20260107;

    private static readonly string[] s_paths = ["code", "status.code", "status.a.b", "statusCode", "message", "errors[].code", "a.b"];

    private readonly PathTree _paths = new();

    public PathReaderTests() => _paths.SlotsOf(s_paths);

    [Trait("Category", "Slow")]
    [Fact]
    public void MoveNext_RandomBodies_FindsWhatTheExactReadingFinds()
    {
        var generator = new JsonGenerator(Seed);
        int closed = 0, letPass = 0;
        for (var i = 0; i < s_randomBodies; i++)
        {
            byte[] body = Bodies(generator);
            if (body.Length == 0)
            {
                continue;
            }

            JsonSlot[] found = new JsonSlot[_paths.SlotCount];
            PathReaderEnd end = Read(body, found);
            JsonSlot[] exact = new JsonSlot[_paths.SlotCount];
            JsonFault fault = _paths.ReadExactly(body, exact, out bool duplicates);
            if (end == PathReaderEnd.Closed)
            {
                closed++;
                letPass += fault == JsonFault.None ? 0 : 1;
                duplicates.Should().BeFalse("of {0}", Encoding.UTF8.GetString(body));
                (fault == JsonFault.None || LenientReading.Read(_paths, body, exact)).Should().BeTrue("of {0}", Encoding.UTF8.GetString(body));
                found[1..].Should().Equal(exact[1..], "of {0}", Encoding.UTF8.GetString(body));
            }
            else if (end == PathReaderEnd.Cut)
            {
                fault.Should().NotBe(JsonFault.None, "of {0}", Encoding.UTF8.GetString(body));
            }
        }

        closed.Should().BeGreaterThan(s_randomBodies / 40);
        letPass.Should().BeInRange(1, closed / 5, "the difference is there, and it is rare");
    }

    [Trait("Category", "Slow")]
    [Fact]
    public void Read_RandomBodies_TellsWhatTheSlowReadingTells()
    {
        var generator = new JsonGenerator(Seed);
        for (var i = 0; i < s_randomBodies; i++)
        {
            byte[] body = Bodies(generator);
            JsonSlot[] fast = new JsonSlot[_paths.SlotCount];
            JsonSlot[] slow = new JsonSlot[_paths.SlotCount];

            JsonFault found = _paths.Read(body, fast, out bool duplicates);
            JsonFault expected = _paths.ReadExactly(body, slow, out bool expectedDuplicates);

            (found, duplicates).Should().Be((expected, expectedDuplicates), "of {0}", Encoding.UTF8.GetString(body));
            fast[1..].Should().Equal(slow[1..], "of {0}", Encoding.UTF8.GetString(body));
        }
    }

    [Theory]
    [InlineData("""{"code":1}""", PathReaderEnd.Closed)]
    [InlineData(""" { "code" : -1.5e3 , "x" : [ ] } """, PathReaderEnd.Odd)]
    [InlineData("""{ "code" : -1.5e3 , "x" : [ ] } """, PathReaderEnd.Closed)]
    [InlineData("{}", PathReaderEnd.Closed)]
    [InlineData("[{}]", PathReaderEnd.Closed)]
    [InlineData("""{"code":0""", PathReaderEnd.Cut)]
    [InlineData("""{"code":true""", PathReaderEnd.Cut)]
    [InlineData("""{"code":1,"code":2}""", PathReaderEnd.Odd)]
    [InlineData("""{"other":1,"other":2}""", PathReaderEnd.Closed)]
    [InlineData("""{"code":1,"CODE":2}""", PathReaderEnd.Odd)]
    [InlineData("""{"c\u006fde":1}""", PathReaderEnd.Odd)]
    [InlineData("""{"code":1}x""", PathReaderEnd.Odd)]
    [InlineData("""{"code":1}{""", PathReaderEnd.Odd)]
    [InlineData("""{"code":1,}""", PathReaderEnd.Odd)]
    [InlineData("""{,"code":1}""", PathReaderEnd.Odd)]
    [InlineData("""{"code":01}""", PathReaderEnd.Odd)]
    [InlineData("""{"code":-}""", PathReaderEnd.Odd)]
    [InlineData("""{"code":1 2}""", PathReaderEnd.Odd)]
    [InlineData("""{"code" 1}""", PathReaderEnd.Odd)]
    [InlineData("""{"code":}""", PathReaderEnd.Odd)]
    [InlineData("""{code:1}""", PathReaderEnd.Odd)]
    [InlineData("""{"x":nul}""", PathReaderEnd.Odd)]
    [InlineData("""{"x":1/**/}""", PathReaderEnd.Odd)]
    [InlineData("7", PathReaderEnd.Odd)]
    public void MoveNext_Body_EndsThus(string json, object end) =>
        Read(Encoding.UTF8.GetBytes(json), new JsonSlot[_paths.SlotCount]).Should().Be((PathReaderEnd)end);

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(64)]
    [InlineData(200)]
    public void MoveNext_TextsOverTheEdgesOfBlocks_FindsTheMemberBehind(int length)
    {
        for (var offset = 0; offset < 140; offset++)
        {
            string before = new(' ', offset);
            string json = $$"""{{{before}}"{{new string('n', length)}}":"{{new string('v', length)}}","x":"\\\"","code":"{{new string('c', length)}}","y":[]}""";
            byte[] body = Encoding.UTF8.GetBytes(json);
            JsonSlot[] slots = new JsonSlot[_paths.SlotCount];

            Read(body, slots).Should().Be(PathReaderEnd.Closed);

            Encoding.UTF8.GetString(slots[_paths.SlotOf("code")].Of(body)).Should().Be(new string('c', length));
        }
    }

    [Theory]
    [InlineData("n", "v")]
    [InlineData("name", "v\\\"\\\\")]
    [InlineData("na\\u006de", "\\ud800")]
    [InlineData("n\\\"", "\\\\\\\\\\\"")]
    public void MoveNext_EveryCutAndEveryPlaceOfABlock_FindsWhatTheExactReadingFinds(string name, string text)
    {
        for (var offset = 0; offset < 70; offset++)
        {
            string filler = new('f', offset);
            byte[] body = Encoding.UTF8.GetBytes($$"""{"f":"{{filler}}","{{name}}":"{{text}}","code":"{{text}}","STATUS":{"code":-12},"x":[{"{{name}}":"}"}],"message":0,"errors":true}""");
            for (int length = body.Length; length > offset; length--)
            {
                JsonSlot[] found = new JsonSlot[_paths.SlotCount];
                JsonSlot[] exact = new JsonSlot[_paths.SlotCount];

                PathReaderEnd end = Read(body[..length], found);

                bool isWhole = _paths.Read(body.AsSpan(0, length), exact, out _) == JsonFault.None;
                isWhole.Should().Be(length == body.Length);

                // An escaped name is left to the exact reading, as soon as its backslash is seen.
                bool isOdd = body.AsSpan(0, length).IndexOf((byte)'\\') is var backslash and >= 0 && backslash < offset + 10 + name.Length;
                end.Should().Be(isOdd ? PathReaderEnd.Odd : isWhole ? PathReaderEnd.Closed : PathReaderEnd.Cut);
                if (end == PathReaderEnd.Closed)
                {
                    found[1..].Should().Equal(exact[1..]);
                }
            }
        }
    }

    [Fact]
    public void MoveNext_DecisiveMember_IsStoppedAtAndAtAllThatFollow()
    {
        byte[] body = """{"message":1,"x":2,"code":3,"y":4,"errors":5}"""u8.ToArray();
        PathNode code = _paths.OutermostOf(_paths.SlotOf("code"))!;
        code.IsDecisive = true;
        JsonSlot[] slots = new JsonSlot[_paths.SlotCount];
        var reader = new PathReader(body, _paths, slots);

        reader.MoveNext().Should().BeTrue();
        (slots[code.Slot].IsPresent, slots[_paths.SlotOf("errors")].IsPresent).Should().Be((true, false));
        reader.MoveNext().Should().BeTrue();
        slots[_paths.SlotOf("errors")].IsPresent.Should().BeTrue();
        reader.MoveNext().Should().BeFalse();
        reader.End.Should().Be(PathReaderEnd.Closed);
    }

    private static byte[] Bodies(JsonGenerator generator)
    {
        byte[] body = generator.Body();
        body = generator.Next(3) == 0 ? body : generator.Damage(body);
        return body.AsSpan().TrimStart(" \n\r\t"u8).ToArray();
    }

    private PathReaderEnd Read(byte[] body, JsonSlot[] slots)
    {
        var reader = new PathReader(body, _paths, slots);
        while (reader.MoveNext())
        {
        }

        return reader.End;
    }
}
