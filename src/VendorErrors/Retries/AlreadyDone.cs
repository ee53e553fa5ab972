namespace VendorErrors.Retries;

/// <summary>
/// Reads an answer in the light of what was tried before: after an attempt whose effect is unknown, "already exists" on a create and
/// "not found" on a delete are probably our own earlier success.
/// </summary>
internal static class AlreadyDone
{
    private static readonly Advice s_useExisting = new("An earlier attempt probably succeeded: use the existing one.", Audience.Program);
    private static readonly Advice s_isDeleted = new("An earlier attempt probably succeeded: it is deleted.", Audience.Program);

    internal static VendorResult Reconsider(in VendorResult result, in VendorOperation operation, in RetryState state)
    {
        if (!state.EffectWasUnknown || result.Error is not { } error)
        {
            return result;
        }

        Advice? advice = (operation.Purpose, error.Category) switch
        {
            (OperationPurpose.Create, ErrorCategory.AlreadyExists) => s_useExisting,
            (OperationPurpose.Delete, ErrorCategory.NotFound or ErrorCategory.Gone) => s_isDeleted,
            _ => null,
        };
        return advice is null
            ? result
            : new VendorResult(error.With(
                Effect.Applied,
                advice,
                new Evidence(EvidenceSource.History, EvidenceVerdict.Won, "earlier attempt", null, "its effect was unknown, so this answer is probably about our own success")));
    }
}
