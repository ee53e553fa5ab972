using System.Diagnostics;
using System.Text;
using FluentAssertions;
using VendorErrors.Cli.Drafting;
using VendorErrors.Cli.Input;
using Xunit;

namespace VendorErrors.Tests.Cli.Drafting;

/// <summary>A list from elsewhere is bounded work, and whatever is wrong with it is one line.</summary>
public class HostileListTests
{
    public static TheoryData<string> Samples =>
        [ListSamples.List, ListSamples.ListInAMember, ListSamples.Map, ListSamples.Aws, ListSamples.OpenApi, ListSamples.TypeScript, ListSamples.CSharp, ListSamples.Java, ListSamples.Constants];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Read_ListThatIsCutOrDamaged_IsReadOrRefused(string sample)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(sample);
        var random = new Random(1);
        for (var i = 0; i < utf8.Length; i++)
        {
            Tolerates(utf8[..i]);
            byte[] damaged = [.. utf8];
            damaged[i] = (byte)random.Next(256);
            damaged[random.Next(utf8.Length)] = (byte)"{}[]\":,\\*/.=-0"[random.Next(14)];
            Tolerates(damaged);
        }
    }

    [Theory]
    [InlineData("heads of enums without a body")]
    [InlineData("a comment of many lines")]
    [InlineData("open brackets")]
    [InlineData("entries without codes")]
    [InlineData("references to nothing")]
    [InlineData("references in circles")]
    public void Read_ListMadeToCost_EndsSoon(string what)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(Costly(what));
        var clock = Stopwatch.StartNew();

        Tolerates(utf8);

        clock.Elapsed.Should().BeLessThan(TimeSpan.FromMinutes(1));
    }

    private static string Costly(string what) => what switch
    {
        "heads of enums without a body" => Repeat("enum a ", 400_000),
        "a comment of many lines" => Repeat("///\n", 2_000_000) + "enum A { B = 1 }",
        "open brackets" => "enum A { " + Repeat("(", 900_000),
        "entries without codes" => $"[{Repeat("{\"a\":1},", 1_000_000)}1]",
        "references to nothing" => OpenApi(Join(200_000, i => $"{{\"$ref\":\"#/d/{i}\"}}"), Join(200_000, i => $"\"x{i}\":1")),
        _ => OpenApi(Join(500, i => $"{{\"$ref\":\"#/d/a\"}},{i}"), $"\"a\":[{Join(20_000, i => $"{{\"$ref\":\"#/d/a\"}},[{i}]")}]"),
    };

    private static string OpenApi(string response, string definitions) =>
        $"{{\"openapi\":\"3.1.0\",\"paths\":{{\"/a\":{{\"get\":{{\"responses\":{{\"400\":[{response}]}}}}}}}},\"d\":{{{definitions}}}}}";

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();

    private static string Join(int count, Func<int, string> write) => string.Join(',', Enumerable.Range(0, count).Select(write));

    private static void Tolerates(byte[] utf8)
    {
        foreach (ListForm? form in (ListForm?[])[null, ListForm.List, ListForm.Map, ListForm.Aws, ListForm.OpenApi, ListForm.Enum])
        {
            try
            {
                _ = ListReader.Read(utf8, "sample", form, enumName: null);
            }
            catch (UsageException)
            {
                // Whatever is wrong has its line.
            }
        }
    }
}
