namespace VendorErrors.Testing.Simulation;

/// <summary>The waits that the vendor asked for: of the whole account after an error of a limit, else of the one request that got the error.</summary>
internal sealed class WaitLedger
{
    private readonly Dictionary<string, (DateTimeOffset From, DateTimeOffset Until)> _waits = new(StringComparer.Ordinal);
    private readonly List<(DateTimeOffset From, DateTimeOffset Until)> _ofAccount = [];

    public void Add(string request, DateTimeOffset from, DateTimeOffset until, bool isOfAccount)
    {
        if (isOfAccount)
        {
            _ofAccount.RemoveAll(known => known.Until <= from);
            _ofAccount.Add((from, until));
        }
        else
        {
            _waits[request] = (from, until);
        }
    }

    public bool IsInside(string request, DateTimeOffset now) =>
        _ofAccount.Exists(wait => wait.From <= now && now < wait.Until)
        || (_waits.TryGetValue(request, out (DateTimeOffset From, DateTimeOffset Until) own) && own.From <= now && now < own.Until);
}
