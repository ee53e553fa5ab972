using VendorErrors.Http.Retries;
using VendorErrors.Http.Telemetry;

namespace VendorErrors.Http.Credentials;

/// <summary>One credential as the calls of one client use it; its refresh goes by way of the gate that makes one of many, also of other clients' calls.</summary>
internal sealed class CredentialRefresh(Vendor vendor, ICredentialRefresher? refresher, VendorServices services, TimeSpan limit)
{
    private readonly CredentialGate? _gate = refresher is null ? null : CredentialGate.Of(refresher);

    /// <summary>Who puts the credential on requests; null where the options, or a handler inside, do that.</summary>
    public IRequestAuthorizer? Authorizer { get; } = refresher as IRequestAuthorizer;

    /// <summary>Whether anybody refreshes it.</summary>
    public bool CanRefresh => _gate is not null;

    /// <summary>The version of the present credential, to be noted before a request is sent.</summary>
    public long Version => refresher?.Version ?? 0;

    /// <summary>Makes sure, within the call's time, that there is a newer credential than the one its last attempt was sent with.</summary>
    /// <returns>Whether there is.</returns>
    public async ValueTask<bool> RunAsync(VendorCall call, Deadline deadline, CancellationToken cancellationToken)
    {
        if (_gate is null)
        {
            return false;
        }

        Task refresh = _gate.RefreshAsync(call.CredentialVersion, new RefreshRun(refresher!, services.Time, limit, Report));
        using CancellationTokenSource? timeout = deadline.Left is { } left ? services.Time.CreateCancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero) : null;
        using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout?.Token ?? CancellationToken.None);
        try
        {
            Task waiting = refresh.WaitOrCancelAsync(linked.Token);
            if (call.IsAsync)
            {
                await waiting.ConfigureAwait(false);
            }
            else
            {
                waiting.GetAwaiter().GetResult();
            }

            return CredentialGate.IsNewer(refresher!, call.CredentialVersion);
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
