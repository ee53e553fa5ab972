using System.Reflection;
using FluentAssertions;
using Xunit;

namespace VendorErrors.Packages.Tests.Names;

/// <summary>No public type of ours has the name of one that the same file is likely to import.</summary>
public class NameTests
{
    // What a file beside ours imports: by itself, for an ASP.NET Core application, and for the libraries that clients of vendors are made with.
    private static readonly string[] s_imported =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net", "System.Net.Http", "System.Net.Http.Headers", "System.Net.Http.Json",
        "System.Text", "System.Text.Json", "System.Text.Json.Serialization", "System.Threading", "System.Threading.Tasks", "System.ComponentModel.DataAnnotations",
        "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Mvc", "Microsoft.AspNetCore.Routing",
        "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Http",
        "Microsoft.Extensions.Http.Resilience", "Microsoft.Extensions.Logging", "Microsoft.Extensions.Options",
        "Azure", "Azure.Core", "Azure.Core.Pipeline", "Polly", "Refit",
    ];

    private static readonly string[] s_assemblies =
    [
        "System.Runtime", "System.Collections", "System.Linq", "System.Net.Http", "System.Net.Primitives", "System.Net.Http.Json", "System.Text.Json", "System.ComponentModel.Annotations",
        "System.Private.CoreLib", "System.Threading", "Microsoft.AspNetCore", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Http.Abstractions", "Microsoft.AspNetCore.Http.Results",
        "Microsoft.AspNetCore.Mvc.Core", "Microsoft.AspNetCore.Routing", "Microsoft.Extensions.Configuration.Abstractions", "Microsoft.Extensions.DependencyInjection.Abstractions",
        "Microsoft.Extensions.Hosting.Abstractions", "Microsoft.Extensions.Http", "Microsoft.Extensions.Http.Resilience", "Microsoft.Extensions.Logging.Abstractions",
        "Microsoft.Extensions.Options", "Azure.Core", "Polly", "Polly.Core", "Refit",
    ];

    private static readonly Assembly[] s_ours = [typeof(Vendor).Assembly, typeof(Http.VendorErrorHandler).Assembly, typeof(Testing.VendorResponses).Assembly];

    [Fact]
    public void PublicTypes_BesideWhatIsImportedWithThem_HaveNamesOfTheirOwn()
    {
        ILookup<string, string> theirs = s_assemblies.SelectMany(name => Assembly.Load(name).GetExportedTypes())
            .Where(type => !type.IsNested && (s_imported.Contains(type.Namespace, StringComparer.Ordinal) || type.Namespace?.StartsWith("Polly.", StringComparison.Ordinal) == true))
            .ToLookup(type => type.Name, type => type.FullName!, StringComparer.Ordinal);
        theirs.Contains("RetryPolicy").Should().BeTrue("Polly v7 and Azure.Core both have one");
        theirs.Contains("Outcome").Should().BeTrue("Polly has one");

        Ours().Where(type => theirs.Contains(type.Name)).Select(type => $"{type.FullName} is also {string.Join(", ", theirs[type.Name])}").Should().BeEmpty();
    }

    [Fact]
    public void PublicTypes_AmongThemselves_HaveDifferentNames() =>
        Ours().GroupBy(type => type.Name, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => string.Join(", ", same.Select(type => type.FullName))).Should().BeEmpty();

    [Fact]
    public void Types_OfOneAssemblyThatNobodySees_AreNotNamedAsThoseThatAreSeen()
    {
        string[] seen = [.. Ours().Select(type => type.Name)];

        s_ours.SelectMany(assembly => assembly.GetTypes()).Where(type => !type.IsVisible && !type.IsNested && type.Namespace?.StartsWith("VendorErrors", StringComparison.Ordinal) == true && seen.Contains(type.Name, StringComparer.Ordinal))
            .Select(type => type.FullName).Should().BeEmpty("whoever reads the code would take one for the other");
    }

    private static IEnumerable<Type> Ours() => s_ours.SelectMany(assembly => assembly.GetExportedTypes()).Where(type => !type.IsNested);
}
