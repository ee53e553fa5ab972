using VendorErrors.Http.Retries;

namespace VendorErrors.Http.Credentials;

/// <summary>
/// Has the application put its credential on a request, synchronously or not, within the time of the attempt. Its continuations never come back
/// to the caller's context, which a synchronous caller blocks. Safe for use by several threads.
/// </summary>
internal static class Authorization
{
    /// <summary>How long the function may take to stop when its time is over, by the clock of the machine: 0.2 seconds.</summary>
    private static readonly TimeSpan s_grace = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs the function that the options name, if any. What completes at once costs no state machine.</summary>
    /// <param name="options">The options.</param>
    /// <param name="call">The call; it notes where the function was given up and may still be at work on the message.</param>
    /// <param name="request">The message.</param>
    /// <param name="cancellationToken">The attempt's token.</param>
    public static ValueTask RunAsync(VendorErrorOptions options, VendorCall call, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (options.AuthorizeAsync is not { } authorize)
        {
            options.Authorize?.Invoke(request);
            return default;
        }

        ValueTask running = Start(authorize, request, cancellationToken);
        return running.IsCompletedSuccessfully ? running : FinishAsync(running.AsTask(), call, cancellationToken);
    }

    private static ValueTask Start(Func<HttpRequestMessage, CancellationToken, ValueTask> authorize, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (SynchronizationContext.Current is null && TaskScheduler.Current == TaskScheduler.Default)
        {
            return authorize(request, cancellationToken);
        }

        // Not Task.Run alone: what completes at once should not cost a change of threads where there is only a context.
        if (TaskScheduler.Current != TaskScheduler.Default)
        {
            return new ValueTask(Task.Run(() => authorize(request, cancellationToken).AsTask(), CancellationToken.None));
        }

        SynchronizationContext? context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return authorize(request, cancellationToken);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private static async ValueTask FinishAsync(Task running, VendorCall call, CancellationToken cancellationToken)
    {
        try
        {
            Task waiting = running.WaitOrCancelAsync(cancellationToken);
            if (call.IsAsync)
            {
                await waiting.ConfigureAwait(false);
            }
            else
            {
                waiting.GetAwaiter().GetResult();
            }
        }
        catch (OperationCanceledException) when (!running.IsCompleted)
        {
            // One that listens to the token hears of the end in the same moment as we do.
            Task first = Task.WhenAny(running, Task.Delay(s_grace, CancellationToken.None));
            if (call.IsAsync)
            {
                await first.ConfigureAwait(false);
            }
            else
            {
                first.GetAwaiter().GetResult();
            }

            call.IsMessageInUse = !running.IsCompleted;
            throw;
        }
    }
}
