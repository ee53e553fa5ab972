using System.Globalization;
using VendorErrors.Benchmarks.Bodies;
using VendorErrors.Benchmarks.Measuring;
using VendorErrors.Classification.Compiled;
using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Benchmarks.Gates;

/// <summary>
/// A number to its row, the row's conditions included, against a plain dictionary of the same numbers. Both loops are written out: at
/// a few nanoseconds a call of a delegate would make any two things look alike.
/// </summary>
internal sealed class P10() : Gate(10, "code look-up, 60 codes, random keys, 10 % misses")
{
    public override IReadOnlyList<Figure> Measure(PairRunner runner)
    {
        CodeRow[] rows = CodeKeys.Rows();
        int[] keys = CodeKeys.Keys();
        var index = new RowIndex(rows, new PathTree());
        Dictionary<int, CodeRow> dictionary = rows.ToDictionary(row => int.Parse(row.Code, CultureInfo.InvariantCulture));
        Agreement.Check(Work, keys, key => index.Find(key, 0, default, default).Row, key => dictionary.GetValueOrDefault(key));
        double ratio = runner.Compare(Index(index, keys), Dictionary(dictionary, keys)).Ratios[0];
        return [new Figure("÷ Dictionary", ratio) { Bar = 1.0, Stretch = 0.4 }];
    }

    private static Candidate Index(RowIndex index, int[] keys) => new("RowIndex", keys.Length, () =>
    {
        var found = 0;
        VendorResponse noResponse = default;
        JsonView noBody = default;
        foreach (int key in keys)
        {
            found += index.Find(key, 0, noResponse, noBody).Row is null ? 0 : 1;
        }

        return found;
    });

    private static Candidate Dictionary(Dictionary<int, CodeRow> dictionary, int[] keys) => new("Dictionary", keys.Length, () =>
    {
        var found = 0;
        foreach (int key in keys)
        {
            found += dictionary.TryGetValue(key, out _) ? 1 : 0;
        }

        return found;
    });
}
