namespace VendorErrors.Http;

/// <summary>
/// Reports cooldowns to other processes and hears theirs, so that a fleet that shares an account stops asking together. Every process
/// keeps its cooldowns in its own memory and decides by that memory alone: no call ever waits for a backplane. What is reported are
/// lengths, not times of day, so the clocks of the machines need not agree. The later end wins on both sides, so a message that is lost,
/// repeated or reordered does no harm.
/// </summary>
/// <remarks>
/// <para>
/// Threads: both methods are called on threads of the pool, without a synchronization context. <see cref="PublishAsync"/> is called
/// once at a time for each container; <see cref="Subscribe"/> once, and again after it failed.
/// </para>
/// <para>
/// Errors: an exception, or a call that takes longer than 5 seconds, is logged once for each outage, and the process goes on with what
/// it knows. A cooldown that could not be reported is not reported later.
/// </para>
/// <para>Register it as a singleton. The subscription is disposed with the container.</para>
/// </remarks>
/// <example>
/// Processes that share a message bus:
/// <code>
/// internal sealed class BusCooldowns(IBus bus) : ICooldownBackplane
/// {
///     public ValueTask PublishAsync(string account, TimeSpan remaining, CancellationToken cancellationToken) =>
///         bus.SendAsync("cooldowns", new CooldownMessage(account, remaining), cancellationToken);
///
///     public IDisposable Subscribe(Action&lt;string, TimeSpan&gt; extend) =>
///         bus.Listen("cooldowns", message => extend(message.Account, message.Remaining));
/// }
/// </code>
/// <code>
/// services.AddSingleton&lt;ICooldownBackplane, BusCooldowns&gt;();
/// </code>
/// </example>
public interface ICooldownBackplane
{
    /// <summary>Reports that an account cools down.</summary>
    /// <param name="account">Vendor and account, as <c>vendor:account</c>. Never a secret.</param>
    /// <param name="remaining">How much longer, measured just before this call. Positive, and at most <see cref="VendorErrorOptions.MaxCooldown"/>.</param>
    /// <param name="cancellationToken">Canceled after 5 seconds and when the container is disposed; not by any caller.</param>
    ValueTask PublishAsync(string account, TimeSpan remaining, CancellationToken cancellationToken);

    /// <summary>Begins to report what other processes publish.</summary>
    /// <param name="extend">
    /// To be called with an account and the time that it still cools down. May be called from any thread, at any time, also during
    /// <see cref="PublishAsync"/> and with what this process published itself; it returns at once and never throws. Lengths that are not
    /// positive are ignored, and long ones count as <see cref="VendorErrorOptions.MaxCooldown"/>. After a reconnect, call it with
    /// everything that still runs.
    /// </param>
    /// <returns>Ends the subscription when it is disposed.</returns>
    IDisposable Subscribe(Action<string, TimeSpan> extend);
}
