using System.Reflection;
using System.Runtime.Loader;
using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Packs;

/// <summary>No pack is read before its vendor is used. Each test loads the library once more, as no other test has used that copy.</summary>
public class LazyPackTests
{
    [Fact]
    public void All_Always_ReadsNoPack() => InAFreshLibrary(library =>
    {
        object[] all = Vendors(Static(library, "VendorErrors.Vendor", "All"));

        all.Should().NotBeEmpty().And.OnlyContain(vendor => !IsRead(vendor));
    });

    [Fact]
    public void Registry_BuiltIn_ReadsNoPack() => InAFreshLibrary(library =>
    {
        object registry = Static(library, "VendorErrors.VendorRegistry", "BuiltIn");
        object[] all = [.. Vendors(Get(registry, "Vendors")), .. Vendors(Get(registry, "Shapes"))];

        all.Should().NotBeEmpty().And.OnlyContain(vendor => !IsRead(vendor));
    });

    [Fact]
    public void Find_AnId_ReadsNoPack() => InAFreshLibrary(library =>
    {
        object found = library.GetType("VendorErrors.Vendor", throwOnError: true)!.GetMethod("Find")!.Invoke(null, ["dexatel"])!;

        IsRead(found).Should().BeFalse();
        Vendors(Static(library, "VendorErrors.Vendor", "All")).Should().OnlyContain(vendor => !IsRead(vendor));
    });

    [Fact]
    public void Codes_OfOneVendor_ReadsItsPackAlone() => InAFreshLibrary(library =>
    {
        object used = Static(library, "VendorErrors.Vendor", "Dexatel");
        _ = Get(used, "Codes");

        Vendors(Static(library, "VendorErrors.Vendor", "All")).Where(IsRead).Should().Equal(used);
    });

    /// <summary>Whether the pack of a vendor was read.</summary>
    internal static bool IsRead(object vendor)
    {
        object content = vendor.GetType().GetField("_content", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(vendor)!;
        return (bool)Get(content, nameof(Lazy<object>.IsValueCreated));
    }

    internal static object[] Vendors(object list) => [.. ((System.Collections.IEnumerable)list).Cast<object>()];

    internal static object Static(Assembly library, string type, string property) => library.GetType(type, throwOnError: true)!.GetProperty(property)!.GetValue(null)!;

    internal static object Get(object instance, string property) => instance.GetType().GetProperty(property)!.GetValue(instance)!;

    private static void InAFreshLibrary(Action<Assembly> test)
    {
        var context = new AssemblyLoadContext(nameof(LazyPackTests), isCollectible: true);
        try
        {
            test(context.LoadFromAssemblyPath(typeof(Vendor).Assembly.Location));
        }
        finally
        {
            context.Unload();
        }
    }
}
