using VendorErrors.Http.Retries;
using VendorErrors.Http.Telemetry;

namespace VendorErrors.Http.Cooldowns;

/// <summary>The gate in front of one account: closed by an answer that asks to wait, passed by each attempt. A broken store counts as an open gate.</summary>
internal sealed class CooldownGate(Vendor vendor, VendorErrorOptions options, VendorServices services)
{
    private readonly string _key = $"{vendor.Id}:{options.Account}";

    private TimeProvider Time => services.Time;

    private ICooldownStore Store => services.Cooldowns;

    /// <summary>Closes the gate for as long as an error of a limit asks for; other errors leave it as it is.</summary>
    public async ValueTask StartAsync(VendorError error, bool isAsync, CancellationToken cancellationToken)
    {
        bool isVendorsWord = error.Group == ErrorGroup.Limit && error.Retry.MinimumWait > TimeSpan.Zero;
        if (options.Cooldown == CooldownMode.Off || !isVendorsWord)
        {
            return;
        }

        TimeSpan wait = error.Retry.MinimumWait!.Value;
        Log.CoolingDown(services.Logger, vendor.Id, options.Account, wait);
        await GuardAsync(
            static async (gate, wait, cancellationToken) =>
            {
                await gate.Store.ExtendAsync(gate._key, gate.Time.GetUtcNow() + wait, cancellationToken).ConfigureAwait(false);
                return true;
            },
            wait,
            isAsync,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>How long the gate stays closed; null where it is open.</summary>
    public async ValueTask<TimeSpan?> LeftAsync(bool isAsync, CancellationToken cancellationToken)
    {
        DateTimeOffset? until = await GuardAsync(
            static (gate, _, cancellationToken) => gate.Store.GetAsync(gate._key, cancellationToken), TimeSpan.Zero, isAsync, cancellationToken).ConfigureAwait(false);
        return until is { } time && time - Time.GetUtcNow() is var left && left > TimeSpan.Zero ? left : null;
    }

    /// <summary>Waits until the gate is open; where it may not wait so long, it answers how long that would be.</summary>
    public async ValueTask<TimeSpan?> PassAsync(Deadline deadline, TimeSpan maxWait, bool isAsync, CancellationToken cancellationToken)
    {
        if (options.Cooldown == CooldownMode.Off)
        {
            return null;
        }

        // Others may extend the cool-down while this one waits, so it is looked at again until it is over.
        while (await LeftAsync(isAsync, cancellationToken).ConfigureAwait(false) is { } left)
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

    /// <summary>Uses the store; where that fails, the default.</summary>
    private async ValueTask<T?> GuardAsync<T>(Func<CooldownGate, TimeSpan, CancellationToken, ValueTask<T>> use, TimeSpan wait, bool isAsync, CancellationToken cancellationToken)
    {
        try
        {
            return isAsync ? await use(this, wait, cancellationToken).ConfigureAwait(false) : Block(use, wait, cancellationToken);
        }
#pragma warning disable CA1031 // A broken store must not stop calls; a cancelled caller's time-out is not the store's fault.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.CooldownStoreFailed(services.Logger, vendor.Id, e.GetType().Name);
            return default;
        }
    }

    // Off the caller's context, which a synchronous call blocks.
    private T Block<T>(Func<CooldownGate, TimeSpan, CancellationToken, ValueTask<T>> use, TimeSpan wait, CancellationToken cancellationToken) =>
        Task.Run(() => use(this, wait, cancellationToken).AsTask(), cancellationToken).GetAwaiter().GetResult();
}
