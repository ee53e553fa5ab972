using System.Text;
using FluentAssertions;
using VendorErrors.Json;
using Xunit;

namespace VendorErrors.Tests.Json;

public class PathNodeTests
{
    private const int Longest = 70;

    [Fact]
    public void Find_NamesOfEveryLength_FindsEachInAnyCaseAndNoOther()
    {
        var tree = new PathTree();
        string[] names = [.. Enumerable.Range(1, Longest).Select(length => string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i % 26)))))];
        foreach (string name in names)
        {
            int slot = tree.SlotOf(name);

            Find(tree, name)!.Slot.Should().Be(slot);
            Find(tree, name.ToUpperInvariant())!.Slot.Should().Be(slot);
            for (var i = 0; i < name.Length; i++)
            {
                Find(tree, name[..i] + '_' + name[(i + 1)..]).Should().BeNull("the names differ at {0}", i);

                // The bit of the letters' case, in a byte that is no letter.
                Find(tree, name[..i] + (char)(name[i] ^ 0x80) + name[(i + 1)..]).Should().BeNull("the names differ at {0}", i);
            }

            tree.Root.MayHave(name.Length).Should().BeTrue();
        }

        Find(tree, string.Empty).Should().BeNull();
        Find(tree, new string('a', Longest + 1)).Should().BeNull();
    }

    [Theory]
    [InlineData("a_b_c", "a\u007fb_c")]
    [InlineData("code[id]", "code{id}")]
    public void Find_NameThatDiffersInTheBitOfLetterCaseAlone_IsNotTheSame(string name, string other)
    {
        var tree = new PathTree();
        tree.SlotOf(name);

        Find(tree, other).Should().BeNull();
    }

    private static PathNode? Find(PathTree tree, string name) => tree.Root.Find(Encoding.UTF8.GetBytes(name));
}
