using System.Reflection;
using System.Xml.Linq;
using VendorErrors.Http;
using VendorErrors.Testing;

namespace VendorErrors.Tests.Docs;

/// <summary>The XML documentation of the libraries, as it goes into the packages.</summary>
internal static class XmlDocs
{
    private static readonly Assembly[] s_libraries = [typeof(Vendor).Assembly, typeof(VendorErrorHandler).Assembly, typeof(VendorSimulator).Assembly];

    private static readonly string[] s_publicNames = [.. PublicTypes.Select(type => type.FullName!.Replace('+', '.'))];

    /// <summary>Every member that has documentation, by its id, such as <c>P:VendorErrors.Vendor.Id</c>.</summary>
    internal static IReadOnlyDictionary<string, XElement> Members { get; } = s_libraries
        .SelectMany(library => XDocument.Load(Path.Combine(AppContext.BaseDirectory, library.GetName().Name + ".xml")).Descendants("member"))
        .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);

    /// <summary>Whether a member belongs to a public type.</summary>
    internal static bool IsPublic(string id) => s_publicNames.Any(name => id.AsSpan(2).StartsWith(name) && (id.Length == name.Length + 2 || id[name.Length + 2] == '.'));

    /// <summary>The public types of the libraries.</summary>
    internal static IEnumerable<Type> PublicTypes => s_libraries.SelectMany(library => library.GetExportedTypes());
}
