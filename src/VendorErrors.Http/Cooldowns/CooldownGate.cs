using VendorErrors.Http.Retries;
using VendorErrors.Http.Telemetry;

namespace VendorErrors.Http.Cooldowns;

/// <summary>The gate in front of one account: closed by an answer that asks to wait, passed by each attempt. A broken store counts as an open gate.</summary>
internal sealed class CooldownGate(Vendor vendor, VendorErrorOptions options, VendorServices services)
{
    private readonly string _key = $"{vendor.Id}:{options.Account}";

    /// <summary>Whether the gate is open for certain, without a look into a store. So it is in most programs for most of the time.</summary>
    public bool IsSurelyOpen => options.Cooldown == CooldownMode.Off || services.Cooldowns is InProcessCooldownStore { IsEmpty: true };

    private TimeProvider Time => services.Time;

    /// <summary>Whether the vendor is there, and says of the whole account when to come again.</summary>
    public static bool IsAskedToWait(VendorError error) => error.Group == ErrorGroup.Limit && error.Retry.MinimumWait > TimeSpan.Zero;

    /// <summary>Closes the gate for as long as an error of a limit asks for, within the longest cool-down; other errors leave it as it is.</summary>
    public async ValueTask StartAsync(VendorError error, bool isAsync, CancellationToken cancellationToken)
    {
        if (options.Cooldown == CooldownMode.Off || !IsAskedToWait(error))
        {
            return;
        }

        TimeSpan asked = error.Retry.MinimumWait!.Value;
        TimeSpan wait = asked < options.MaxCooldown ? asked : options.MaxCooldown;
        Log.CoolingDown(services.Logger, vendor.Id, options.Account.Length == 0 ? "(default)" : options.Account, wait);
        try
        {
            if (isAsync)
            {
                await services.Cooldowns.ExtendAsync(_key, Time.GetUtcNow() + wait, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                Extend(wait, cancellationToken);
            }
        }
        // A broken store must not stop calls; a cancelled caller's time-out is not the store's fault.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.CooldownStoreFailed(services.Logger, vendor.Id, e.GetType().Name);
        }
    }

    /// <summary>How long the gate stays closed; null where it is open.</summary>
    public async ValueTask<TimeSpan?> LeftAsync(bool isAsync, CancellationToken cancellationToken)
    {
        DateTimeOffset? until = null;
        try
        {
            until = isAsync ? await services.Cooldowns.GetAsync(_key, cancellationToken).ConfigureAwait(false) : Until(cancellationToken);
        }
        // A store that cannot be asked counts as an open gate.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.CooldownStoreFailed(services.Logger, vendor.Id, e.GetType().Name);
        }

        return until is { } time && time - Time.GetUtcNow() is var left && left > TimeSpan.Zero ? left : null;
    }

    /// <summary>Waits until the gate is open; where it may not wait so long, it answers how long that would be.</summary>
    public async ValueTask<TimeSpan?> PassAsync(Deadline deadline, TimeSpan maxWait, bool isAsync, CancellationToken cancellationToken)
    {
        // Others may extend the cool-down while this one waits, so it is looked at again until it is over.
        while (!IsSurelyOpen && await LeftAsync(isAsync, cancellationToken).ConfigureAwait(false) is { } left)
        {
            if (options.Cooldown == CooldownMode.FailFast || left > maxWait || left >= deadline.Left)
            {
                return left;
            }

            VendorMeter.CooldownWait(vendor, left);
            await DelayAsync(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), isAsync, cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    private async ValueTask DelayAsync(TimeSpan wait, bool isAsync, CancellationToken cancellationToken)
    {
        Task delay = Time.Delay(wait, cancellationToken);
        if (isAsync)
        {
            await delay.ConfigureAwait(false);
        }
        else
        {
            delay.GetAwaiter().GetResult();
        }
    }

    // Off the caller's context, which a synchronous call blocks.
    private void Extend(TimeSpan wait, CancellationToken cancellationToken) =>
        Task.Run(() => services.Cooldowns.ExtendAsync(_key, Time.GetUtcNow() + wait, cancellationToken).AsTask(), cancellationToken).GetAwaiter().GetResult();

    private DateTimeOffset? Until(CancellationToken cancellationToken) =>
        Task.Run(() => services.Cooldowns.GetAsync(_key, cancellationToken).AsTask(), cancellationToken).GetAwaiter().GetResult();
}
