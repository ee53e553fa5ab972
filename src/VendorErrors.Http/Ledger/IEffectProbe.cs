namespace VendorErrors.Http;

/// <summary>
/// Asks the vendor whether a call happened, after an attempt whose effect is unknown: "check first", done by the program. Asked by one process at a
/// time, after the lease and the quiet time, a bounded number of times. Register it with <c>AddEffectProbe</c>.
/// </summary>
/// <example>
/// <code>
/// internal sealed class CallsByNumber(DialnexaCalls calls) : IEffectProbe
/// {
///     public async ValueTask&lt;EffectProbeAnswer&gt; ProbeAsync(EffectProbeCall sent, CancellationToken cancellationToken)
///     {
///         string number = await DialnexaCalls.NumberOfAsync(sent.Request, cancellationToken);
///         string? id = await calls.FindAsync(number, sent.SentAt, cancellationToken);
///         return id is null ? EffectProbeAnswer.DidNotHappen : EffectProbeAnswer.Happened(id);
///     }
/// }
/// </code>
/// </example>
public interface IEffectProbe
{
    /// <summary>
    /// Whether the call happened. "Did not" makes the call be sent again: say so only where the vendor's look-up would surely show it by now, and
    /// "not known" in all other cases. An exception counts as "not known".
    /// </summary>
    /// <param name="sent">The call that was sent.</param>
    /// <param name="cancellationToken">Canceled after <see cref="CallLedgerOptions.ProbeTimeout"/>, and when the caller cancels.</param>
    ValueTask<EffectProbeAnswer> ProbeAsync(EffectProbeCall sent, CancellationToken cancellationToken);
}
