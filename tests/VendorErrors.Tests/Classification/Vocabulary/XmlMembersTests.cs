using System.Text;
using FluentAssertions;
using VendorErrors.Classification.Bodies;
using VendorErrors.Json;
using Xunit;

namespace VendorErrors.Tests.Classification.Vocabulary;

/// <summary>What becomes of XML as members.</summary>
public class XmlMembersTests
{
    private const int Seed = 20261130;
    private static readonly string[] s_pieces =
    [
        "<a>", "</a>", "<b c='d'>", "</b>", "<e/>", "text", "&amp;", "&#x1;", "&bad;", "<![CDATA[", "]]>", "<!--", "-->", "<?xml version='1.0'?>", "<?x", "?>", "<!DOCTYPE a [<!ENTITY x 'y'>]>", "&x;",
        "xmlns:p='u'", "<p:q>", "</p:q>", "\"", "\\", "\u0001", "\uD800", "\uFFFF", "é", "<", ">", " ", "\n", "encoding='utf-16'", "<?xml version='1.0' encoding='ascii'?>", "\0",
    ];

    [Theory]
    [InlineData("<a><b>1</b><c/><b>2</b></a>", """{"<root>":"a","b":["1","2"],"c":null}""")]
    [InlineData("<a><B>1</B><b>2</b></a>", """{"<root>":"a","B":["1","2"]}""")]
    [InlineData("<a>only</a>", """{"<root>":"a","<text>":"only"}""")]
    [InlineData("<a> x <b>1</b> y </a>", """{"<root>":"a","b":"1","<text>":"x  y"}""")]
    [InlineData("<a><b> </b><c><d>\"\\</d></c></a>", """{"<root>":"a","b":null,"c":{"d":"\"\\"}}""")]
    [InlineData("<a><b>x&#9;y</b></a>", """{"<root>":"a","b":"x\u0009y"}""")]
    [InlineData("<a x='1' xmlns='urn:y'><b.c>1</b.c></a>", """{"<root>":"a","b.c":"1"}""")]
    [InlineData("<a/>", """{"<root>":"a"}""")]
    public void Read_Elements_AreMembers(string xml, string json)
    {
        byte[] members = XmlMembers.Read(Encoding.UTF8.GetBytes(xml), out JsonFault fault, out bool isTooLarge);

        Encoding.UTF8.GetString(members).Should().Be(json);
        (fault, isTooLarge).Should().Be((JsonFault.None, false));
    }

    [Theory]
    [InlineData("<a><b>1</b><c>2", JsonFault.Cut, """{"<root>":"a","b":"1","c":"2"}""")]
    [InlineData("<a><b>1</b><c", JsonFault.Cut, """{"<root>":"a","b":"1"}""")]
    [InlineData("<a><b>1</b></c></a>", JsonFault.Malformed, """{"<root>":"a","b":"1"}""")]
    [InlineData("<p:a xmlns:p='u'><b>1</b></c></p:a >", JsonFault.Malformed, """{"<root>":"a","b":"1"}""")]
    [InlineData("<a>&undefined;</a>", JsonFault.Malformed, """{"<root>":"a"}""")]
    [InlineData("<!DOCTYPE a><a/>", JsonFault.Malformed, "")]
    [InlineData("", JsonFault.Malformed, "")]
    public void Read_BrokenXml_KeepsWhatPrecedesTheFault(string xml, object fault, string json)
    {
        byte[] members = XmlMembers.Read(Encoding.UTF8.GetBytes(xml), out JsonFault found, out _);

        Encoding.UTF8.GetString(members).Should().Be(json);
        found.Should().Be((JsonFault)fault);
    }

    [Trait("Category", "Slow")]
    [Fact]
    public void Read_AnyXml_ThrowsNothingAndIsJson()
    {
        var random = new Random(Seed);
        for (var i = 0; i < Effort.Of(20_000); i++)
        {
            string xml = (random.Next(2) == 0 ? "<a>" : string.Empty) + string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => s_pieces[random.Next(s_pieces.Length)])) + (random.Next(2) == 0 ? "</a>" : string.Empty);
            byte[] bytes = Encoding.UTF8.GetBytes(xml);
            if (random.Next(4) == 0 && bytes.Length > 0)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            byte[] members = XmlMembers.Read(bytes, out _, out _);

            (members.Length == 0 ? JsonFault.None : JsonScanner.FaultOf(members)).Should().Be(JsonFault.None, "of {0}", xml);
        }
    }

    [Fact]
    public void Read_ManyNames_TakesTimeInProportion()
    {
        string xml = $"<a>{string.Concat(Enumerable.Range(0, 50_000).Select(i => $"<n{i}/>"))}</a>";

        // Quadratic work would take minutes.
        XmlMembers.Read(Encoding.UTF8.GetBytes(xml), out JsonFault fault, out _).Length.Should().BeGreaterThan(50_000);
        fault.Should().Be(JsonFault.None);
    }
}
