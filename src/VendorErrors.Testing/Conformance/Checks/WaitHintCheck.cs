using VendorErrors.Definitions;
using VendorErrors.Testing.Composition;

namespace VendorErrors.Testing.Conformance.Checks;

/// <summary>A wait that is said in one of the vendor's own places is read from it, in its unit.</summary>
internal static class WaitHintCheck
{
    private const int TooManyRequests = 429;

    // A whole number in every unit.
    private static readonly TimeSpan s_wait = TimeSpan.FromMinutes(2);

    internal static IEnumerable<ConformanceCase> Of(Vendor vendor) =>
    [
        new(vendor, "vendor's own waits are read", "the wait hints", () => vendor.Definition.WaitHints.Select(hint => FaultOf(vendor, hint)).FirstOrDefault(fault => fault is not null)),
    ];

    private static string? FaultOf(Vendor vendor, WaitHint hint)
    {
        if (Compose(vendor, hint) is not { } response)
        {
            return $"no answer can say the wait of '{hint.Name}'; correct its place, or remove it.";
        }

        RetryAdvice retry = response.Classify().Retry;
        return retry.MinimumWait == s_wait && retry.WaitSource == hint.Source
            ? null
            : $"of {Texts.Of(response)} with the headers {string.Join(", ", response.Headers.Select(header => $"{header.Key}: {header.Value}"))} the wait is read as {(retry.MinimumWait is { } wait ? $"{wait} from {SnakeCase.Of(retry.WaitSource)}" : "(none)")} instead of {s_wait} from {SnakeCase.Of(hint.Source)}; look at the place and the unit of '{hint.Name}'.";
    }

    /// <summary>An answer of a limit, which alone is asked for such a wait: one of the catalog, one with an unlisted code, or one without any shape.</summary>
    private static ComposedResponse? Compose(Vendor vendor, WaitHint hint)
    {
        var options = new ResponseOptions { Wait = s_wait, WaitHint = hint };
        ComposedResponse? ofRow = vendor.Codes.Where(row => IsLimit(row) && !(row.Wait >= s_wait)).Select(row => Texts.TryCompose(vendor, row, options)).FirstOrDefault(response => response is not null);
        return ofRow
            ?? vendor.Definition.Envelopes.Select(envelope => Texts.TryCompose(() => Composer.ComposeUnlisted(vendor, envelope, "987654", options with { Status = TooManyRequests }))).FirstOrDefault(response => response is not null)
            ?? WithoutShape(vendor, hint);
    }

    private static bool IsLimit(CodeRow row) => row.Category is { } category && category.ToGroup() == ErrorGroup.Limit && category.ToRetryDisposition() == RetryDisposition.AfterDelay;

    private static ComposedResponse? WithoutShape(Vendor vendor, WaitHint hint)
    {
        var draft = new Draft(new MemberTree(), seesHeaders: true);
        return hint.Source != WaitSource.MessageText && WaitComposition.TrySet(hint, s_wait, new ResponseOptions().Time, draft)
            ? new ComposedResponse(vendor, TooManyRequests, draft.Body.ToText(), Composer.OrdinaryMethod, Composer.OrdinaryPath) { Headers = draft.Headers }
            : null;
    }
}
