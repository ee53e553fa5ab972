namespace VendorErrors.Testing;

/// <summary>
/// Verdicts in one line, for unit tests of code that reads them: each is what the vendor's own answer is classified as. Pure and safe for use by
/// several threads.
/// </summary>
/// <example>
/// <code>
/// VendorResult busy = VendorResults.Failure(Vendor.TalkdeskDialer, "10");
/// </code>
/// </example>
public static class VendorResults
{
    /// <summary>The plain success of a vendor.</summary>
    /// <param name="vendor">The vendor.</param>
    public static VendorResult Success(Vendor vendor) => VendorResponses.Success(vendor).Classify();

    /// <summary>The failure with a cataloged code.</summary>
    /// <param name="vendor">The vendor.</param>
    /// <param name="code">The code, as the catalog lists it.</param>
    /// <param name="options">What else the answer says. Default: what the vendor's documents show.</param>
    /// <exception cref="ArgumentException">The catalog has no such code, or it is no failure.</exception>
    public static VendorResult Failure(Vendor vendor, string code, ResponseOptions? options = null) => VendorResponses.For(vendor, code, options).Classify() is { IsFailure: true } failure
        ? failure
        : throw new ArgumentException($"The code '{code}' of {vendor} is no failure.", nameof(code));

    /// <summary>The failure that a bare HTTP status is, as of a gateway.</summary>
    /// <param name="vendor">The vendor.</param>
    /// <param name="status">The HTTP status, 400 to 599.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is no status of a failure.</exception>
    public static VendorResult Failure(Vendor vendor, int status) => status is >= 400 and <= 599
        ? VendorResponses.Status(vendor, status).Classify()
        : throw new ArgumentOutOfRangeException(nameof(status), status, "A status of a failure is from 400 to 599.");

    /// <summary>A batch of which some entries were not done.</summary>
    /// <param name="vendor">The vendor.</param>
    /// <param name="failed">The entries that were not done; their code, message and id are used.</param>
    /// <exception cref="ArgumentException">No entry failed, or the vendor has no answer with results per entry.</exception>
    public static VendorResult PartialSuccess(Vendor vendor, params VendorItem[] failed) => failed is { Length: > 0 }
        ? VendorResponses.Batch(vendor, failed, done: 1).Classify()
        : throw new ArgumentException("A partial success has at least one entry that was not done.", nameof(failed));
}
