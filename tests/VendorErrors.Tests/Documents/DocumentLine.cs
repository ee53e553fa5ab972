using System.Globalization;
using VendorErrors.Definitions;

namespace VendorErrors.Tests.Documents;

/// <summary>What a document says about one code, as a line of the lists in this folder writes it; <c>-</c> stands for nothing.</summary>
internal sealed class DocumentLine
{
    internal const string Unlisted = "unlisted";

    private const int KeyColumns = 3;
    private const string Nothing = "-";

    // The reason for a reading is for people; all other cells are compared.
    internal static readonly string[] Columns = ["space", "code", "where", "name", "meaning", "effect", "wait", "retries", "words", "basis", "document", "reason"];

    private readonly string[] _cells;

    private DocumentLine(params string[] cells) => _cells = cells;

    /// <summary>Which row the line is about: number space, code or range, and where it holds.</summary>
    internal string Key => string.Join(' ', _cells.Take(KeyColumns).Where(cell => !string.Equals(cell, Nothing, StringComparison.Ordinal)));

    /// <summary>Whether the line says that the vendor does not explain the code, so that the catalog has to leave it out.</summary>
    internal bool IsUnlisted => string.Equals(this["meaning"], Unlisted, StringComparison.Ordinal);

    internal string this[string column] => _cells[Array.IndexOf(Columns, column)];

    internal static DocumentLine Parse(string text)
    {
        string[] cells = text.Split('\t');
        return cells.Length == Columns.Length ? new DocumentLine(cells) : throw new FormatException($"The line '{text}' has {cells.Length} cells and not {Columns.Length}, separated by tabs; - stands for nothing.");
    }

    /// <summary>The line that a row of the catalog would have.</summary>
    internal static DocumentLine Of(CodeRow row) => new(
        row.IsHttpStatus ? "http" : OrNothing(row.Section!.Space),
        row.LastCode is null ? row.Code : $"{row.Code}..{row.LastCode}",
        WhereOf(row),
        row.Name,
        SnakeCase.Of((object?)row.Category ?? row.Outcome),
        SnakeCase.Of(row.EffectiveEffect),
        row.Wait is { } wait ? FormattableString.Invariant($"{wait.TotalSeconds}s{(row.WaitDoubles ? " doubling" : null)}") : Nothing,
        row.MaxRetryAttempts?.ToString(CultureInfo.InvariantCulture) ?? Nothing,
        OrNothing(string.Join("; ", row.Refinements.Select(rule => $"{rule.Contains} > {SnakeCase.Of(rule.Category)}"))),
        SnakeCase.Of(row.Basis),
        row.Source!.Title,
        Nothing);

    /// <summary>In which cells another line of the same key differs.</summary>
    internal IEnumerable<string> DifferencesFrom(DocumentLine other) => Columns
        .Where((column, i) => !string.Equals(column, "reason", StringComparison.Ordinal) && !string.Equals(_cells[i], other._cells[i], StringComparison.Ordinal))
        .Select(column => $"{Key}: {column} is '{this[column]}' on the list and '{other[column]}' in the catalog");

    private static string WhereOf(CodeRow row) => OrNothing(string.Join("; ", new[]
    {
        row.Operation,
        row.OnHttpStatus is { } status ? FormattableString.Invariant($"status {status}") : null,
        row.When is null ? null : $"when {row.When}",
    }.Where(condition => condition is not null)));

    private static string OrNothing(string text) => text.Length == 0 ? Nothing : text;
}
