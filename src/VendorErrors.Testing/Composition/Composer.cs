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
    private const int OrdinarySuccess = 200;
    private const int OrdinaryFailure = 400;

    // A row of any other code yields to a status that says more than that something failed.
    private const int StatusWithoutMeaning = 418;

    /// <summary>The answer of a row; null where nothing that the definition describes carries it.</summary>
    internal static ComposedResponse? TryCompose(Vendor vendor, CodeRow row, string code, ResponseOptions options)
    {
        int? ownStatus = row.IsHttpStatus ? int.Parse(code, CultureInfo.InvariantCulture) : row.OnHttpStatus;
        foreach (Envelope envelope in vendor.Definition.Envelopes.Where(envelope => Carries(envelope, row)).OrderBy(envelope => Names(envelope, code) ? 0 : CarriesCode(envelope) || row.IsHttpStatus ? 1 : 2))
        {
            int status = options.Status ?? ownStatus ?? StatusOf(row, envelope);
            if (Compose(vendor, envelope, status, row, code, options) is { } composed)
            {
                return composed;
            }
        }

        // A vendor whose shapes carry no HTTP status says it by HTTP alone, beside whatever the row asks for.
        return row.IsHttpStatus ? ComposeByStatus(vendor, row, options.Status ?? ownStatus!.Value, options) : null;
    }

    /// <summary>An answer of which nothing is known but its shape; null where template and condition contradict each other.</summary>
    internal static ComposedResponse? ComposeShape(Vendor vendor, Envelope envelope)
    {
        // A shape of failures alone, and one that a header tells apart, is in no success.
        foreach (int status in (int[])[OrdinarySuccess, envelope.FailureStatus ?? OrdinaryFailure, OrdinaryFailure])
        {
            var body = new BodyComposition(vendor, envelope, status, row: null, code: null, new ResponseOptions());
            if (body.TryComposeShape())
            {
                return body.ToResponse();
            }
        }

        return null;
    }

    internal static ComposedResponse? ComposeUnlisted(Vendor vendor, Envelope envelope, string code, ResponseOptions options)
    {
        var body = new BodyComposition(vendor, envelope, options.Status ?? StatusWithoutRow(envelope), row: null, code, options);
        return (CarriesCode(envelope) || CarriesCodeOfResults(envelope)) && body.TryCompose() ? body.ToResponse() : null;
    }

    internal static ComposedResponse ComposeBatch(Vendor vendor, Envelope envelope, IReadOnlyList<VendorItem> failed, int done, ResponseOptions options)
    {
        var body = new BodyComposition(vendor, envelope, options.Status ?? StatusWithoutRow(envelope), row: null, code: null, options);
        return body.TryComposeBatch(failed, done)
            ? body.ToResponse()
            : throw new InvalidOperationException($"The shape '{envelope.Name}' of {vendor.Id} contradicts itself: no batch can be composed.");
    }

    /// <summary>The vendor's own words for an HTTP status, else those of the registry.</summary>
    internal static string ReasonOf(Vendor vendor, int status)
    {
        string text = status.ToString(CultureInfo.InvariantCulture);
        CodeRow? row = vendor.Codes.FirstOrDefault(row => row.IsHttpStatus && string.Equals(row.Code, text, StringComparison.Ordinal)) ?? StatusTable.Find(status).Row;
        return row is { LastCode: null } ? row.Name : status is >= 200 and < 300 ? "OK" : "Unknown";
    }

    private static ComposedResponse? Compose(Vendor vendor, Envelope envelope, int status, CodeRow row, string? code, ResponseOptions options)
    {
        var body = new BodyComposition(vendor, envelope, status, row, code, options);
        return body.TryCompose() ? body.ToResponse() : null;
    }

    private static ComposedResponse? ComposeByStatus(Vendor vendor, CodeRow row, int status, ResponseOptions options) =>
        (row.When is null ? null : vendor.Definition.Envelopes.Where(envelope => !Carries(envelope, row)).Select(envelope => Compose(vendor, envelope, status, row, code: null, options)).FirstOrDefault(composed => composed is not null))
        ?? ComposeWithoutShape(vendor, row, status, options);

    private static ComposedResponse? ComposeWithoutShape(Vendor vendor, CodeRow row, int status, ResponseOptions options)
    {
        var draft = new Draft(new MemberTree(), seesHeaders: status is not (>= 200 and < 300));
        if (!TrySetWait(options, draft) || (row.When is not null && !ConditionSetter.TrySatisfy(row.When, draft)))
        {
            return null;
        }

        (string method, string path) = Operations.Split(options.Operation ?? row.Operation ?? $"{OrdinaryMethod} {OrdinaryPath}");
        string? text = draft.Body.IsEmpty ? options.Message : draft.Body.ToText();
        return new ComposedResponse(vendor, status, text ?? string.Empty, method, path)
        {
            ContentType = text is null ? null : draft.Body.IsEmpty ? "text/plain; charset=utf-8" : draft.Body.ContentType,
            Headers = [.. options.WaitHint is null ? BodyComposition.RetryAfter(options.Wait) : [], .. draft.Headers],
        };
    }

    // A message that says its wait is one of a shape.
    private static bool TrySetWait(ResponseOptions options, Draft draft) =>
        options is not { Wait: { } wait, WaitHint: { } hint } || (hint.Source != WaitSource.MessageText && WaitComposition.TrySet(hint, wait, options.Time, draft));

    private static bool Carries(Envelope envelope, CodeRow row) =>
        row.IsHttpStatus
            ? (envelope.CodeMeaning == CodeMeaning.HttpStatus && envelope.Code.Count > 0) || (row.Outcome == VendorOutcome.Failure && envelope.Items is { Failed: null, Status: not null })
            : envelope.CodeMeaning != CodeMeaning.HttpStatus
                && string.Equals(envelope.Space, row.Section!.Space, StringComparison.Ordinal)
                && (envelope.Code.Count > 0 || CarriesCodeOfResults(envelope) || (row.Outcome == VendorOutcome.Failure && CarriesCode(envelope)));

    internal static bool CarriesCode(Envelope envelope) => envelope.Code.Count > 0 || envelope.Items is { Code.Count: > 0, Failed: null };

    /// <summary>Whether the code of a result that was not done has a place, and the answer itself has none.</summary>
    internal static bool CarriesCodeOfResults(Envelope envelope) => envelope.Code.Count == 0 && envelope.Items is { Code.Count: > 0, Failed: not null };

    /// <summary>Whether the template of the shape shows a second code.</summary>
    internal static bool ShowsInnerCode(Envelope envelope) =>
        new Draft(new MemberTree(envelope.Template), seesHeaders: false) is var shown && envelope.InnerCode.Any(shown.IsFilled);

    private static int StatusWithoutRow(Envelope envelope) => envelope.OnlyOnFailure ? OrdinaryFailure : OrdinarySuccess;

    /// <summary>Whether this very code selects the shape, as the word REJECTED tells a shape of its own.</summary>
    private static bool Names(Envelope envelope, string code) => envelope.Code.Any(source => ConditionSetter.Names(envelope.When, source, code));

    private static int StatusOf(CodeRow row, Envelope envelope) =>
        row.Category is not { } category ? OrdinarySuccess
        : row.IsAnyCode ? envelope.FailureStatus ?? (envelope.OnlyOnFailure ? StatusWithoutMeaning : OrdinarySuccess)
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
