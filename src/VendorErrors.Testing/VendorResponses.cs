using VendorErrors.Definitions;
using VendorErrors.Testing.Composition;

namespace VendorErrors.Testing;

/// <summary>
/// Answers of any vendor, composed from its definition in its own shape. What is composed for a code is classified as that code: the
/// conformance kit proves it for every row. Pure and safe for use by several threads.
/// </summary>
/// <example>
/// <code>
/// ComposedResponse expired = VendorResponses.For(Vendor.YeastarPSeries, "10004");
/// ComposedResponse limited = VendorResponses.For(Vendor.TalkdeskDialer, "10", new ResponseOptions { Wait = TimeSpan.FromSeconds(30) });
/// </code>
/// </example>
public static class VendorResponses
{
    /// <summary>The answer with a cataloged code.</summary>
    /// <param name="vendor">The vendor.</param>
    /// <param name="code">The code, as it is in the catalog, or one that a range or a star of it is for.</param>
    /// <param name="options">What else it says. Default: what the vendor's documents show.</param>
    /// <exception cref="ArgumentException">The catalog has no such code; the message names near ones.</exception>
    /// <exception cref="InvalidOperationException">The definition contradicts itself: nothing it describes carries the code. The conformance kit says why.</exception>
    public static ComposedResponse For(Vendor vendor, string code, ResponseOptions? options = null)
    {
        _ = vendor ?? throw new ArgumentNullException(nameof(vendor));
        _ = code ?? throw new ArgumentNullException(nameof(code));
        CodeRow row = RowChoice.Find(vendor, code, options?.Operation)
            ?? throw new ArgumentException($"{RowChoice.Missing(vendor, code)} One that is not listed is composed by VendorResponses.Unlisted.", nameof(code));
        return Composer.TryCompose(vendor, row, RowChoice.CodeOf(vendor, row, code), options ?? new ResponseOptions()) ?? throw Contradiction(vendor, row);
    }

    /// <summary>The answer of a row of the catalog, at the row's own operation and HTTP status.</summary>
    /// <param name="vendor">The vendor.</param>
    /// <param name="row">One of <see cref="Vendor.Codes"/>.</param>
    /// <param name="options">What else it says. Default: what the vendor's documents show.</param>
    /// <exception cref="ArgumentException">The row is not one of the vendor.</exception>
    /// <exception cref="InvalidOperationException">The definition contradicts itself: nothing it describes carries the row. The conformance kit says why.</exception>
    public static ComposedResponse For(Vendor vendor, CodeRow row, ResponseOptions? options = null)
    {
        _ = vendor ?? throw new ArgumentNullException(nameof(vendor));
        _ = row ?? throw new ArgumentNullException(nameof(row));
        return vendor.Codes.Contains(row)
            ? TryCompose(vendor, row, options) ?? throw Contradiction(vendor, row)
            : throw new ArgumentException($"The row '{row}' is not a row of {vendor.Id}.", nameof(row));
    }

    /// <summary>The answer with a code that the catalog does not know, in the first of the vendor's shapes that carries codes.</summary>
    /// <param name="vendor">The vendor.</param>
    /// <param name="code">The code.</param>
    /// <param name="options">What else it says. Default: HTTP status 200, or 400 where the shape is one of failures alone, and the code for its words.</param>
    /// <exception cref="ArgumentException">No shape of the vendor's answers carries a code.</exception>
    public static ComposedResponse Unlisted(Vendor vendor, string code, ResponseOptions? options = null)
    {
        _ = vendor ?? throw new ArgumentNullException(nameof(vendor));
        _ = code ?? throw new ArgumentNullException(nameof(code));
        return vendor.Definition.Envelopes.OrderBy(envelope => Composer.CarriesCode(envelope) ? 0 : 1).Select(envelope => Composer.ComposeUnlisted(vendor, envelope, code, options ?? new ResponseOptions())).FirstOrDefault(composed => composed is not null)
            ?? throw new ArgumentException($"No shape of {vendor.Id}'s answers carries a code.", nameof(vendor));
    }

    /// <summary>The plain success of a vendor.</summary>
    /// <param name="vendor">The vendor.</param>
    /// <param name="options">What else it says. Default: what the vendor's documents show.</param>
    public static ComposedResponse Success(Vendor vendor, ResponseOptions? options = null)
    {
        _ = vendor ?? throw new ArgumentNullException(nameof(vendor));
        CodeRow[] rows = [.. vendor.Codes.Where(row => row.Outcome == VendorOutcome.Success && row.Operation is null && !row.IsHttpStatus)];
        return rows.Length == 0
            ? new ComposedResponse(vendor, 200, "{}", Composer.OrdinaryMethod, Composer.OrdinaryPath)
            : rows.Select(row => TryCompose(vendor, row, options)).FirstOrDefault(composed => composed is not null) ?? throw Contradiction(vendor, rows[0]);
    }

    private static ComposedResponse? TryCompose(Vendor vendor, CodeRow row, ResponseOptions? options) =>
        RowChoice.CodesOf(vendor, row).Select(code => Composer.TryCompose(vendor, row, code, options ?? new ResponseOptions())).FirstOrDefault(composed => composed is not null);

    private static InvalidOperationException Contradiction(Vendor vendor, CodeRow row) => new($"No shape of {vendor.Id}'s answers carries the code '{row}'.");

    /// <summary>The answer to a batch of which some entries were not done.</summary>
    /// <param name="vendor">The vendor.</param>
    /// <param name="failed">The entries that were not done; their code, message and id are used.</param>
    /// <param name="done">How many entries were done, 0 or more. Default: none.</param>
    /// <param name="options">What else it says. Default: what the vendor's documents show.</param>
    /// <exception cref="ArgumentException">The vendor has no answer with results per entry.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="done"/> is negative.</exception>
    public static ComposedResponse Batch(Vendor vendor, IReadOnlyList<VendorItem> failed, int done = 0, ResponseOptions? options = null)
    {
        _ = vendor ?? throw new ArgumentNullException(nameof(vendor));
        _ = failed ?? throw new ArgumentNullException(nameof(failed));
        _ = done >= 0 ? done : throw new ArgumentOutOfRangeException(nameof(done), $"{done} entries cannot be done.");
        return vendor.Definition.Envelopes.FirstOrDefault(envelope => envelope.Items is { Failed: not null }) is { } envelope
            ? Composer.ComposeBatch(vendor, envelope, failed, done, options ?? new ResponseOptions())
            : throw new ArgumentException($"{vendor.Id} has no answer with results per entry.", nameof(vendor));
    }

    /// <summary>A page for people, as a gateway in front of a vendor sends it when the vendor does not answer it.</summary>
    /// <param name="vendor">The vendor.</param>
    /// <param name="status">The HTTP status, 400 to 599. Default: 502.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not a failure status.</exception>
    public static ComposedResponse GatewayPage(Vendor vendor, int status = 502)
    {
        _ = vendor ?? throw new ArgumentNullException(nameof(vendor));
        _ = status is >= 400 and <= 599 ? status : throw new ArgumentOutOfRangeException(nameof(status), $"{status} is not a failure status; it must be from 400 to 599.");
        string reason = $"{status} {Composer.ReasonOf(vendor, status)}";
        return new ComposedResponse(vendor, status, $"<html>\r\n<head><title>{reason}</title></head>\r\n<body>\r\n<center><h1>{reason}</h1></center>\r\n</body>\r\n</html>\r\n", Composer.OrdinaryMethod, Composer.OrdinaryPath)
        {
            ContentType = "text/html",
        };
    }

    /// <summary>A bare HTTP status without a body.</summary>
    /// <param name="vendor">The vendor.</param>
    /// <param name="status">The HTTP status, 100 to 599.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such status.</exception>
    public static ComposedResponse Status(Vendor vendor, int status)
    {
        _ = vendor ?? throw new ArgumentNullException(nameof(vendor));
        return new ComposedResponse(vendor, status, string.Empty, Composer.OrdinaryMethod, Composer.OrdinaryPath);
    }
}
