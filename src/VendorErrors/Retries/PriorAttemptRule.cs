namespace VendorErrors.Retries;

/// <summary>
/// Reads an answer in the light of what was tried before: after an attempt whose effect is unknown, "already exists" on a create and
/// "not found" on a delete are probably our own earlier success. Any other refusal is about the last attempt only, and leaves open what
/// happened to the first.
/// </summary>
internal static class PriorAttemptRule
{
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
            ? With(error, Effect.Unknown, error.Retry, DecisionAdvice.CheckEarlierAttempt, "earlier attempt", "its effect was unknown, and this refusal says nothing about it")
            : With(error, Effect.Unknown, error.Retry, DecisionAdvice.CheckEarlierAttempt, "redirect", "another address answered; the first one may have done it before it sent us on");
    }

    private static Advice? AdviceOn(OperationPurpose purpose, ErrorCategory category) => (purpose, category) switch
    {
        (OperationPurpose.Create, ErrorCategory.AlreadyExists) => DecisionAdvice.UseExisting,
        (OperationPurpose.Delete, ErrorCategory.NotFound or ErrorCategory.Gone) => DecisionAdvice.IsDeleted,
        _ => null,
    };

    private static VendorResult With(VendorError error, Effect effect, RetryAdvice retry, Advice advice, string subject, string rule) =>
        new(error.With(effect, retry, advice, new Evidence(EvidenceSource.History, EvidenceVerdict.Won, subject, null, rule)));
}
