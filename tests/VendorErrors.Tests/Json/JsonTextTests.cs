using System.Text;
using System.Text.Json;
using FluentAssertions;
using VendorErrors.Json;
using VendorErrors.Tests.Properties;
using Xunit;

namespace VendorErrors.Tests.Json;

public class JsonTextTests
{
    private static readonly int s_randomTexts = Effort.Of(5000);
    private const int Seed = 20260103;

    private static readonly string[] s_parts =
    [
        "a", "Z", " ", "é", "ß", "中", "😀", "\\n", "\\r", "\\t", "\\b", "\\f", "\\\"", "\\\\", "\\/", "\\u0041", "\\u00E9", "\\uD83D\\uDE00", "\\u0000", "\\u2028", "\uFFFD",
    ];

    [Trait("Category", "Slow")]
    [Fact]
    public void Read_RandomTexts_DecodeAsJsonDocumentDoes()
    {
        var generator = new JsonGenerator(Seed);
        for (var i = 0; i < s_randomTexts; i++)
        {
            string json = "\"" + string.Concat(Enumerable.Range(0, generator.Next(12)).Select(_ => generator.Pick(s_parts))) + "\"";
            byte[] bytes = Encoding.UTF8.GetBytes(json);
            using JsonDocument document = JsonDocument.Parse(bytes);

            TextOf(bytes).Should().Be(document.RootElement.GetString(), json);
        }
    }

    [Theory]
    [InlineData("\"\\ud800\"", "\uFFFD")]
    [InlineData("\"\\udc00\"", "\uFFFD")]
    [InlineData("\"\\ud800x\"", "\uFFFDx")]
    [InlineData("\"\\ud800\\ud83d\\ude00\"", "\uFFFD😀")]
    [InlineData("\"\\ude00\\ud83d\"", "\uFFFD\uFFFD")]
    public void Read_LoneSurrogate_BecomesTheReplacementCharacter(string json, string expected) =>
        TextOf(Encoding.UTF8.GetBytes(json)).Should().Be(expected);

    [Trait("Category", "Slow")]
    [Fact]
    public void Read_InvalidUtf8_NeverThrows()
    {
        var random = new Random(Seed);
        byte[] bytes = new byte[40];
        for (var i = 0; i < s_randomTexts; i++)
        {
            random.NextBytes(bytes);
            bytes[0] = (byte)'"';
            bytes[^1] = (byte)'"';

            Action read = () => TextOf(bytes);

            read.Should().NotThrow();
        }
    }

    [Fact]
    public void Read_TruncatedUtf8_BecomesTheReplacementCharacter() =>
        TextOf([(byte)'"', (byte)'a', 0xC3, (byte)'"']).Should().Be("a\uFFFD");

    [Theory]
    [InlineData("10", 10)]
    [InlineData("-1001", -1001)]
    [InlineData("\"10\"", 10)]
    [InlineData("\" -7 \"", -7)]
    [InlineData("\"0010\"", 10)]
    [InlineData("10.0", 10)]
    [InlineData("-0", 0)]
    [InlineData("999999999999999999", 999999999999999999)]
    [InlineData("-999999999999999999", -999999999999999999)]
    public void TryReadInt64_WholeNumber_IsRead(string json, long expected)
    {
        TryRead(json, out long number).Should().BeTrue();
        number.Should().Be(expected);
    }

    [Theory]
    [InlineData("10.5")]
    [InlineData("\"\"")]
    [InlineData("\"x\"")]
    [InlineData("\"10x\"")]
    [InlineData("\"1.\"")]
    [InlineData("\"-\"")]
    [InlineData("1000000000000000000")]
    [InlineData("-1000000000000000000")]
    [InlineData("99999999999999999999999")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("{}")]
    public void TryReadInt64_AnythingElse_IsRefused(string json) => TryRead(json, out _).Should().BeFalse();

    [Theory]
    [InlineData("1", "1")]
    [InlineData("1.50", "1.50")]
    [InlineData("true", "true")]
    [InlineData("null", null)]
    [InlineData("\"\"", "")]
    public void Read_Value_IsAsItStandsInTheBody(string json, string? expected) => TextOf(Encoding.UTF8.GetBytes(json)).Should().Be(expected);

    [Theory]
    [InlineData("a\\", "a\\")]
    [InlineData("a\\u", "a\uFFFD")]
    [InlineData("a\\u00", "a\uFFFD00")]
    [InlineData("a\\u004", "a\uFFFD004")]
    [InlineData("a\\u0041", "aA")]
    [InlineData("a\\nbcde", "a\nbcde")]
    public void Decode_EscapeThatIsCut_ThrowsNothing(string escaped, string expected) => JsonText.Decode(Encoding.UTF8.GetBytes(escaped), escaped: true).Should().Be(expected);

    /// <summary>The text as it stands and the text without escapes; the older asset copies the bytes, too. A third text would be one too many.</summary>
    [Fact]
    public void Decode_Escapes_CostsTheTextTwice()
    {
        const int Length = 10_000;
        byte[] escaped = [.. Enumerable.Repeat((byte)'a', Length), .. "\\n"u8];

        AllocatedBytes.Of(() => JsonText.Decode(escaped, escaped: true)).Should().BeLessThan((long)(2.75 * Length * sizeof(char)));
    }

    [Theory]
    [InlineData("\\u0043ode", "Code")]
    [InlineData("cod\\u0065", "code")]
    [InlineData("code\\u007F", "code\u007F")]
    [InlineData("\\n\\r\\t\\b\\f\\/\\\"\\\\", "\n\r\t\b\f/\"\\")]
    [InlineData("\\ncode", "\ncode")]
    [InlineData("cod\\", "cod\\")]
    [InlineData("cod\\u", "codu")]
    [InlineData("cod\\u006", "codu006")]
    [InlineData("cod\\u0080", null)]
    [InlineData("cod\u00E9", null)]
    [InlineData("12345678", "12345678")]
    [InlineData("123456789", null)]
    public void TryUnescapeAscii_Text_IsReadWhereItIsAsciiAndHasRoom(string escaped, string? expected)
    {
        Span<byte> into = stackalloc byte[8];

        bool done = JsonText.TryUnescapeAscii(Encoding.UTF8.GetBytes(escaped), into, out int length);

        (done ? Encoding.UTF8.GetString(into[..length]) : null).Should().Be(expected);
    }

    [Theory]
    [InlineData("\"NOT\\u005fDONE\"", true)]
    [InlineData("\"not\\u0020done\"", true)]
    [InlineData("\"NOT\\u002dDONE\"", false)]
    [InlineData("\"NOT\\u005fDON\"", false)]
    [InlineData("\"NOT\\u005fDONE.\"", false)]
    public void EqualsIgnoreCase_EscapedText_ComparesWhatItMeans(string json, bool expected)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);

        JsonText.EqualsIgnoreCase(bytes, SlotOf(bytes), "NOT_DONE", blankIsUnderscore: true).Should().Be(expected);
    }

    private static bool TryRead(string json, out long number)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        return JsonText.TryReadInt64(bytes, SlotOf(bytes), out number);
    }

    private static string? TextOf(byte[] json) => JsonText.Read(json, SlotOf(json));

    private static JsonSlot SlotOf(byte[] json)
    {
        var tree = new PathTree();
        Span<JsonSlot> slots = stackalloc JsonSlot[tree.SlotCount];
        tree.Read(json, slots, out _);
        return slots[0];
    }
}
