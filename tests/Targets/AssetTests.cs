using System.Reflection;
using System.Runtime.Versioning;
using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Targets;

/// <summary>That the tests run against the asset they are said to run against; the test projects share this file.</summary>
public class AssetTests
{
    [Fact]
    public void Libraries_UnderTest_AreBuiltForTheTargetThatIsAskedFor()
    {
        string[] files = Directory.GetFiles(AppContext.BaseDirectory, "VendorErrors*.dll");

        files.Where(file => Path.GetFileNameWithoutExtension(file) is "VendorErrors" or "VendorErrors.Http" or "VendorErrors.Testing")
            .Select(file => Assembly.LoadFrom(file).GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName)
            .Should().NotBeEmpty().And.OnlyContain(name => Short(name) == Asset.Framework);
    }

    // ".NETCoreApp,Version=v8.0" is net8.0.
    private static string Short(string name) =>
        name.Replace(".NETCoreApp,Version=v", "net", StringComparison.Ordinal).Replace(".NETStandard,Version=v", "netstandard", StringComparison.Ordinal);
}
