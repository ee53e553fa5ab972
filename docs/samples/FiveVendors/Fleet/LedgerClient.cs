using System.Net.Http.Json;
using VendorErrors.Http;

namespace FiveVendors.Fleet;

/// <summary>The same ledger, seen from a worker process: what a store of your own looks like.</summary>
internal sealed class LedgerClient(Uri address) : ICallLedgerStore, IDisposable
{
    private readonly HttpClient _client = new();

    public void Dispose() => _client.Dispose();

    public async ValueTask<LedgerAddition> AddAsync(LedgerEntry entry, TimeSpan lease, DateTimeOffset createdAt, TimeSpan retention, CancellationToken cancellationToken)
    {
        LedgerAnswer answer = await AskAsync(new LedgerCall(nameof(AddAsync)) { Entry = entry, Lease = lease, CreatedAt = createdAt, Length = retention }, cancellationToken);
        return answer.IsDone ? LedgerAddition.Added : answer.IsTooOld ? LedgerAddition.TooOld : LedgerAddition.Exists(answer.Entries[0]);
    }

    public async ValueTask<LedgerEntry?> FindAsync(string key, CancellationToken cancellationToken) =>
        (await AskAsync(new LedgerCall(nameof(FindAsync)) { Key = key }, cancellationToken)).Entries is [LedgerEntry entry] ? entry : null;

    public async ValueTask<bool> ReplaceAsync(LedgerEntry entry, LedgerEntry expected, TimeSpan lease, TimeSpan keep, CancellationToken cancellationToken) =>
        (await AskAsync(new LedgerCall(nameof(ReplaceAsync)) { Entry = entry, Expected = expected, Lease = lease, Length = keep }, cancellationToken)).IsDone;

    public async ValueTask<byte[]> GetOrAddSecretAsync(byte[] proposed, CancellationToken cancellationToken) =>
        (await AskAsync(new LedgerCall(nameof(GetOrAddSecretAsync)) { Secret = proposed }, cancellationToken)).Secret;

    public async ValueTask<IReadOnlyList<LedgerEntry>> ListAsync(LedgerState? state, TimeSpan olderThan, int most, CancellationToken cancellationToken) =>
        (await AskAsync(new LedgerCall(nameof(ListAsync)) { State = state, Length = olderThan, Most = most }, cancellationToken)).Entries;

    public async ValueTask<IReadOnlyDictionary<LedgerState, long>> CountAsync(CancellationToken cancellationToken) =>
        (await AskAsync(new LedgerCall(nameof(CountAsync)), cancellationToken)).Counts;

    public async ValueTask<int> PurgeAsync(int most, CancellationToken cancellationToken) =>
        (await AskAsync(new LedgerCall(nameof(PurgeAsync)) { Most = most }, cancellationToken)).Number;

    private async Task<LedgerAnswer> AskAsync(LedgerCall call, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await _client.PostAsJsonAsync(address, call, cancellationToken);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<LedgerAnswer>(cancellationToken))!;
    }
}
