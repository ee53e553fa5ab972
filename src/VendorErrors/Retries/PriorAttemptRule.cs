namespace VendorErrors.Retries;

/// <summary>
/// Reads an answer in the light of what was tried before: after an attempt whose effect is unknown, "already exists" on a create and
/// "not found" on a delete are probably our own earlier success. Any other refusal is of the last attempt alone, and leaves open what became
/// of the first.
/// </summary>
internal static class PriorAttemptRule
{
    private static readonly Advice s_useExisting = new("An earlier attempt probably succeeded: use the existing one.", Audience.Program);
    private static readonly Advice s_checkFirst = new("Check first whether it happened: this refusal is of the last address and attempt alone.", Audience.Program);
    private static readonly Advice s_isDeleted = new("An earlier attempt probably succeeded: it is deleted.", Audience.Program);

    internal static VendorResult Reconsider(in VendorResult result, in VendorOperation operation, in RetryState state)
    {
        if (result.Error is not { } error || !(state.EffectWasUnknown || state.WasRedirected))
        {
            return result;
        }

        if (state.EffectWasUnknown && AdviceOn(operation.Purpose, error.Category) is { } advice)
        {
            return With(error, Effect.Applied, retry: default, advice, "earlier attempt", "its effect was unknown, so this answer is probably about our own success");
        }

        if (error.Effect != Effect.None || operation.Safety == OperationSafety.Read)
        {
            return result;
        }

        return state.EffectWasUnknown
            ? With(error, Effect.Unknown, error.Retry, s_checkFirst, "earlier attempt", "its effect was unknown, and this refusal says nothing about it")
            : With(error, Effect.Unknown, error.Retry, s_checkFirst, "redirect", "another address answered; the first one may have done it before it sent us on");
    }

    private static Advice? AdviceOn(OperationPurpose purpose, ErrorCategory category) => (purpose, category) switch
    {
        (OperationPurpose.Create, ErrorCategory.AlreadyExists) => s_useExisting,
        (OperationPurpose.Delete, ErrorCategory.NotFound or ErrorCategory.Gone) => s_isDeleted,
        _ => null,
    };

    private static VendorResult With(VendorError error, Effect effect, RetryAdvice retry, Advice advice, string subject, string rule) =>
        new(error.With(effect, retry, advice, new Evidence(EvidenceSource.History, EvidenceVerdict.Won, subject, null, rule)));
}
