using System.Reflection;
using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Conventions;

/// <summary>What holds for every vendor, the next one included: nobody has to add a test for it.</summary>
public class VendorConventionTests
{
    public static TheoryData<string> VendorIds => new(Vendor.All.Select(vendor => vendor.Id));

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
    public void Find_IdInAnotherCase_FindsTheVendor(string id) => Vendor.Find($" {id.ToUpperInvariant()} ").Should().BeSameAs(Vendor.Find(id)).And.NotBeNull();

    [Fact]
    public void Find_UnknownId_IsNull()
    {
        Vendor.Find("no-such-vendor").Should().BeNull();
        Vendor.Find(null).Should().BeNull();
    }
}
