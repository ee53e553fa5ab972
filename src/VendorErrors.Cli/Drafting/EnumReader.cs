using VendorErrors.Cli.Input;

namespace VendorErrors.Cli.Drafting;

/// <summary>Reads the codes of an enum, or where there is none of constants, from source code.</summary>
internal static class EnumReader
{
    private const int MostListed = 12;

    internal static void Read(string source, string? enumName, CodeCollector codes)
    {
        var found = new EnumSource(new SourceScanner(source).Scan());
        found.Read();
        foreach (EnumMember member in Choose(found, enumName))
        {
            codes.Add(member.Code, status: null, member.Name, member.Text);
        }
    }

    private static IReadOnlyList<EnumMember> Choose(EnumSource found, string? enumName)
    {
        if (enumName is null)
        {
            return found.Enums.Count switch
            {
                0 => found.Constants,
                1 => found.Enums[0].Members,
                _ => throw new UsageException($"the source code has several enums; choose one with --enum: {List(found)}"),
            };
        }

        foreach ((string name, List<EnumMember> members) in found.Enums)
        {
            if (string.Equals(name, enumName, StringComparison.OrdinalIgnoreCase))
            {
                return members;
            }
        }

        throw new UsageException(found.Enums.Count == 0 ? "the source code has no enum whose members have values" : $"no enum is named '{enumName}'; there are {List(found)}");
    }

    private static string List(EnumSource found) =>
        string.Join(", ", found.Enums.Take(MostListed).Select(one => one.Name)) + (found.Enums.Count > MostListed ? " …" : string.Empty);
}
