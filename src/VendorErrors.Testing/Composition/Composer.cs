using System.Globalization;
using VendorErrors.Classification;
using VendorErrors.Definitions;

namespace VendorErrors.Testing.Composition;

/// <summary>
/// Composes answers from a definition: the shape that carries the row's code, its template, the code at the code's path, the
/// conditions of shape and row met. The inverse of classification.
/// </summary>
internal static class Composer
{
    internal const string OrdinaryMethod = "POST";
    internal const string OrdinaryPath = "/some/ordinary/resource";

    internal static ComposedResponse Compose(Vendor vendor, CodeRow row, string code, ResponseOptions options)
    {
        int? ownStatus = row.IsHttpStatus ? int.Parse(code, CultureInfo.InvariantCulture) : row.OnHttpStatus;
        foreach (Envelope envelope in vendor.Definition.Envelopes.Where(envelope => Carries(envelope, row)).OrderBy(envelope => Names(envelope, code) ? 0 : CarriesCode(envelope) || row.IsHttpStatus ? 1 : 2))
        {
            int status = options.Status ?? ownStatus ?? StatusOf(row, envelope);
            var body = new BodyComposition(envelope, status, ReasonOf(vendor, status), row, code, options);
            if (body.TryCompose())
            {
                return body.ToResponse(vendor);
            }
        }

        // A vendor whose shapes carry no HTTP status says it by HTTP alone.
        return row.IsHttpStatus
            ? Respond(vendor, options.Status ?? ownStatus!.Value, options)
            : throw new InvalidOperationException($"No shape of {vendor.Id}'s answers carries the code '{row}'.");
    }

    /// <summary>An answer of which nothing is known but its shape; null where template and condition contradict each other.</summary>
    internal static ComposedResponse? ComposeShape(Vendor vendor, Envelope envelope)
    {
        const int status = 200;
        var body = new BodyComposition(envelope, status, ReasonOf(vendor, status), row: null, code: null, new ResponseOptions());
        return body.TryComposeShape() ? body.ToResponse(vendor) : null;
    }

    internal static ComposedResponse? ComposeUnlisted(Vendor vendor, Envelope envelope, string code, ResponseOptions options)
    {
        int status = options.Status ?? 200;
        var body = new BodyComposition(envelope, status, ReasonOf(vendor, status), row: null, code, options);
        return (CarriesCode(envelope) || CarriesCodeOfResults(envelope)) && body.TryCompose() ? body.ToResponse(vendor) : null;
    }

    internal static ComposedResponse ComposeBatch(Vendor vendor, Envelope envelope, IReadOnlyList<VendorItem> failed, int done, ResponseOptions options)
    {
        int status = options.Status ?? 200;
        var body = new BodyComposition(envelope, status, ReasonOf(vendor, status), row: null, code: null, options);
        return body.TryComposeBatch(failed, done)
            ? body.ToResponse(vendor)
            : throw new InvalidOperationException($"The shape '{envelope.Name}' of {vendor.Id} contradicts itself: no batch can be composed.");
    }

    /// <summary>The vendor's own words for an HTTP status, else those of the registry.</summary>
    internal static string ReasonOf(Vendor vendor, int status)
    {
        string text = status.ToString(CultureInfo.InvariantCulture);
        CodeRow? row = vendor.Codes.FirstOrDefault(row => row.IsHttpStatus && string.Equals(row.Code, text, StringComparison.Ordinal)) ?? StatusTable.Find(status).Row;
        return row is { LastCode: null } ? row.Name : status is >= 200 and < 300 ? "OK" : "Unknown";
    }

    private static ComposedResponse Respond(Vendor vendor, int status, ResponseOptions options)
    {
        (string method, string path) = Operations.Split(options.Operation ?? $"{OrdinaryMethod} {OrdinaryPath}");
        return new ComposedResponse(vendor, status, options.Message ?? string.Empty, method, path)
        {
            ContentType = options.Message is null ? null : "text/plain; charset=utf-8",
            Headers = BodyComposition.RetryAfter(options.Wait),
        };
    }

    private static bool Carries(Envelope envelope, CodeRow row) =>
        row.IsHttpStatus
            ? (envelope.CodeMeaning == CodeMeaning.HttpStatus && envelope.Code.Count > 0) || (row.Outcome == VendorOutcome.Failure && envelope.Items is { Failed: null, Status: not null })
            : envelope.CodeMeaning != CodeMeaning.HttpStatus
                && string.Equals(envelope.Space, row.Section!.Space, StringComparison.Ordinal)
                && (CarriesCode(envelope) || (row.Outcome == VendorOutcome.Failure && CarriesCodeOfResults(envelope)));

    internal static bool CarriesCode(Envelope envelope) => envelope.Code.Count > 0 || envelope.Items is { Code.Count: > 0, Failed: null };

    /// <summary>Whether the code of a result that was not done has a place, and the answer itself has none.</summary>
    internal static bool CarriesCodeOfResults(Envelope envelope) => envelope.Code.Count == 0 && envelope.Items is { Code.Count: > 0, Failed: not null };

    /// <summary>Whether this very code selects the shape, as the word REJECTED tells a shape of its own.</summary>
    private static bool Names(Envelope envelope, string code) => envelope.Code.Any(path => ConditionSetter.Names(envelope.When, path, code));

    private static int StatusOf(CodeRow row, Envelope envelope) =>
        row.Category is not { } category ? 200
        : envelope.FailureStatus ?? (CarriesCodeOfResults(envelope) ? 200 : category.ToGroup() == ErrorGroup.Request ? 400 : FittingStatus(category));

    /// <summary>The HTTP status that the category is exported as where it comes back as that category, else the first one that does.</summary>
    private static int FittingStatus(ErrorCategory category)
    {
        int exported = category.ToHttpStatus() ?? 500;
        return StatusTable.Find(exported).Row?.Category == category ? exported
            : StatusTable.Section.Rows.FirstOrDefault(row => row.Category == category && row.LastCode is null) is { } row ? int.Parse(row.Code, CultureInfo.InvariantCulture)
            : exported;
    }
}
