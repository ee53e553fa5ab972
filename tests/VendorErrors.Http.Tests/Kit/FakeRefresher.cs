namespace VendorErrors.Http.Tests.Kit;

/// <summary>A refresher that makes <c>token-1</c>, <c>token-2</c> and so on, or does what the test says.</summary>
internal sealed class FakeRefresher(Func<CancellationToken, ValueTask<bool>>? refresh = null) : ICredentialRefresher
{
    private int _calls;

    public int Calls => _calls;

    public string Token => $"token-{_calls}";

    public ValueTask<bool> RefreshAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        return refresh is null ? new ValueTask<bool>(true) : refresh(cancellationToken);
    }
}
