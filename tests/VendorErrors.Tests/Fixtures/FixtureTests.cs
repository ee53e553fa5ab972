using System.Text;
using FluentAssertions;
using FluentAssertions.Execution;
using VendorErrors.Retries;
using VendorErrors.Tests.Documents;
using Xunit;

namespace VendorErrors.Tests.Fixtures;

/// <summary>Every captured answer means what the head of its file says.</summary>
public sealed class FixtureTests
{
    internal const int LeastPerVendor = 15;
    private const string Name = "acme/broken.txt";

    public static TheoryData<string> Names => [.. FixtureFiles.Names];

    public static TheoryData<string> VendorIds => [.. DocumentList.VendorIds];

    [Theory]
    [MemberData(nameof(Names))]
    public void Explain_CapturedAnswer_MeansWhatItsHeadSays(string name)
    {
        Fixture fixture = FixtureFiles.Read(name);
        Vendor vendor = VendorOf(fixture);
        VendorResult result = vendor.Explain(ResponseOf(fixture));
        RetryDecision decision = VendorRetryPolicy.Decide(result, vendor.Operation(fixture.Method, fixture.Path));

        using var scope = new AssertionScope(name);
        Expectations.Check(fixture, result, decision);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Classify_CapturedAnswer_AgreesWithExplain(string name)
    {
        Fixture fixture = FixtureFiles.Read(name);
        Vendor vendor = VendorOf(fixture);
        VendorResult classified = vendor.Classify(ResponseOf(fixture));
        VendorResult explained = vendor.Explain(ResponseOf(fixture));
        VendorOperation operation = vendor.Operation(fixture.Method, fixture.Path);

        using var scope = new AssertionScope(name);
        classified.Outcome.Should().Be(explained.Outcome, "both have one Outcome");
        classified.Effect.Should().Be(explained.Effect, "both have one Effect");
        classified.Confidence.Should().Be(explained.Confidence, "both have one Confidence");
        classified.Category.Should().Be(explained.Category, "both have one Category");
        classified.Code.Should().Be(explained.Code, "both have one Code");
        classified.CodeName.Should().Be(explained.CodeName, "both have one CodeName");
        classified.Retry.Should().Be(explained.Retry, "both have one Retry");
        VendorRetryPolicy.Decide(classified, operation).Should().Be(VendorRetryPolicy.Decide(explained, operation));
        if (explained.Outcome != VendorOutcome.Success)
        {
            classified.Answer.Should().BeEquivalentTo(explained.Answer, options => options.Excluding(answer => answer!.Vendor));
        }
    }

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Fixtures_OfVendor_AreEnough(string vendorId) =>
        FixtureFiles.Names.Count(name => name.StartsWith(vendorId + "/", StringComparison.Ordinal)).Should().BeGreaterThanOrEqualTo(
            LeastPerVendor, "each vendor needs that many captured answers in tests/VendorErrors.Tests/Fixtures/{0}; docs/add-a-vendor.md shows one", vendorId);

    [Theory]
    [InlineData("source: a page\noutcome: success\neffect: applied\ndecision: return\nflavour: sweet\n---\n", "'flavour' is not known")]
    [InlineData("outcome: success\neffect: applied\ndecision: return\n---\n", "'source' is missing")]
    [InlineData("source: a page\neffect: applied\ndecision: return\n---\n", "'outcome' is missing")]
    [InlineData("source: a page\noutcome: success\noutcome: failure\neffect: applied\ndecision: return\n---\n", "'outcome' stands there twice")]
    [InlineData("source: a page\noutcome: success\neffect: applied\ndecision: return\nheader: Retry-After\n---\n", "'Retry-After' is not of the form")]
    [InlineData("source\n---\n", "'source' is not of the form")]
    [InlineData("source: a page\noutcome: success\n", "no line '---'")]
    public void Parse_BrokenHead_NamesFileAndFault(string file, string fault)
    {
        Action parse = () => Fixture.Parse(Name, Encoding.UTF8.GetBytes(file));

        parse.Should().Throw<FormatException>().WithMessage($"{Name}: *{fault}*");
    }

    [Fact]
    public void Parse_Body_IsKeptByteForByte()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, (byte)'{', (byte)'\r', (byte)'\n', (byte)'-', (byte)'-', (byte)'-', (byte)'\n', 0xFF];

        Fixture fixture = Fixture.Parse(Name, [.. "source: a page\noutcome: failure\neffect: unknown\ndecision: stop\n---\n"u8, .. body]);

        fixture.Body.Should().Equal(body);
    }

    private static Vendor VendorOf(Fixture fixture) =>
        Vendor.Find(fixture.VendorId) ?? throw new InvalidOperationException($"{fixture.Name}: no vendor has the id '{fixture.VendorId}'.");

    private static VendorResponse ResponseOf(Fixture fixture) => new(fixture.Status, fixture.Body)
    {
        Method = fixture.Method,
        Path = fixture.Path,
        Headers = fixture.Headers,
        ReceivedAt = fixture.ReceivedAt,
    };
}
