using VendorErrors.Http.Retries;

namespace VendorErrors.Http.Cooldowns;

/// <summary>
/// Until when accounts cool down, by their keys, whether anybody uses them now or not. Holds so many at most; beyond that, those that
/// end first are released. Safe for use by several threads.
/// </summary>
internal sealed class CooldownEnds(TimeProvider time, int capacity)
{
    private readonly object _lock = new();
    private readonly Dictionary<string, long> _ends = new(StringComparer.Ordinal);

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _ends.Count;
            }
        }
    }

    /// <summary>Notes an end; an earlier one than the present one changes nothing.</summary>
    public void Extend(string key, TimeSpan length)
    {
        lock (_lock)
        {
            long now = time.GetTimestamp();
            long end = time.Add(now, length);
            bool isKnown = _ends.TryGetValue(key, out long present);
            if (isKnown && present >= end)
            {
                return;
            }

            if (!isKnown && _ends.Count >= capacity)
            {
                MakeRoom(now);
            }

            _ends[key] = end;
        }
    }

    /// <summary>How long an account still cools down; null for no longer.</summary>
    public TimeSpan? LeftOf(string key)
    {
        lock (_lock)
        {
            return _ends.TryGetValue(key, out long end) && time.GetElapsedTime(time.GetTimestamp(), end) is { Ticks: > 0 } left ? left : null;
        }
    }

    /// <summary>Takes any account out, with what is left of its cooldown.</summary>
    public bool TryTake(out string key, out TimeSpan left)
    {
        lock (_lock)
        {
            foreach ((string first, long end) in _ends.Select(pair => (pair.Key, pair.Value)))
            {
                key = first;
                left = time.GetElapsedTime(time.GetTimestamp(), end);
                _ends.Remove(first);
                return true;
            }

            (key, left) = (string.Empty, default);
            return false;
        }
    }

    /// <summary>What still runs now.</summary>
    public (string Key, TimeSpan Left)[] Running()
    {
        lock (_lock)
        {
            long now = time.GetTimestamp();
            return [.. _ends.Select(pair => (pair.Key, Left: time.GetElapsedTime(now, pair.Value))).Where(pair => pair.Left > TimeSpan.Zero)];
        }
    }

    private void MakeRoom(long now)
    {
        // A quarter at once, so that a flood does not sort for each of its entries.
        long[] ends = [.. _ends.Values];
        Array.Sort(ends);
        long first = Math.Max(now, ends[ends.Length / 4]);
        foreach (string key in _ends.Where(pair => pair.Value <= first).Select(pair => pair.Key).ToArray())
        {
            _ends.Remove(key);
        }
    }
}
