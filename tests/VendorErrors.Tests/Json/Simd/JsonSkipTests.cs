using System.Text;
using FluentAssertions;
using VendorErrors.Json;
using VendorErrors.Json.Simd;
using Xunit;

namespace VendorErrors.Tests.Json.Simd;

/// <summary>Where containers and texts end, at every place of a block, for every width, with <see cref="JsonScanner"/> as the judge.</summary>
public class JsonSkipTests
{
    private const int Seed = 20260106;
    private static readonly int s_randomValues = Effort.Of(8000);

    // One block and a bit more: so each byte of a value comes to stand on each side of an edge.
    private const int Offsets = 70;

    private static readonly string[] s_values =
    [
        "{}", "[]", "[[]]", "[{}]", """{"a":[1,{"b":"}"}],"c":"]"}""", """["\"]","\\",["\\\"]"]]""", """["\\\\\\\\\\\\\\\\\\\\"]""", """{"\"}":"\\"}""",
        "\"\"", "\"a\"", """ "\"" """.Trim(), """ "\\" """.Trim(), """ "a\\\"b\\\\" """.Trim(), """ "\\\\\\\\\\\\\\\\\\\\\"x" """.Trim(),
        "\"" + string.Concat(Enumerable.Repeat("\\\\", 100)) + "\"", "\"" + string.Concat(Enumerable.Repeat("\\\"", 100)) + "\"",
        "[" + new string('[', 200) + new string(']', 200) + "]", "[\"" + new string('x', 300) + "\"]", "{\"a\":\"http://x/y\"}",

        // Of what opens and closes at once there may be much, and something in between.
        "[" + string.Concat(Enumerable.Repeat("[],{},", 40)) + "[]]", "[" + string.Concat(Enumerable.Repeat("{\"a\":[1,[]]},", 20)) + "{}]",

        // Their closing bracket, or a backslash and what it escapes, stand on the two sides of an edge.
        "[\"" + new string('x', 61) + "\"]", "[[\"" + new string('x', 60) + "\"]]",
        "\"" + new string('x', 63) + "\\\"\"", "\"" + new string('x', 63) + "\\\\" + new string('x', 63) + "\"", "\"\\\"" + new string('x', 61) + "\\\"\"",
    ];

    public static TheoryData<string> Readers => BlockReaders.Names;

    [Theory]
    [MemberData(nameof(Readers))]
    public void Skip_ValueAtEveryOffset_EndsBehindIt(string reader)
    {
        foreach (string value in s_values)
        {
            for (var offset = 0; offset < Offsets; offset++)
            {
                foreach (string rest in (string[])[string.Empty, ",\"x\":[1]}]", new string('}', 130), ",\"\\\"]"])
                {
                    byte[] json = Encoding.UTF8.GetBytes(new string('"', offset) + value + rest);

                    BlockReaders.Skip(reader, json, offset).Should().Be(offset + value.Length, "{0} stands at {1}", value, offset);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void Skip_EveryCutOfAValue_IsCut(string reader)
    {
        foreach (string value in s_values)
        {
            for (var length = 1; length < value.Length; length++)
            {
                BlockReaders.Skip(reader, Encoding.UTF8.GetBytes(value[..length]), 0).Should().BeOneOf([JsonSkip.Cut], "{0} is cut at {1}", value, length);
            }
        }
    }

    [Trait("Category", "Slow")]
    [Theory]
    [MemberData(nameof(Readers))]
    public void Skip_RandomValues_EndWhereTheScannerEnds(string reader)
    {
        var generator = new JsonGenerator(Seed);
        var skipped = 0;
        for (var i = 0; i < s_randomValues; i++)
        {
            byte[] body = generator.Body().AsSpan().TrimStart((byte)' ').ToArray();
            body = generator.Next(3) == 0 ? generator.Damage(body) : body;
            if (body.Length == 0 || body[0] is not ((byte)'{' or (byte)'[' or (byte)'"'))
            {
                continue;
            }

            int end = BlockReaders.Skip(reader, body, 0);

            var scanner = new JsonScanner(body);
            if (scanner.ReadValue(out _) && end != JsonSkip.Odd)
            {
                end.Should().Be(scanner.Position, "of {0}", Encoding.UTF8.GetString(body));
                skipped++;
            }
            else if (scanner.Fault == JsonFault.Cut)
            {
                end.Should().BeNegative("of {0}", Encoding.UTF8.GetString(body));
            }
        }

        skipped.Should().BeGreaterThan(s_randomValues / 8);
    }

    [Theory]
    [InlineData("[/**/]")]
    [InlineData("[1//\n]")]
    [InlineData("[\\\"]")]
    [InlineData("[1}")]
    [InlineData("{\"a\":1]")]
    public void Container_WhatBracketsAloneDoNotTell_IsOdd(string json)
    {
        JsonSkip.Container(Encoding.UTF8.GetBytes(json), 0).Should().Be(JsonSkip.Odd);
        JsonSkip.Container(Encoding.UTF8.GetBytes(json + new string(' ', 100)), 0).Should().Be(JsonSkip.Odd);
    }

    [Fact]
    public void Container_DeeperThanTheScannerReads_IsNotSkipped()
    {
        int depth = JsonScanner.MaxDepth;

        JsonSkip.Container(Encoding.UTF8.GetBytes(new string('[', depth) + new string(']', depth)), 0).Should().Be(2 * depth);
        JsonSkip.Container(Encoding.UTF8.GetBytes(new string('[', depth + 1) + new string(']', depth + 1)), 0).Should().Be(JsonSkip.Odd);
    }
}
