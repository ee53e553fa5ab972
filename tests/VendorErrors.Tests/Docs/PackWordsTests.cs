using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Docs;

/// <summary>What the packs say in our own words, which the spelling check leaves out for all the vendors' words beside them.</summary>
public class PackWordsTests
{
    private static readonly string[] s_ours = ["note", "advice", "summary"];

    public static TheoryData<string> Packs => [.. Directory.EnumerateFiles(Repository.PathOf("src/VendorErrors/Vendors"), "*.json", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Repository.PathOf("src/VendorErrors/Vendors"), file).Replace('\\', '/'))];

    [Theory]
    [MemberData(nameof(Packs))]
    public void Pack_InOurOwnWords_UsesEverydayOnes(string file)
    {
        using JsonDocument pack = JsonDocument.Parse(Repository.Read($"src/VendorErrors/Vendors/{file}"));

        TextsOf(pack.RootElement).Where(text => EverydayWords.FindOther(text) is not null).Should().BeEmpty();
    }

    [Fact]
    public void Texts_OfThePacks_AreFound() =>
        Packs.Sum(file => TextsOf(JsonDocument.Parse(Repository.Read($"src/VendorErrors/Vendors/{file.Data}")).RootElement).Count()).Should().BeGreaterThan(900);

    private static IEnumerable<string> TextsOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
            member.Value.ValueKind == JsonValueKind.String && s_ours.Contains(member.Name, StringComparer.Ordinal) ? [member.Value.GetString()!] : member.NameEquals("answers") || member.NameEquals("eventSamples") ? [] : TextsOf(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(TextsOf),
        _ => [],
    };
}
