using System.Diagnostics;
using System.Text;
using FluentAssertions;
using VendorErrors.Packs;
using Xunit;

namespace VendorErrors.Tests.Packs;

/// <summary>A pack from elsewhere costs bounded work, whatever is in it.</summary>
public class HostilePackTests
{
    // Far more than any of them takes, and far less than what grows with the square of a file's length.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    public static TheoryData<string, string, string> TooMuch => new()
    {
        { "a million rows", SmallPack.With("\"0\": {", Many(350_000, i => $"\"{i}\":0,") + "\"0\": {"), "at most 20000 rows" },
        { "rows of one code", SmallPack.With("\"0\": {", "\"9\": [" + Many(400_000, _ => "0,") + "0], \"0\": {"), "at most" },
        { "envelopes", SmallPack.With("\"envelopes\": [", "\"envelopes\": [" + Many(200_000, _ => "{},")), "a list has at most 10000 entries" },
        { "members", SmallPack.And(Many(300_000, i => $"\"x{i}\":0,") + "\"y\": 0"), "an object has at most 500 members" },
        { "documents", SmallPack.With("\"documents\": {", "\"documents\": {" + Many(100_000, i => $"\"d{i}\":[\"a\",\"a.b\"],")), "an object has at most 500 members" },
        { "products", SmallPack.And("\"products\": {" + Many(200_000, i => $"\"d{i}\":0,") + "\"y\": 0 }"), "an object has at most 500 members" },
        { "combined conditions", SmallPack.With("{ \"has\": \"result\" }", "{\"all\":[" + Many(200_000, _ => "{\"has\":\"a\"},") + "{\"has\":\"a\"}]}"), "at most 64 conditions are combined" },
        { "conditions", SmallPack.With("\"codes\": [", "\"waits\": [" + Many(300, _ => "{\"path\":\"a\",\"list\":\"b\",\"unit\":\"epoch\",\"where\":{\"all\":[" + Many(62, _ => "{\"has\":\"a\"},") + "{\"has\":\"a\"}]}},") + "0], \"codes\": ["), "a pack has at most 10000 conditions" },
        { "deep conditions", SmallPack.With("{ \"has\": \"result\" }", Many(20, _ => "{\"not\":") + "{\"has\":\"a\"}" + Many(20, _ => "}")), "conditions that nest at most 16 deep" },
        { "uses", SmallPack.And("\"use\": [" + Many(300_000, _ => "\"oauth2\",") + "\"oauth2\"]"), "at most 10000 entries" },
        { "names that no document has", SmallPack.With("\"codes\": [", "\"codes\": [" + Many(9_000, _ => "{\"document\":\"x\",\"rows\":{}},")), "no document is named 'x'" },
        { "answers", SmallPack.And("\"answers\": [" + Many(300_000, _ => "{},") + "{}]"), "a list has at most 10000 entries" },
        { "nesting in an object", SmallPack.And("\"x\": " + Many(10_000, _ => "{\"a\":") + "1" + Many(10_000, _ => "}")), "it nests deeper than 40 levels" },
        { "nesting in a list", Many(10_000, _ => "["), "it nests deeper than 40 levels" },
        { "nesting in a body", SmallPack.And("\"answers\": [{ \"name\": \"a\", \"status\": 200, \"is\": \"success\", \"body\": " + Many(10_000, _ => "[") + Many(10_000, _ => "]") + "}]"), "it nests deeper than 40 levels" },
        { "a long text", SmallPack.With("Acme Voice", new string('a', 100_000)), "the text has 100000 characters; at most 8192 are read" },
        { "a long name", SmallPack.With("\"17\":", "\"" + new string('a', 100_000) + "\":"), "the name has 100000 characters; at most 256 are read" },
        { "a long unknown word", SmallPack.With("rate_limited", new string('a', 8_000)), "is neither a category nor an outcome" },
        { "a huge number", SmallPack.And("\"codesDocumented\": 1" + new string('0', 100_000)), "expected a whole number" },
        { "a number of the exponents", SmallPack.And("\"codesDocumented\": 1e999999999"), "expected a whole number" },
    };

    public static TheoryData<string> Hazards => ["\\u001b[31m", "\\u0007", "\\u0000", "\\n", "\\r", "\\u009b31m", "\u009B31m", "\\u202e", "\u202E", "\u2066", "\u200B", "\u2028", "\u00AD", "\U000E0041", "\\udb40\\udc41"];

    [Theory]
    [MemberData(nameof(TooMuch))]
    public void Load_TooMuch_IsRefusedWithinBounds(string what, string text, string expected)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        _ = SmallPack.FaultsOf(SmallPack.Text + "x");
        var clock = Stopwatch.StartNew();
        long before = GC.GetAllocatedBytesForCurrentThread();
        IReadOnlyList<string> faults = SmallPack.FaultsOf(utf8);
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;

        faults.Should().Contain(fault => fault.Contains(expected, StringComparison.Ordinal), "{0}", what);
        faults.Should().HaveCountLessThanOrEqualTo(PackLimits.Faults).And.OnlyContain(fault => fault.Length < 1000);
        clock.Elapsed.Should().BeLessThan(s_patience);
        bytes.Should().BeLessThan(96L * 1024 * 1024, "{0}", what);
    }

    [Fact]
    public void Load_TenMegabytes_IsRefusedWithOneLine() =>
        SmallPack.FaultsOf(new string(' ', 10 * 1024 * 1024)).Should().Equal("acme.json: the file has more than 4 MB, which is more than any pack needs");

    [Fact]
    public void Load_StreamWithoutEnd_IsReadAsFarAsAPackMayBe()
    {
        using var endless = new EndlessStream();
        endless.Invoking(stream => Vendor.Load(stream)).Should().Throw<VendorPackException>().WithMessage("pack: the file has more than 4 MB*");
        endless.BytesRead.Should().BeLessThan(PackLimits.Bytes + (128 * 1024));
    }

    [Fact]
    public void Load_AsManyRowsAsThereMayBe_TakesBoundedTime()
    {
        string text = SmallPack.With("\"0\": {", Many(PackLimits.Rows - 2, i => $"\"a{i}\":{{\"is\":\"gone\",\"name\":\"\n\"}},\n".Replace("\"\n\"", "\"x\"", StringComparison.Ordinal)) + "\"0\": {");
        var clock = Stopwatch.StartNew();

        SmallPack.Load(text).Codes.Should().HaveCount(PackLimits.Rows);

        clock.Elapsed.Should().BeLessThan(s_patience);
    }

    [Fact]
    public void Load_HundredThousandFaults_SaysTheFirstHundred() =>
        SmallPack.FaultsOf(SmallPack.With("\"0\": {", Many(19_000, i => $"\"{i + 100}\":0,") + "\"0\": {")).Should().HaveCount(100);

    [Theory]
    [MemberData(nameof(Hazards))]
    public void Load_HazardInAnyText_IsRefusedAndNeverPrinted(string hazard)
    {
        foreach (string piece in new[] { "Acme Voice", "Error codes", "docs.acme.example/errors", "result", "\"errors\"", "17", "Busy", "5s", "rate_limited", "message", "acme-voice" })
        {
            string broken = piece[0] == '"' ? "\"" + hazard + "errors\"" : piece + hazard;
            IReadOnlyList<string> faults = SmallPack.FaultsOf(SmallPack.With(piece, broken));

            faults.Should().NotBeEmpty("{0} in {1}", hazard, piece).And.OnlyContain(fault => PackText.FindHazard(fault) == null);
        }
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\\udc00\\ud800")]
    [InlineData("\\ud800x")]
    public void Load_HalfASurrogatePair_IsRefused(string half)
    {
        SmallPack.FaultsOf(SmallPack.With("Busy", half)).Should().ContainSingle().Which.Should().StartWith("acme.json(12): codes[0].rows.17.name: the text holds half a surrogate pair");
        SmallPack.FaultsOf(SmallPack.With("\"17\"", $"\"{half}\"")).Should().ContainSingle().Which.Should().Contain("the name holds half a surrogate pair");
        SmallPack.FaultsOf(SmallPack.With("\"message\"", $"\"{half}\"")).Should().Contain(fault => fault.Contains("the name holds half a surrogate pair", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Busy")]
    [InlineData("17")]
    [InlineData("message")]
    [InlineData("acme-voice")]
    public void Load_InvalidUtf8_IsRefusedWithItsLine(string piece)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(SmallPack.Text);
        int at = SmallPack.Text.IndexOf(piece, StringComparison.Ordinal);
        utf8[at] = 0xC3;

        SmallPack.FaultsOf(utf8).Should().Equal($"acme.json({SmallPack.Text[..at].Split('\n').Length}): it is no UTF-8 here; save the file as UTF-8");
    }

    [Fact]
    public void Load_Utf16_SaysToSaveItAsUtf8() =>
        SmallPack.FaultsOf([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(SmallPack.Text)]).Should().Equal("acme.json(1): it is no UTF-8 here; save the file as UTF-8");

    [Fact]
    public void Load_CodeWithAnEscape_IsItsText() =>
        SmallPack.Load(SmallPack.With("\"17\":", "\"a\\\"\\u00e9\":")).Codes[1].Code.Should().Be("a\"é");

    [Fact]
    public void Load_CodeTwiceOnceEscaped_IsRefused() =>
        SmallPack.FaultsOf(SmallPack.With("\"17\":", "\"\\u0030\":")).Should().ContainSingle().Which.Should().Contain("the code '0' is here twice");

    [Fact]
    public void Load_DocumentTwiceOnceEscaped_IsRefused() =>
        SmallPack.FaultsOf(SmallPack.With("\"documents\": {", "\"documents\": { \"\\u0065rrors\": [\"a\", \"a.b\"],")).Should().ContainSingle().Which.Should().Contain("is here twice");

    private static string Many(int count, Func<int, string> make)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            _ = text.Append(make(i));
        }

        return text.ToString();
    }
}
