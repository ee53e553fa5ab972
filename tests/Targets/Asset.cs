using System.Reflection;

namespace VendorErrors.Tests.Targets;

/// <summary>The asset of the libraries that the tests run against.</summary>
internal static class Asset
{
    /// <summary>A trait of tests of what the asset for netstandard2.0 does not have: synchronous calls, kinds of transport failures.</summary>
    internal const string Trait = "Asset";

    /// <summary>The value of <see cref="Trait"/>.</summary>
    internal const string Net = "net";

    /// <summary>The target framework it is built for.</summary>
    internal static string Framework { get; } =
        typeof(Asset).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(fact => fact.Key == "LibraryFramework").Value!;

    /// <summary>Whether it is one for .NET itself.</summary>
    internal static bool IsForNet { get; } = !Framework.StartsWith("netstandard", StringComparison.Ordinal);
}
