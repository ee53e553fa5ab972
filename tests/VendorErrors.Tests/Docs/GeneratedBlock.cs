using FluentAssertions;

namespace VendorErrors.Tests.Docs;

/// <summary>A block of a page that the code writes; the test projects share this file.</summary>
internal static class GeneratedBlock
{
    internal const string UpdateVariable = "VENDOR_ERRORS_UPDATE";
    private const string End = "<!-- end -->";

    internal static void Check(string file, string name, string expected)
    {
        string start = $"<!-- generated: {name} -->\n";
        string page = Repository.Read(file);
        int from = page.IndexOf(start, StringComparison.Ordinal);
        from.Should().BeGreaterThanOrEqualTo(0, "{0} has a block {1}", file, name);
        from += start.Length;
        int to = page.IndexOf(End, from, StringComparison.Ordinal);
        string current = page[from..to];
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            File.WriteAllText(Repository.PathOf(file), string.Concat(page.AsSpan(0, from), expected, page.AsSpan(to)));
            return;
        }

        current.Should().Be(expected, "the block is generated; {0}=1 rewrites it", UpdateVariable);
    }
}
