using System.Collections.Concurrent;

namespace VendorErrors.Http.Tests.Kit;

/// <summary>A context like that of a user interface: one thread of its own, which runs what is posted to it when it has nothing else to do.</summary>
internal sealed class SingleThreadContext : SynchronizationContext, IDisposable
{
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _work = [];

    public SingleThreadContext()
    {
        var thread = new Thread(() =>
        {
            SetSynchronizationContext(this);
            foreach ((SendOrPostCallback callback, object? state) in _work.GetConsumingEnumerable())
            {
                callback(state);
            }
        })
        { IsBackground = true };
        thread.Start();
    }

    public override void Post(SendOrPostCallback d, object? state) => _work.Add((d, state));

    /// <summary>Does the work on the context's thread, which is busy until it is done.</summary>
    public Task RunAsync(Action work)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(
            _ =>
            {
                try
                {
                    work();
                    done.SetResult();
                }
#pragma warning disable CA1031 // The test throws it.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    done.SetException(e);
                }
            },
            null);
        return done.Task.WaitAsync(Eventually.Patience, TestContext.Current.CancellationToken);
    }

    public void Dispose() => _work.CompleteAdding();
}
