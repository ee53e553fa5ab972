using System.Reflection;
using System.Text.RegularExpressions;
using FluentAssertions;
using VendorErrors.Envelopes;
using VendorErrors.Rules;
using VendorErrors.Testing;
using VendorErrors.Testing.Composition;
using Xunit;

namespace VendorErrors.Tests.Conventions;

/// <summary>What holds for every vendor, the next one included: nobody has to add a test for it.</summary>
public partial class VendorConventionTests
{
    private const string UnlistedNumber = "987654";
    private const string UnlistedWord = "never_heard_of_it";

    public static TheoryData<string> VendorIds => new(Vendor.All.Select(vendor => vendor.Id));

    public static TheoryData<string, string, string> UnlistedCodes
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (Vendor vendor in Vendor.All)
            {
                foreach (Envelope envelope in vendor.Definition.Envelopes)
                {
                    foreach (string code in (string[])[UnlistedNumber, UnlistedWord, "-77001", "00987654"])
                    {
                        if (Composer.ComposeUnlisted(vendor, envelope, code, new ResponseOptions()) is not null)
                        {
                            data.Add(vendor.Id, envelope.Name, code);
                        }
                    }
                }
            }

            return data;
        }
    }

    [Fact]
    public void All_PublicStaticVendors_AreListed()
    {
        Vendor?[] declared = [.. typeof(Vendor)
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(Vendor))
            .Select(property => (Vendor?)property.GetValue(null))];

        declared.Should().HaveCountGreaterThanOrEqualTo(5).And.NotContainNulls();
        Vendor.All.Should().BeEquivalentTo(declared, options => options.WithoutStrictOrdering().ComparingByValue<Vendor>());
    }

    [Fact]
    public void All_Ids_AreUnique() => Vendor.All.Select(vendor => vendor.Id).Should().OnlyHaveUniqueItems();

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Definition_OfAVendor_HasNoFaults(string id) =>
        string.Join(Environment.NewLine, DefinitionCheck.FaultsOf(id, Vendor.Find(id)!.Definition)).Should().BeEmpty("the vendor's file has to pass the same check as a definition from outside");

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Id_OfAVendor_IsKebabCase(string id)
    {
        KebabCase().IsMatch(id).Should().BeTrue();
        Vendor.Find(id)!.Name.Should().NotBeNullOrWhiteSpace();
    }

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Find_IdInAnotherCase_FindsTheVendor(string id) => Vendor.Find($" {id.ToUpperInvariant()} ").Should().BeSameAs(Vendor.Find(id)).And.NotBeNull();

    [Fact]
    public void Find_UnknownId_IsNull()
    {
        Vendor.Find("no-such-vendor").Should().BeNull();
        Vendor.Find(null).Should().BeNull();
    }

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Envelopes_OfAVendor_HaveUniqueNames(string id) =>
        Vendor.Find(id)!.Definition.Envelopes.Select(envelope => envelope.Name).Should().OnlyHaveUniqueItems().And.NotContain(string.Empty);

    [Theory]
    [MemberData(nameof(UnlistedCodes))]
    public void Classify_UnlistedCodeUnder200_IsUnrecognizedAndKeepsTheCode(string id, string envelopeName, string code)
    {
        Vendor vendor = Vendor.Find(id)!;
        Envelope envelope = vendor.Definition.Envelopes.First(envelope => string.Equals(envelope.Name, envelopeName, StringComparison.Ordinal));

        VendorResult result = Composer.ComposeUnlisted(vendor, envelope, code, new ResponseOptions())!.Classify();

        result.Outcome.Should().Be(Outcome.Failure);
        result.Category.Should().Be(ErrorCategory.Unrecognized);
        result.Effect.Should().Be(Effect.Unknown);
        result.Confidence.Should().Be(Confidence.Default);
        result.Code.Should().Be(code);
        result.CodeName.Should().BeNull();
        result.Retry.MaxRetries.Should().Be(2);
    }

    [Theory]
    [MemberData(nameof(UnlistedCodes))]
    public void Classify_UnlistedCodeUnder400_LetsHttpDecide(string id, string envelopeName, string code)
    {
        Vendor vendor = Vendor.Find(id)!;
        Envelope envelope = vendor.Definition.Envelopes.First(envelope => string.Equals(envelope.Name, envelopeName, StringComparison.Ordinal));

        VendorResult result = Composer.ComposeUnlisted(vendor, envelope, code, new ResponseOptions { Status = 410 })!.Classify();

        result.Category.Should().Be(ErrorCategory.Gone);
        result.Effect.Should().Be(Effect.None);
        result.Confidence.Should().Be(Confidence.StatusOnly);
        result.Code.Should().Be(code);
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KebabCase();
}
