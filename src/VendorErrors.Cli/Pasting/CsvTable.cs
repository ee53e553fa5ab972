using System.Globalization;
using VendorErrors.Cli.Input;

namespace VendorErrors.Cli.Pasting;

/// <summary>A CSV file with a column of bodies, as a spreadsheet or a query of a log exports it. Its cells have one character for each byte.</summary>
internal sealed class CsvTable
{
    private const string BodyColumn = "body";

    private readonly string[] _columns;
    private readonly int _body;

    private CsvTable(string[] columns, int body, List<string[]> rows)
    {
        _columns = columns;
        _body = body;
        Rows = rows;
    }

    internal IReadOnlyList<string[]> Rows { get; }

    /// <summary>The table; null where the first line is no header with a column of bodies.</summary>
    /// <param name="paste">What may be one.</param>
    /// <param name="bodyField">The column that was asked for. Default: <c>body</c>.</param>
    internal static CsvTable? Find(PastedAnswer paste, string? bodyField)
    {
        if (paste.Body.AsSpan().TrimStart(" \t\r\n"u8) is [] or [(byte)'{' or (byte)'[' or (byte)'<', ..])
        {
            return null;
        }

        string text = paste.Text;

        foreach (char separator in (ReadOnlySpan<char>)[',', ';', '\t'])
        {
            var reader = new CsvReader(text, separator);
            if (reader.ReadRow() is { Length: > 1 } columns && IndexOf(columns, bodyField ?? BodyColumn) is >= 0 and var body)
            {
                return new CsvTable(columns, body, ReadRows(reader, columns.Length));
            }
        }

        return null;
    }

    internal string BodyOf(string[] row) => row[_body];

    /// <summary>A cell that holds something; null otherwise.</summary>
    internal string? Cell(string[] row, string column) => IndexOf(_columns, column) is >= 0 and var i && row[i].Trim() is { Length: > 0 } text ? text : null;

    private static List<string[]> ReadRows(CsvReader reader, int columns)
    {
        List<string[]> rows = [];
        while (reader.ReadRow() is { } row)
        {
            rows.Add(row.Length == columns
                ? row
                : throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"row {rows.Count + 1} of the CSV file has {row.Length} cells, and its header line {columns}")));
        }

        return reader.IsBroken ? throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"row {rows.Count + 1} of the CSV file has a quote without an end, or text after one"))
            : rows.Count == 0 ? throw new UsageException("the CSV file has a header line and no rows")
            : rows;
    }

    private static int IndexOf(string[] columns, string name) => Array.FindIndex(columns, column => string.Equals(column.Trim(), name, StringComparison.OrdinalIgnoreCase));
}
