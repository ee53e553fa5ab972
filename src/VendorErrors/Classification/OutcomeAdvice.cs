using VendorErrors.Classification.Bodies;
using VendorErrors.Classification.Gateways;

namespace VendorErrors.Classification;

/// <summary>What a person should do where the category alone does not say.</summary>
internal static class OutcomeAdvice
{
    private static readonly Advice s_warning = new("Read the warning; nothing needs to be sent again.", Audience.Operator);
    private static readonly Advice s_partial = new("Send only the failed items again, never the whole request.", Audience.Program);
    private static readonly Advice s_partlyUnknown = new("Check first what happened to the items that report neither; send again only those that failed.", Audience.Program);
    private static readonly Advice s_accepted = new("Wait for the final outcome; do not send again.", Audience.Program);
    private static readonly Advice s_notExecuted = new("Nothing was done, so it may be sent again; if it persists, ask the vendor.", Audience.Program);
    private static readonly Advice s_quotaWithReset = new("Wait until the quota resets, or buy more volume.", Audience.AccountOwner);

    private static readonly Advice s_nothingSaid = new("This answer does not say what happened; check its HTTP status.", Audience.Developer);

    private static readonly Advice s_page = new("A page for people answered, not the API: find the proxy, firewall or login page in between.", Audience.Operator);

    internal static Advice? Of(in Verdict verdict, in Reading reading, GatewayFinding? gateway, ErrorCategory category, in RetryAdvice retry)
    {
        switch (verdict.Outcome)
        {
            case VendorOutcome.SuccessWithWarning:
                return s_warning;
            case VendorOutcome.PartialSuccess:
                return verdict.Items.SomeUnknown ? s_partlyUnknown : s_partial;
            case VendorOutcome.Accepted:
                return s_accepted;
            case not VendorOutcome.Failure:
                return null;
        }

        if (verdict.IsBoundByStatus)
        {
            return verdict.StatusRow!.Advice ?? CategoryTable.Of(verdict.StatusRow.Category!.Value).Advice;
        }

        CategoryFacts facts = CategoryTable.Of(category);
        if (verdict.Row?.Advice is { } own && category == verdict.Category)
        {
            return own;
        }

        // Whoever wrote a page knows nothing of the rights that a key has at the vendor.
        if (facts.Group == ErrorGroup.Access && category == verdict.Category && reading.Envelope is null)
        {
            Advice? ofPage = gateway is { IsSure: true } ? gateway.Gateway.Refused : reading.Kind == BodyKind.Html ? s_page : null;
            if (ofPage is not null)
            {
                return ofPage;
            }
        }

        if (category == ErrorCategory.Unrecognized && !verdict.Code.HasValue && !verdict.Items.Any)
        {
            return s_nothingSaid;
        }

        return facts.Effect == Effect.Unknown && verdict.Effect == Effect.None && facts.Group == ErrorGroup.Vendor ? s_notExecuted
            : category == ErrorCategory.QuotaExhausted && retry.Disposition == RetryDisposition.AfterDelay ? s_quotaWithReset
            : facts.Advice;
    }
}
