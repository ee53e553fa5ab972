using VendorErrors.Tests.Docs;
using VendorErrors.Tests.Fixtures;

namespace VendorErrors.Tests.Documents;

/// <summary>Says of a difference which files have to agree, so that nobody has to look for them.</summary>
internal static class DocumentHint
{
    private const string Vendors = "src/VendorErrors/Vendors";
    private const string Pages = "docs/vendors";

    internal static string Of(string vendorId, DocumentDifference difference)
    {
        string list = $"tests/VendorErrors.Tests/Documents/{vendorId}.tsv";
        string first = difference.Code.Split("..")[0];
        string[] fixtures = [.. FixtureFiles.Names.Where(name => name.StartsWith(vendorId + "/", StringComparison.Ordinal) && FixtureFiles.Read(name)["code"] == first).Select(name => $"tests/VendorErrors.Tests/Fixtures/{name}")];
        string[] files =
        [
            Place(list, line => line.Split('\t') is [_, var code, ..] && code == difference.Code),
            Place($"{Vendors}/{vendorId}.json", line => line.TrimStart().StartsWith($"\"{difference.Code}\":", StringComparison.Ordinal)),
            .. fixtures,
        ];
        return $"{difference.Text}. The document decides. These have to agree: {string.Join(", ", files)}. "
            + $"Then {GeneratedBlock.UpdateVariable}=1 dotnet test tests/VendorErrors.Tests --filter \"FullyQualifiedName~VendorPageTests\" rewrites {Pages}/{vendorId}.md and {Pages}/README.md.";
    }

    private static string Place(string file, Func<string, bool> isIt)
    {
        int at = Array.FindIndex(Repository.Read(file).Split('\n'), line => isIt(line));
        return at < 0 ? file : FormattableString.Invariant($"{file}:{at + 1}");
    }
}
