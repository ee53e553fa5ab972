using System.Text;
using FluentAssertions;
using VendorErrors.Packs;
using VendorErrors.Tests.Docs;
using Xunit;

namespace VendorErrors.Tests.Packs;

/// <summary>The properties of the vendors are written from their packs.</summary>
public class BuiltInPropertyTests
{
    private const string File = "src/VendorErrors/Vendors/Vendor.BuiltIns.cs";

    // No name begins with a digit.
    private static readonly Dictionary<string, string> s_numbers = new(StringComparer.Ordinal) { ["8x8"] = "EightByEight", ["360dialog"] = "ThreeSixtyDialog", ["3cx"] = "ThreeCX" };

    [Fact]
    public void File_Always_IsThatOfThePacks()
    {
        string expected = Write();
        if (Environment.GetEnvironmentVariable(GeneratedBlock.UpdateVariable) == "1")
        {
            System.IO.File.WriteAllText(Repository.PathOf(File), expected);
            return;
        }

        Repository.Read(File).Should().Be(expected, "it is written from the packs; {0}=1 dotnet test tests/VendorErrors.Tests --filter \"FullyQualifiedName~{1}\" rewrites it", GeneratedBlock.UpdateVariable, nameof(BuiltInPropertyTests));
    }

    [Theory]
    [InlineData("whatsapp", "WhatsApp Cloud API", "WhatsApp")]
    [InlineData("yeastar-p-series", "Yeastar P-Series PBX", "YeastarPSeries")]
    [InlineData("8x8-connect", "8x8 Connect", "EightByEightConnect")]
    [InlineData("360dialog", "360dialog", "ThreeSixtyDialog")]
    [InlineData("3cx", "3CX", "ThreeCX")]
    [InlineData("line", "LINE Messaging API", "Line")]
    [InlineData("africastalking", "Africa's Talking", "AfricasTalking")]
    public void Name_OfAProperty_IsTheIdInTheCaseOfTheName(string id, string name, string expected) => NameOf(id, name).Should().Be(expected);

    [Fact]
    public void Properties_Always_AreThoseOfTheRegistry() =>
        typeof(Vendor).GetProperties(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static).Where(property => property.PropertyType == typeof(Vendor))
            .Select(property => ((Vendor)property.GetValue(null)!).Id).Should().BeEquivalentTo(VendorRegistry.BuiltIn.Vendors.Select(vendor => vendor.Id));

    private static string NameOf(string id, string name)
    {
        string letters = new([.. name.Where(char.IsLetterOrDigit)]);
        return string.Concat(id.Split('-').Select(part => s_numbers.TryGetValue(part, out string? known) ? known : InCaseOf(part, letters)));
    }

    // A word of capitals is written as other words.
    private static string InCaseOf(string part, string letters)
    {
        int at = letters.IndexOf(part, StringComparison.OrdinalIgnoreCase);
        string found = at < 0 ? part : letters.Substring(at, part.Length);
        string rest = found[1..];
        return char.ToUpperInvariant(found[0]) + (rest.Any(char.IsLower) ? rest : rest.ToLowerInvariant());
    }

    private static string Write()
    {
        PackContent[] packs = [.. BuiltInPacks.Ids().Select(id => BuiltInPacks.Read(id))];
        var text = new StringBuilder("""
            // Written by a test from the packs in this folder; see docs/add-a-vendor.md.
            namespace VendorErrors;

            public sealed partial class Vendor
            {
                /// <summary>The vendors of this library, in the order of their ids.</summary>
                internal static IReadOnlyList<Vendor> BuiltIns =>
                [

            """.ReplaceLineEndings("\n"));
        foreach (PackContent pack in packs)
        {
            _ = text.Append($"        {NameOf(pack.Id, pack.Name)},\n");
        }

        _ = text.Append("    ];\n");
        foreach (PackContent pack in packs)
        {
            string summary = $"{pack.Name}. {pack.Definition.Summary}".Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
            _ = text.Append($"\n    /// <summary>{summary}</summary>\n    public static Vendor {NameOf(pack.Id, pack.Name)} {{ get; }} = BuiltIn(\"{pack.Id}\");\n");
        }

        return text.Append("}\n").ToString();
    }
}
