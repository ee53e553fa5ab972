using System.Text;
using FluentAssertions;
using VendorErrors.Json;
using Xunit;

namespace VendorErrors.Tests.Json;

/// <summary>The grammar, rule by rule and at random, with .NET's own reader as the judge.</summary>
public class JsonScannerTests
{
    private static readonly int s_randomBodies = Effort.Of(20_000);
    private const int Seed = 20260101;

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData(" { } ")]
    [InlineData("\t\r\n [ 1 , 2 ] ")]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("-1.5e+10")]
    [InlineData("1E5")]
    [InlineData("1e-5")]
    [InlineData("10.0")]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"a\\\"b\\\\c\\/d\\b\\f\\n\\r\\t\\u00e9\\uABCD\"")]
    [InlineData("{\"a\":1}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("[1,]")]
    [InlineData("[[],]")]
    [InlineData("{\"a\":{\"b\":[{\"c\":null}]}}")]
    [InlineData("/* c */{}")]
    [InlineData("{} // end")]
    [InlineData("{}//")]
    [InlineData("{}/**/")]
    [InlineData("{/**/\"a\":/**/1/**/,/**/}/**/")]
    [InlineData("[1 // one\n,2]")]
    [InlineData("[1, // one\r2]")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("\"\\ud800\"")]
    [InlineData("[\"/*\",\"//\"]")]
    public void Read_WholeBody_HasNoFault(string json)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);

        FaultOf(bytes).Should().Be(JsonFault.None);
        JsonScanner.FaultOf(bytes).Should().Be(JsonFault.None);
        Oracle.Accepts(bytes).Should().BeTrue();
    }

    [Theory]
    [InlineData("", nameof(JsonFault.Cut))]
    [InlineData("  ", nameof(JsonFault.Cut))]
    [InlineData("{", nameof(JsonFault.Cut))]
    [InlineData("[", nameof(JsonFault.Cut))]
    [InlineData("[1", nameof(JsonFault.Cut))]
    [InlineData("[1,", nameof(JsonFault.Cut))]
    [InlineData("{\"a", nameof(JsonFault.Cut))]
    [InlineData("{\"a\"", nameof(JsonFault.Cut))]
    [InlineData("{\"a\":", nameof(JsonFault.Cut))]
    [InlineData("{\"a\":1", nameof(JsonFault.Cut))]
    [InlineData("\"a\\", nameof(JsonFault.Cut))]
    [InlineData("\"a\\u12", nameof(JsonFault.Cut))]
    [InlineData("tru", nameof(JsonFault.Cut))]
    [InlineData("-", nameof(JsonFault.Cut))]
    [InlineData("1.", nameof(JsonFault.Cut))]
    [InlineData("1e", nameof(JsonFault.Cut))]
    [InlineData("1e+", nameof(JsonFault.Cut))]
    [InlineData("[/*", nameof(JsonFault.Cut))]
    [InlineData("[/*/", nameof(JsonFault.Cut))]
    [InlineData("[]/", nameof(JsonFault.Cut))]
    [InlineData("[,]", nameof(JsonFault.Malformed))]
    [InlineData("{,}", nameof(JsonFault.Malformed))]
    [InlineData("[1,,2]", nameof(JsonFault.Malformed))]
    [InlineData("[1 2]", nameof(JsonFault.Malformed))]
    [InlineData("{\"a\" 1}", nameof(JsonFault.Malformed))]
    [InlineData("{\"a\":}", nameof(JsonFault.Malformed))]
    [InlineData("{a:1}", nameof(JsonFault.Malformed))]
    [InlineData("{'a':1}", nameof(JsonFault.Malformed))]
    [InlineData("{1:1}", nameof(JsonFault.Malformed))]
    [InlineData("{\"a\":1 \"b\":2}", nameof(JsonFault.Malformed))]
    [InlineData("[1}", nameof(JsonFault.Malformed))]
    [InlineData("{\"a\":1]", nameof(JsonFault.Malformed))]
    [InlineData("01", nameof(JsonFault.Malformed))]
    [InlineData("-01", nameof(JsonFault.Malformed))]
    [InlineData("+1", nameof(JsonFault.Malformed))]
    [InlineData(".5", nameof(JsonFault.Malformed))]
    [InlineData("[1.]", nameof(JsonFault.Malformed))]
    [InlineData("[1e]", nameof(JsonFault.Malformed))]
    [InlineData("[-]", nameof(JsonFault.Malformed))]
    [InlineData("NaN", nameof(JsonFault.Malformed))]
    [InlineData("True", nameof(JsonFault.Malformed))]
    [InlineData("[nul]", nameof(JsonFault.Malformed))]
    [InlineData("\"\\x\"", nameof(JsonFault.Malformed))]
    [InlineData("\"\\u12G4\"", nameof(JsonFault.Malformed))]
    [InlineData("[1 / 2]", nameof(JsonFault.Malformed))]
    [InlineData("\u00A0{}", nameof(JsonFault.Malformed))]
    [InlineData("\uFEFF{}", nameof(JsonFault.Malformed))]
    [InlineData("{} {}", nameof(JsonFault.TrailingData))]
    [InlineData("{}}", nameof(JsonFault.TrailingData))]
    [InlineData("1,", nameof(JsonFault.TrailingData))]
    [InlineData("\"a\" b", nameof(JsonFault.TrailingData))]
    [InlineData("{}\0", nameof(JsonFault.TrailingData))]
    public void Read_DamagedBody_HasThatFault(string json, string fault)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);

        FaultOf(bytes).ToString().Should().Be(fault);
        JsonScanner.FaultOf(bytes).ToString().Should().Be(fault);
        Oracle.Accepts(bytes).Should().BeFalse();
    }

    [Theory]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(5000)]
    public void Read_DeepNesting_HasTheSameBoundAsTheOracle(int depth)
    {
        foreach ((string open, string close) in ((string, string)[])[("[", "]"), ("{\"a\":", "}"), ("[{\"b\":", "}]")])
        {
            int times = depth / (open.Length == 6 ? 2 : 1);
            string json = string.Concat(Enumerable.Repeat(open, times)) + "1" + string.Concat(Enumerable.Repeat(close, times));
            byte[] bytes = Encoding.UTF8.GetBytes(json);

            // Without paths: containers that a path leads through are not counted.
            JsonFault fault = new PathTree().Read(bytes, new JsonSlot[1], out _);

            fault.Should().BeOneOf(JsonFault.None, JsonFault.TooDeep);
            (fault == JsonFault.None).Should().Be(Oracle.Accepts(bytes), "depth {0} of {1}", depth, open);
        }
    }

    [Fact]
    public void Read_RawControlCharactersInTexts_Pass()
    {
        byte[] bytes = "{\"message\":\"one\ntwo\tthree\u0001\"}"u8.ToArray();

        FaultOf(bytes).Should().Be(JsonFault.None);
        Oracle.Accepts(bytes).Should().BeFalse();
        Oracle.Accepts(Tolerance.TakeOut(bytes)).Should().BeTrue();
    }

    [Fact]
    public void Read_CommentBetweenNameAndColon_Passes()
    {
        byte[] bytes = "{\"a\"/* c */:1}"u8.ToArray();

        FaultOf(bytes).Should().Be(JsonFault.None);
        Oracle.Accepts(bytes).Should().BeFalse("Utf8JsonReader refuses a comment in this one place");
        Oracle.Accepts(Tolerance.TakeOut(bytes)).Should().BeTrue();
    }

    [Fact]
    public void Read_LineSeparatorInALineComment_Passes()
    {
        byte[] bytes = "[1]// \u2028 x"u8.ToArray();

        FaultOf(bytes).Should().Be(JsonFault.None);
        Oracle.Accepts(bytes).Should().BeFalse("Utf8JsonReader refuses U+2028 and U+2029 in line comments; nothing hangs on them here");
    }

    [Trait("Category", "Slow")]
    [Fact]
    public void Read_RandomBodies_AreAcceptedWhereTheOracleAcceptsThem()
    {
        var generator = new JsonGenerator(Seed);
        var differences = new List<string>();
        var accepted = 0;
        for (var i = 0; i < s_randomBodies; i++)
        {
            byte[] body = generator.Body();
            body = generator.Next(4) == 0 ? body : generator.Damage(body);
            bool ours = FaultOf(body) == JsonFault.None;
            accepted += ours ? 1 : 0;
            if (ours != Oracle.Accepts(body) && ours != Oracle.Accepts(Tolerance.TakeOut(body)))
            {
                differences.Add($"{(ours ? "accepted" : "refused")}: {Convert.ToBase64String(body)} {Encoding.UTF8.GetString(body)}");
            }
        }

        differences.Should().BeEmpty();
        accepted.Should().BeInRange(s_randomBodies / 4, s_randomBodies * 3 / 4, "both kinds of bodies have to be well represented");
    }

    [Fact]
    public void Read_EveryCutOfABody_IsNoWholeBody()
    {
        byte[] body = """{"statusCode": -1007, "message": ["a\u00e9\n", true, null, 1.5e3], /* c */ "status": {"code": "x",},}"""u8.ToArray();

        for (var length = 0; length < body.Length; length++)
        {
            FaultOf(body.AsSpan(0, length)).Should().NotBe(JsonFault.None).And.NotBe(JsonFault.TrailingData);
        }
    }

    private static JsonFault FaultOf(ReadOnlySpan<byte> json)
    {
        var tree = new PathTree();
        tree.SlotOf("status.code");
        tree.SlotOf("a.b");
        Span<JsonSlot> slots = stackalloc JsonSlot[tree.SlotCount];
        return tree.Read(json, slots, out _);
    }
}
