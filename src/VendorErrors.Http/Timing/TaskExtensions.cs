namespace VendorErrors.Http.Timing;

/// <summary>Waiting for a task that others wait for too.</summary>
internal static class TaskExtensions
{
    /// <summary>Waits for the task; one caller's cancellation ends its own waiting and not the task.</summary>
    internal static async Task<T> WaitOrCancelAsync<T>(this Task<T> task, CancellationToken cancellationToken)
    {
        await ((Task)task).WaitOrCancelAsync(cancellationToken).ConfigureAwait(false);
        return await task.ConfigureAwait(false);
    }

    /// <summary>The same for a task without a result.</summary>
    internal static async Task WaitOrCancelAsync(this Task task, CancellationToken cancellationToken)
    {
#if NET
        await task.WaitAsync(cancellationToken).ConfigureAwait(false);
#else
        if (!task.IsCompleted)
        {
            var cancelled = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            using (cancellationToken.Register(() => cancelled.TrySetCanceled(cancellationToken)))
            {
                await (await Task.WhenAny(task, cancelled.Task).ConfigureAwait(false)).ConfigureAwait(false);
                return;
            }
        }

        await task.ConfigureAwait(false);
#endif
    }
}
