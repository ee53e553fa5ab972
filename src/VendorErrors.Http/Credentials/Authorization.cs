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

    /// <summary>Runs the function that the options name, if any, and then the credential's own. What completes at once costs no state machine.</summary>
    /// <param name="options">The options.</param>
    /// <param name="credential">The credential.</param>
    /// <param name="call">The call; it notes where a function was given up and may still be at work on the message.</param>
    /// <param name="request">The message.</param>
    /// <param name="cancellationToken">The attempt's token.</param>
    public static ValueTask RunAsync(VendorErrorOptions options, CredentialRefresh credential, VendorCall call, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        options.Authorize?.Invoke(request);
        if (options.AuthorizeAsync is null && credential.Authorizer is null)
        {
            return default;
        }

        ValueTask running = Start(options.AuthorizeAsync, credential.Authorizer, request, cancellationToken);
        return running.IsCompletedSuccessfully ? running : FinishAsync(running.AsTask(), call, cancellationToken);
    }

    private static ValueTask Start(Func<HttpRequestMessage, CancellationToken, ValueTask>? authorize, IRequestAuthorizer? authorizer, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (TaskScheduler.Current != TaskScheduler.Default)
        {
            return new ValueTask(Task.Run(() => InvokeAsync(authorize, authorizer, request, cancellationToken).AsTask(), CancellationToken.None));
        }

        if (SynchronizationContext.Current is not { } context)
        {
            return InvokeAsync(authorize, authorizer, request, cancellationToken);
        }

        // What completes at once need not cost a change of threads.
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return InvokeAsync(authorize, authorizer, request, cancellationToken);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private static ValueTask InvokeAsync(Func<HttpRequestMessage, CancellationToken, ValueTask>? authorize, IRequestAuthorizer? authorizer, HttpRequestMessage request, CancellationToken cancellationToken) =>
        authorize is null ? authorizer!.AuthorizeAsync(request, cancellationToken)
        : authorizer is null ? authorize(request, cancellationToken)
        : InvokeBothAsync(authorize, authorizer, request, cancellationToken);

    private static async ValueTask InvokeBothAsync(Func<HttpRequestMessage, CancellationToken, ValueTask> authorize, IRequestAuthorizer authorizer, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await authorize(request, cancellationToken).ConfigureAwait(false);
        await authorizer.AuthorizeAsync(request, cancellationToken).ConfigureAwait(false);
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
