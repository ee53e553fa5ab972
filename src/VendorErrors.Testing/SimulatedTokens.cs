using VendorErrors.Testing.Simulation;

namespace VendorErrors.Testing;

/// <summary>The tokens of a simulated vendor. They expire by its clock, and each refresh replaces both tokens of a pair. Safe for use by several threads.</summary>
public sealed class SimulatedTokens
{
    private readonly object _lock = new();
    private readonly List<TokenPair> _pairs = [];
    private readonly TimeProvider _time;
    private int _made;

    internal SimulatedTokens(TimeProvider time) => _time = time;

    /// <summary>How many times somebody signed in, and got a token.</summary>
    public int SignIns { get; private set; }

    /// <summary>How many times somebody refreshed, and got a token.</summary>
    public int Refreshes { get; private set; }

    /// <summary>How many access tokens are valid now.</summary>
    public int Valid
    {
        get
        {
            lock (_lock)
            {
                return _pairs.Count(pair => pair.AccessUntil > Now);
            }
        }
    }

    private DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>Time passes at the vendor: no access token counts any longer; refresh tokens still do.</summary>
    public void ExpireAll()
    {
        lock (_lock)
        {
            _pairs.ForEach(pair => pair.AccessUntil = DateTimeOffset.MinValue);
        }
    }

    /// <summary>The vendor forgets every token, as a restart would: whoever comes has to sign in again.</summary>
    public void ForgetAll()
    {
        lock (_lock)
        {
            _pairs.Clear();
        }
    }

    internal bool IsValid(string? access)
    {
        lock (_lock)
        {
            return _pairs.Exists(pair => string.Equals(pair.Access, access, StringComparison.Ordinal) && pair.AccessUntil > Now);
        }
    }

    /// <summary>A new pair; null where all slots are in use.</summary>
    internal TokenPair? SignIn(TokenRules rules)
    {
        lock (_lock)
        {
            _pairs.RemoveAll(pair => pair.AccessUntil <= Now && pair.RefreshUntil <= Now);
            if (_pairs.Count(pair => pair.AccessUntil > Now) >= rules.Slots)
            {
                return null;
            }

            SignIns++;
            return Make(rules);
        }
    }

    /// <summary>Whether a refresh token counts.</summary>
    internal bool CanRefresh(string? refresh)
    {
        lock (_lock)
        {
            return Find(refresh) is not null;
        }
    }

    /// <summary>A new pair in place of the one with this refresh token; null where no valid one has it, or others use all slots.</summary>
    internal TokenPair? Refresh(string? refresh, TokenRules rules)
    {
        lock (_lock)
        {
            if (Find(refresh) is not { } old || _pairs.Count(pair => pair != old && pair.AccessUntil > Now) >= rules.Slots)
            {
                return null;
            }

            _pairs.Remove(old);
            Refreshes++;
            return Make(rules);
        }
    }

    internal void Revoke(string? access)
    {
        lock (_lock)
        {
            _pairs.RemoveAll(pair => string.Equals(pair.Access, access, StringComparison.Ordinal));
        }
    }

    private TokenPair? Find(string? refresh) => _pairs.Find(pair => string.Equals(pair.Refresh, refresh, StringComparison.Ordinal) && pair.RefreshUntil > Now);

    private TokenPair Make(TokenRules rules)
    {
        _made++;
        var pair = new TokenPair($"access-{_made}", $"refresh-{_made}") { AccessUntil = Now + rules.Lifetime, RefreshUntil = Now + rules.RefreshLifetime };
        _pairs.Add(pair);
        return pair;
    }
}
