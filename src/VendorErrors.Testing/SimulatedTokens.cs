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

    /// <summary>How many times somebody signed in.</summary>
    public int SignIns { get; private set; }

    /// <summary>How many times somebody refreshed.</summary>
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

    /// <summary>A new pair in place of the one with this refresh token; null where no valid one has it.</summary>
    internal TokenPair? Refresh(string? refresh, TokenRules rules)
    {
        lock (_lock)
        {
            if (_pairs.RemoveAll(pair => string.Equals(pair.Refresh, refresh, StringComparison.Ordinal) && pair.RefreshUntil > Now) == 0)
            {
                return null;
            }

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

    private TokenPair Make(TokenRules rules)
    {
        _made++;
        var pair = new TokenPair($"access-{_made}", $"refresh-{_made}") { AccessUntil = Now + rules.Lifetime, RefreshUntil = Now + rules.RefreshLifetime };
        _pairs.Add(pair);
        return pair;
    }
}
