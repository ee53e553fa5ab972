namespace VendorErrors.Http.Cooldowns;

/// <summary>A request in the line of a lane. All members are used under the lane's lock, except <see cref="Signal"/>, which is waited for.</summary>
internal sealed class CooldownWaiter(bool isReplay)
{
    private TaskCompletionSource<bool> _signal = NewSignal();

    /// <summary>Whether it was refused before: it goes before those that have not asked yet.</summary>
    public bool IsReplay => isReplay;

    /// <summary>Its place in the line; null where it is in none.</summary>
    public LinkedListNode<CooldownWaiter>? Place { get; set; }

    public bool IsGranted { get; private set; }

    public CooldownTicket Ticket { get; private set; }

    /// <summary>Ends when the waiter should ask its lane again.</summary>
    public Task Signal => _signal.Task;

    public void Grant(CooldownTicket ticket)
    {
        (IsGranted, Ticket) = (true, ticket);
        Wake();
    }

    /// <summary>Takes the turn back that it has not used.</summary>
    public void Revoke() => (IsGranted, Ticket) = (false, default);

    /// <summary>Makes it ask again.</summary>
    public void Wake() => _signal.TrySetResult(true);

    /// <summary>Before it waits again.</summary>
    public void Renew()
    {
        if (_signal.Task.IsCompleted)
        {
            _signal = NewSignal();
        }
    }

    // Whoever signals holds the lane's lock, and must not run the waiter's request inside it.
    private static TaskCompletionSource<bool> NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
