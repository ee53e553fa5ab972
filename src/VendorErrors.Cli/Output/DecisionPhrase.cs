using VendorErrors.Retries;

namespace VendorErrors.Cli.Output;

/// <summary>A decision and its reason, for people.</summary>
internal static class DecisionPhrase
{
    internal static string Answer(RetryDecision decision) => decision.Action switch
    {
        RetryAction.Return => "no need",
        RetryAction.Retry => $"yes, after {WaitPhrase.Of(decision.Wait ?? TimeSpan.Zero)}",
        RetryAction.RefreshThenRetry => "yes, once, after a credential refresh",
        _ => "no",
    };

    internal static string Why(in VendorResult result, RetryDecision decision, OperationSafety safety) => decision.Action switch
    {
        RetryAction.Return => result.Outcome == VendorOutcome.Accepted ? "it was accepted, and is done later" : "it was done",
        RetryAction.Retry or RetryAction.RefreshThenRetry => result.Effect == Effect.None
            ? "the request was refused before anything was done"
            : $"its effect is unknown, and sending {SafetyPhrase.WithArticle(safety)} twice is harmless",
        _ => Why(decision, safety),
    };

    private static string Why(RetryDecision decision, OperationSafety safety) => decision.StopReason switch
    {
        StopReason.NotRetryable => "sending the same again cannot help",
        StopReason.EffectUnknown => $"it may have happened, and sending {SafetyPhrase.WithArticle(safety)} again could do it twice",
        StopReason.EffectApplied => "it happened",
        StopReason.EffectPartial => "some of it happened",
        StopReason.WaitExceedsMaximum when decision.Wait is { } wait => $"the vendor asks to wait {WaitPhrase.Of(wait)}, longer than the default policy's cap of {WaitPhrase.Of(RetryLimits.Default.MaxWait)}",
        StopReason reason => SnakeCase.Of(reason),
    };
}
