using System.Text;

namespace VendorErrors.Http.Tests.Ledger.Explorer;

/// <summary>A delivery of a message: it stops before each step until the explorer lets it go on, or never does.</summary>
internal sealed class Actor(string name)
{
    private TaskCompletionSource<Fate>? _gate;
    private TaskCompletionSource _arrived = new();

    public string Name => name;

    /// <summary>The step before which it waits; null where it is over, or dead.</summary>
    public string? Step { get; private set; }

    /// <summary>All that it has seen, in order, which is all that decides what it does next.</summary>
    public StringBuilder Seen { get; } = new();

    /// <summary>Whether it was told that the call succeeded.</summary>
    public bool SawSuccess { get; set; }

    /// <summary>Whether it claimed the entry, and then died without a word.</summary>
    public bool IsDead { get; private set; }

    public Task<Fate> BeforeAsync(string step)
    {
        _gate = new TaskCompletionSource<Fate>();
        Step = step;
        _arrived.TrySetResult();
        return _gate.Task;
    }

    public void Start(Func<Task> work) => _ = RunAsync(work);

    /// <summary>Lets it make its step, and comes back when it stands before the next one, or is over.</summary>
    public Task GoAsync(Fate fate)
    {
        _arrived = new TaskCompletionSource();
        Seen.Append(Step).Append(fate).Append(';');
        Step = null;
        _gate!.SetResult(fate);
        return _arrived.Task;
    }

    public void Die() => (IsDead, Step) = (true, null);

    public Exception? Fault { get; private set; }

    private async Task RunAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e)
        {
            Fault = e;
        }

        _arrived.TrySetResult();
    }
}
