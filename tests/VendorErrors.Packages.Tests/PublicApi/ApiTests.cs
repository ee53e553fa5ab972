using FluentAssertions;
using VendorErrors.Tests.Docs;
using Xunit;

namespace VendorErrors.Packages.Tests.PublicApi;

/// <summary>The public surface of every asset is approved, so that no change of it goes unseen.</summary>
public class ApiTests
{
    private const string UpdateVariable = "VENDOR_ERRORS_UPDATE";

    public static TheoryData<PackageAsset> Assets => [.. PackageAsset.All];

    [Theory]
    [MemberData(nameof(Assets))]
    public void PublicApi_OfEachAsset_IsTheApprovedOne(PackageAsset asset)
    {
        string file = $"tests/VendorErrors.Packages.Tests/PublicApi/Approved/{asset}.txt";
        string current = asset.ReadPublicApi();
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            File.WriteAllText(Repository.PathOf(file), current);
            return;
        }

        Difference(Repository.Read(file), current).Should().BeEmpty(
            "the public surface of {0} is approved in {1}; where the change is meant, {2}=1 writes it there, and docs/versioning.md tells which version it asks for",
            asset,
            file,
            UpdateVariable);
    }

    private static List<string> Difference(string approved, string current)
    {
        string[] before = WithTypes(approved);
        string[] after = WithTypes(current);
        return [.. before.Except(after, StringComparer.Ordinal).Select(line => "- " + line), .. after.Except(before, StringComparer.Ordinal).Select(line => "+ " + line)];
    }

    // A member's line alone does not tell whose it is.
    private static string[] WithTypes(string text)
    {
        var type = string.Empty;
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.StartsWith(' ') ? $"{type} {line.Trim()}" : type = line)];
    }
}
