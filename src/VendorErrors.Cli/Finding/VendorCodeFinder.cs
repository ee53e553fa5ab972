using System.Globalization;
using VendorErrors.Cli.Input;
using VendorErrors.Cli.Output;
using VendorErrors.Definitions;

namespace VendorErrors.Cli.Finding;

/// <summary>Finds a code where it is known whose it is.</summary>
internal static class VendorCodeFinder
{
    internal static IReadOnlyList<Found> Find(ReasonCatalog catalog, string code)
    {
        EventEntry[] entries = [.. EventEntry.Of(catalog)];
        Found[] found = Find(code, entries.Select(entry => entry.Row.Code), reading => [.. EventExplanation.Find(entries, reading).Select(entry => new FoundReason(catalog.Id, entry))]);
        return found.Length > 0 ? found : throw new UsageException($"{catalog.Id} has no code '{code}' in the catalog; all: vendor-errors codes --catalog {catalog.Id}");
    }

    internal static IReadOnlyList<Found> Find(Vendor vendor, string code, RowChoice choice)
    {
        Found[] found = Find(code, vendor.Codes.Select(row => row.Code), reading => In(vendor, reading, choice));
        return found.Length > 0
            ? found
            : throw new UsageException($"{vendor.Id} has no code '{code}' in the catalog; nearest: {Nearest(vendor, code)}; all: vendor-errors codes --vendor {vendor.Id}");
    }

    // The first reading that is listed counts; the value of a hexadecimal code only where the code itself is not.
    private static Found[] Find(string code, IEnumerable<string> codes, Func<string, Found[]> find)
    {
        string[] readings = WordReadings.Of(code);
        Found[] found = readings.Select(find).FirstOrDefault(list => list.Length > 0, []);
        if (found.Length > 0)
        {
            return found;
        }

        string[] written = HexadecimalCode.Of(readings[^1], codes);
        found = [.. written.SelectMany(find)];
        if (found.Select(one => string.Join('\n', one.Cells.Skip(2))).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            throw new UsageException($"'{code}' may be {string.Join(" or ", written)}");
        }

        if (found.Length > 0)
        {
            Console.Error.WriteLine($"{Printable.Of(code)}: read as {string.Join(" and ", written)}");
        }

        return found;
    }

    private static Found[] In(Vendor vendor, string code, RowChoice choice)
    {
        CodeRow[] rows = RowsOf(vendor, code);
        CodeRow[] chosen = choice.Among(rows);
        if (rows.Length > 0 && chosen.Length == 0)
        {
            throw new UsageException($"{vendor.Id} has the code '{code}' only {string.Join(", ", rows.Select(Where).Distinct(StringComparer.Ordinal))}");
        }

        IEnumerable<EventEntry> events = choice.IsOpen ? EventExplanation.Find(EventEntry.Of(vendor), code) : [];
        return [.. chosen.Select(row => new FoundCode(vendor, row)), .. events.Select(entry => new FoundReason(vendor.Id, entry))];
    }

    private static string Where(CodeRow row) => $"{(row.Operation is { } operation ? $"at {operation}" : null)}{(row.OnHttpStatus is { } status ? $" with HTTP {status}" : null)}".Trim();

    private static CodeRow[] RowsOf(Vendor vendor, string code)
    {
        CodeRow[] exact = [.. vendor.Codes.Where(row => row.LastCode is null && string.Equals(row.Code, code, StringComparison.OrdinalIgnoreCase))];
        return exact.Length > 0 ? exact : [.. vendor.Codes.Where(row => IsInRange(row, code))];
    }

    private static bool IsInRange(CodeRow row, string code) =>
        row.LastCode is not null
        && long.TryParse(code, CultureInfo.InvariantCulture, out long number)
        && long.TryParse(row.Code, CultureInfo.InvariantCulture, out long first)
        && long.TryParse(row.LastCode, CultureInfo.InvariantCulture, out long last)
        && number >= Math.Min(first, last) && number <= Math.Max(first, last);

    private static string Nearest(Vendor vendor, string code) => string.Join(", ", EditDistance.Nearest(code, vendor.Codes.Select(row => row.Code).Distinct(StringComparer.Ordinal), 3));
}
