using VendorErrors.Http.Retries;
using VendorErrors.Http.Telemetry;

namespace VendorErrors.Http.Credentials;

/// <summary>Refreshes a credential for the calls of one client, by way of the gate that makes one refresh of many, also of other clients' calls.</summary>
internal sealed class CredentialRefresh(Vendor vendor, CredentialGate gate, VendorServices services, TimeSpan limit)
{
    /// <summary>The generation of the present credential, to be noted before a request is sent.</summary>
    public long Generation => gate.Generation;

    /// <summary>Makes sure, within the call's time, that there is a newer credential than the one its last attempt was sent with.</summary>
    /// <returns>Whether there is.</returns>
    public async ValueTask<bool> RunAsync(VendorCall call, Deadline deadline, CancellationToken cancellationToken)
    {
        if (services.Refresher is not { } refresher)
        {
            return false;
        }

        Task<bool> refresh = gate.RefreshAsync(call.CredentialGeneration, new RefreshRun(refresher, services.Time, limit, Report));
        using CancellationTokenSource? timeout = deadline.Left is { } left ? services.Time.CreateCancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero) : null;
        using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout?.Token ?? CancellationToken.None);
        try
        {
            return call.IsAsync
                ? await refresh.WaitOrCancelAsync(linked.Token).ConfigureAwait(false)
                : refresh.WaitOrCancelAsync(linked.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // This call's time is up; the refresh goes on for the others.
            return false;
        }
    }

    private void Report(bool refreshed, string reason)
    {
        VendorMeter.Refresh(vendor, refreshed);
        if (refreshed)
        {
            Log.Refreshed(services.Logger, vendor.Id);
        }
        else
        {
            Log.RefreshFailed(services.Logger, vendor.Id, reason);
        }
    }
}
