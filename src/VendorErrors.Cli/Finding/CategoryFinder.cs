namespace VendorErrors.Cli.Finding;

/// <summary>Finds a category of the taxonomy by its name, as C# or as logs write it.</summary>
internal static class CategoryFinder
{
    internal static IEnumerable<Found> Find(string word, VendorRegistry registry) =>
        CategoryTable.All.Where(facts => Spelling.IsSame(SnakeCase.Of(facts.Category), word)).Select(facts => Of(facts, registry));

    private static FoundCategory Of(CategoryFacts facts, VendorRegistry registry)
    {
        int[] counts = [.. registry.Vendors.Concat(registry.Shapes).Select(vendor => vendor.Codes.Count(row => row.Category == facts.Category)).Where(count => count > 0)];
        return new FoundCategory(facts, counts.Sum(), counts.Length);
    }
}
