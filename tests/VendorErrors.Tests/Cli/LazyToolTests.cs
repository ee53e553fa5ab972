using System.Reflection;
using System.Runtime.Loader;
using FluentAssertions;
using VendorErrors.Tests.Kit;
using VendorErrors.Tests.Packs;
using Xunit;

namespace VendorErrors.Tests.Cli;

/// <summary>The tool starts without a look at any pack. It has the output of the process to itself.</summary>
[Collection(Alone.Name)]
[Trait("Category", "Slow")]
public class LazyToolTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("classify", "--help")]
    [InlineData("classify", "--vendor", "dexatel", "--status", "banana")]
    public void Tool_ThatNeedsNoVendor_ReadsNoPack(params string[] arguments)
    {
        (object[] vendors, _) = VendorsAfter(arguments);

        vendors.Should().NotBeEmpty().And.OnlyContain(vendor => !LazyPackTests.IsRead(vendor));
    }

    [Fact]
    public void Tool_ForOneVendor_ReadsItsPackAlone()
    {
        (object[] vendors, string output) = VendorsAfter("codes", "--vendor", "dexatel", "--output", "csv");

        vendors.Where(LazyPackTests.IsRead).Select(vendor => vendor.ToString()).Should().Equal("dexatel");
        output.Should().Contain("dexatel");
    }

    // Runs a copy of the tool that has a library of its own.
    private static (object[] Vendors, string Output) VendorsAfter(params string[] arguments)
    {
        var context = new Copy();
        TextWriter output = Console.Out, error = Console.Error;
        using var text = new StringWriter();
        try
        {
            Console.SetOut(text);
            Console.SetError(text);
            _ = context.LoadFromAssemblyPath(CliProcess.Program).EntryPoint!.Invoke(null, [arguments]);
            Assembly library = context.LoadFromAssemblyPath(typeof(Vendor).Assembly.Location);
            object registry = LazyPackTests.Static(library, "VendorErrors.VendorRegistry", "BuiltIn");
            return ([.. LazyPackTests.Vendors(LazyPackTests.Get(registry, "Vendors")), .. LazyPackTests.Vendors(LazyPackTests.Get(registry, "Shapes"))], text.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
            context.Unload();
        }
    }

    private sealed class Copy() : AssemblyLoadContext(nameof(LazyToolTests), isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblyName.Name!.StartsWith("VendorErrors", StringComparison.Ordinal) ? LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, assemblyName.Name + ".dll")) : null;
    }
}
