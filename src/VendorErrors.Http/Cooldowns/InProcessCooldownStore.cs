using System.Collections.Concurrent;

namespace VendorErrors.Http.Cooldowns;

/// <summary>Cool-downs of this process.</summary>
internal sealed class InProcessCooldownStore : ICooldownStore
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _until = new(StringComparer.Ordinal);

    private volatile bool _everUsed;

    /// <summary>Whether no account has cooled down yet.</summary>
    public bool IsEmpty => !_everUsed;

    public ValueTask<DateTimeOffset?> GetAsync(string key, CancellationToken cancellationToken) =>
        new(_until.TryGetValue(key, out DateTimeOffset until) ? until : null);

    public ValueTask ExtendAsync(string key, DateTimeOffset until, CancellationToken cancellationToken)
    {
        _everUsed = true;
        _until.AddOrUpdate(key, until, (_, present) => present > until ? present : until);
        return default;
    }
}
