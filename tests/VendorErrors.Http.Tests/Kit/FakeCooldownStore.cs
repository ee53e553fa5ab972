namespace VendorErrors.Http.Tests.Kit;

/// <summary>A store that does what the test says.</summary>
internal sealed class FakeCooldownStore : ICooldownStore
{
    public List<string> Keys { get; } = [];

    public DateTimeOffset? Until { get; set; }

    public Action? OnGet { get; set; }

    public ValueTask<DateTimeOffset?> GetAsync(string key, CancellationToken cancellationToken)
    {
        Keys.Add(key);
        OnGet?.Invoke();
        return new ValueTask<DateTimeOffset?>(Until);
    }

    public ValueTask ExtendAsync(string key, DateTimeOffset until, CancellationToken cancellationToken)
    {
        Until = until;
        return default;
    }
}
