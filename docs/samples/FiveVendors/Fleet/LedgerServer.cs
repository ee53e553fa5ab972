using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using VendorErrors.Http;

namespace FiveVendors.Fleet;

/// <summary>
/// The ledger of the sample where no Redis and no PostgreSQL is given: in this program's memory, on a port of this machine. It outlives the workers, and that
/// is all it can do; a fleet needs a store that is durable.
/// </summary>
internal sealed class LedgerServer : IAsyncDisposable
{
    private readonly InMemoryCallLedgerStore _store = new();
    private readonly WebApplication _app;

    private LedgerServer()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static server => server.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public Uri Address => new(_app.Urls.First());

    internal static async Task<LedgerServer> StartAsync()
    {
        var server = new LedgerServer();
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        LedgerCall call = (await context.Request.ReadFromJsonAsync<LedgerCall>())!;
        await context.Response.WriteAsJsonAsync(await RunAsync(call));
    }

    private async Task<LedgerAnswer> RunAsync(LedgerCall call)
    {
        switch (call.Method)
        {
            case nameof(ICallLedgerStore.AddAsync):
                LedgerAddition addition = await _store.AddAsync(call.Entry!, call.Lease, call.CreatedAt, call.Length, CancellationToken.None);
                return new LedgerAnswer { IsDone = addition.IsAdded, IsTooOld = addition.IsTooOld, Entries = ListOf(addition.Existing) };
            case nameof(ICallLedgerStore.FindAsync):
                return new LedgerAnswer { Entries = ListOf(await _store.FindAsync(call.Key, CancellationToken.None)) };
            case nameof(ICallLedgerStore.ReplaceAsync):
                return new LedgerAnswer { IsDone = await _store.ReplaceAsync(call.Entry!, call.Expected!, call.Lease, call.Length, CancellationToken.None) };
            case nameof(ICallLedgerStore.GetOrAddSecretAsync):
                return new LedgerAnswer { Secret = await _store.GetOrAddSecretAsync(call.Secret, CancellationToken.None) };
            case nameof(ICallLedgerStore.ListAsync):
                return new LedgerAnswer { Entries = await _store.ListAsync(call.State, call.Length, call.Most, CancellationToken.None) };
            case nameof(ICallLedgerStore.CountAsync):
                return new LedgerAnswer { Counts = await _store.CountAsync(CancellationToken.None) };
            default:
                return new LedgerAnswer { Number = await _store.PurgeAsync(call.Most, CancellationToken.None) };
        }
    }

    private static LedgerEntry[] ListOf(LedgerEntry? entry) => entry is null ? [] : [entry];
}
