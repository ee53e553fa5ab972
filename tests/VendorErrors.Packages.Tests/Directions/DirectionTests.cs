using FluentAssertions;
using VendorErrors.Tests.Docs;
using Xunit;

namespace VendorErrors.Packages.Tests.Directions;

/// <summary>The code of a folder uses only the folders that it may use, as docs/data-flow.md says.</summary>
public class DirectionTests
{
    public static TheoryData<string> Libraries => [.. FolderRules.Of.Keys];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Code_OfAFolder_UsesOnlyWhatItMay(string library)
    {
        Dictionary<string, FolderRule> rules = FolderRules.Of[library].ToDictionary(rule => rule.Folder, StringComparer.Ordinal);

        IEnumerable<string> wrong = FolderUses.Of(library)
            .Where(use => use.From != FolderRule.Root && rules.GetValueOrDefault(use.From) is var rule && rule?.MayUse.Contains(use.To) != true && rule?.StillUses.Contains(use.To) != true)
            .GroupBy(use => (use.From, use.To))
            .Select(group => $"{FolderRule.NameOf(group.Key.From)} may not use {FolderRule.NameOf(group.Key.To)}: {string.Join(", ", group.Select(use => $"{use.User} uses {use.Used}"))}");

        wrong.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Rules_OfALibrary_AllowNothingThatNobodyUses(string library)
    {
        HashSet<(string From, string To)> used = [.. FolderUses.Of(library).Select(use => (use.From, use.To))];

        FolderRules.Of[library].SelectMany(rule => rule.MayUse.Concat(rule.StillUses).Where(to => !used.Contains((rule.Folder, to))).Select(to => $"{FolderRule.NameOf(rule.Folder)} does not use {FolderRule.NameOf(to)}: take it out of the rules"))
            .Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Rules_OfALibrary_HaveEveryFolderAndNoCycle(string library)
    {
        FolderRule[] rules = FolderRules.Of[library];

        rules.Select(rule => rule.Folder).Should().BeEquivalentTo(new SourceFolders(library).All, "each folder has a line in {0}", nameof(FolderRules));
        for (var i = 0; i < rules.Length; i++)
        {
            rules[i].MayUse.Should().BeSubsetOf([.. rules[(i + 1)..].Select(rule => rule.Folder), FolderRule.Root], "{0} uses only what comes after it in the table", rules[i].Folder);
        }
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Type_OfALibrary_IsInAFileOfItsName(string library) => FolderUses.TypesWithoutAFile(library).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Table_InThePage_IsCurrent(string library) => GeneratedBlock.Check("docs/data-flow.md", $"folders of {library}", FolderRules.Markdown(library));
}
