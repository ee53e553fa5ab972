using VendorErrors.Definitions;

namespace VendorErrors.Cli.Finding;

/// <summary>Which rows of one code are meant: those of a request, or of an HTTP status.</summary>
/// <param name="Method">The method of the request; null of any.</param>
/// <param name="Path">The path of the request; null where it is not known.</param>
/// <param name="Status">The HTTP status; null where it is not known.</param>
internal sealed record RowChoice(string? Method, string? Path, int? Status)
{
    /// <summary>Whether nothing is chosen: every row is meant.</summary>
    internal bool IsOpen => this is { Method: null, Path: null, Status: null };

    /// <summary>The rows that fit; of these those for the very operation, then those for the very status, where there are any.</summary>
    internal CodeRow[] Among(CodeRow[] rows)
    {
        CodeRow[] fitting = [.. rows.Where(Fits)];
        fitting = Path is null ? fitting : Prefer(fitting, row => row.Operation is not null);
        return Status is null ? fitting : Prefer(fitting, row => row.OnHttpStatus is not null);
    }

    private static CodeRow[] Prefer(CodeRow[] rows, Func<CodeRow, bool> isOwn) => rows.Any(isOwn) ? [.. rows.Where(isOwn)] : rows;

    private bool Fits(CodeRow row) =>
        (row.Operation is null || Path is null || new OperationArea(Method is null ? WithoutMethod(row.Operation) : row.Operation).Matches(Method, Path))
        && (row.OnHttpStatus is null || Status is null || row.OnHttpStatus == Status);

    private static string WithoutMethod(string operation) => operation[(operation.IndexOf(' ', StringComparison.Ordinal) + 1)..];
}
