using System.Text.Json;
using VendorErrors.Fleet.Tests.Servers;

namespace VendorErrors.Fleet.Tests.Cli;

/// <summary>What an operator sees and does, on real stores.</summary>
public class LedgerCommandTests
{
    private const string Number = "4915112345678";
    private const string CallId = $"campaign-7/+{Number}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Timeout = 300_000)]
    [InlineData("redis")]
    [InlineData("postgresql")]
    public async Task List_ShowsWhatIsUnknown_SinceWhenAndWhy(string store)
    {
        await using LedgerShell shell = await LedgerShell.OnAsync(store);
        shell.Remote.IsBroken = true;
        await shell.DeliverAsync(CallId);
        shell.Remote.IsBroken = false;
        using HttpResponseMessage? done = await shell.DeliverAsync("another");
        await shell.AddAsync("D1ED" + new string('0', 60), TimeSpan.FromMilliseconds(1), """{"id":"died\u001b[31m","vendor":"dexatel"}""");
        await shell.AddAsync("0123" + new string('0', 60), TimeSpan.FromHours(1));
        await Task.Delay(50, Token);

        LedgerShell.ShellResult listed = await shell.RunAsync("list");
        listed.ExitCode.Should().Be(0, listed.Error);
        string[] lines = listed.Output.TrimEnd().Split('\n');
        lines.Should().ContainSingle(line => line.Contains("talkdesk-dialer", StringComparison.Ordinal)).Which.Should()
            .Contain("unknown").And.Contain("POST /dial").And.Contain("transport_failure").And.Contain($"{DateTime.UtcNow:yyyy-MM-dd}");
        lines.Should().ContainSingle(line => line.Contains("dexatel", StringComparison.Ordinal)).Which.Should().Contain("lease over").And.Contain("its sender died or sleeps");
        lines[^1].Should().StartWith("2 shown; 1 unknown, 2 sending, 0 refused, 1 done in ");
        listed.Output.Should().NotContain(Number).And.NotContain("\u001b").And.Contain("\\u001b").And.NotContain("0123000");

        LedgerShell.ShellResult young = await shell.RunAsync("list", "--older-than", "1h");
        young.Output.TrimEnd().Should().StartWith("0 shown; 1 unknown").And.NotContain("\n");
        (await shell.RunAsync("list", "--state", "sending")).Output.Should().Contain("01230000").And.Contain("its lease ends in").And.NotContain("D1ED");
        LedgerShell.ShellResult cut = await shell.RunAsync("list", "--state", "all", "--most", "2");
        cut.Error.Should().Contain("there may be more");

        using var all = JsonDocument.Parse((await shell.RunAsync("list", "--state", "all", "--output", "json")).Output);
        JsonElement[] calls = [.. all.RootElement.GetProperty("calls").EnumerateArray()];
        calls.Should().HaveCount(4);
        JsonElement unknown = calls.Should().ContainSingle(call => call.GetProperty("state").GetString() == "unknown").Subject;
        unknown.GetProperty("verdict").GetProperty("category").GetString().Should().Be("transport_failure");
        unknown.GetProperty("effect_unknown").GetBoolean().Should().BeTrue();
        all.RootElement.GetProperty("counts").GetProperty("done").GetInt64().Should().Be(1);
    }

    [Theory(Timeout = 300_000)]
    [InlineData("redis")]
    [InlineData("postgresql")]
    public async Task Resolve_AsNotDone_LetsTheNextDeliverySend_AndIsRefusedTheSecondTime(string store)
    {
        await using LedgerShell shell = await LedgerShell.OnAsync(store);
        shell.Remote.IsBroken = true;
        await shell.DeliverAsync(CallId);
        shell.Remote.IsBroken = false;

        (await shell.RunAsync("resolve", CallId, "--not-done", "--reason", "why")).Fault().Should().Contain("pass --yes");
        (await shell.RunAsync("show", CallId)).Output.Should().StartWith("unknown").And.Contain("is not sent until a probe or a person settles it");
        LedgerShell.ShellResult early = await shell.RunAsync("resolve", CallId, "--not-done", "--reason", "why", "--quiet-time", "1h", "--yes");
        early.ExitCode.Should().Be(2);
        early.Error.Should().Contain("may still execute");
        LedgerShell.ShellResult resolved = await shell.RunAsync("resolve", CallId, "--not-done", "--reason", $"no call to {Number} in the vendor's log", "--by", "jane", "--quiet-time", "0.001s", "--yes");

        resolved.ExitCode.Should().Be(0, resolved.Error);
        resolved.Error.Should().Contain("did NOT happen").And.Contain("called twice");
        resolved.Output.Should().Contain("is refused now; jane: no call to").And.NotContain(Number);
        (await shell.RunAsync("resolve", CallId, "--done", "--reason", "why", "--yes")).Fault().Should().Contain("surely did not happen");
        using HttpResponseMessage? again = await shell.DeliverAsync(CallId);
        shell.Remote.Sends.Should().Be(2);
        (await shell.RunAsync("resolve", CallId, "--done", "--reason", "why", "--yes")).Fault().Should().Contain("The call is done");
    }

    [Theory(Timeout = 300_000)]
    [InlineData("redis")]
    [InlineData("postgresql")]
    public async Task Resolve_AsDone_ByAnythingThatTheListPrints(string store)
    {
        await using LedgerShell shell = await LedgerShell.OnAsync(store);
        shell.Remote.IsBroken = true;
        await shell.DeliverAsync(CallId);
        LedgerEntry entry = (await shell.Store.ListAsync(null, TimeSpan.Zero, 10, Token)).Should().ContainSingle().Subject;
        string masked = (await new CallLedger(shell.Store).FindAsync(CallId, Token))!.MaskedId!;
        masked.Should().NotBe(CallId);

        foreach (string name in (string[])[CallId, entry.Key, entry.Key[..12].ToLowerInvariant(), masked])
        {
            LedgerShell.ShellResult shown = await shell.RunAsync("show", name);
            shown.Output.Should().Contain(entry.Key, $"{name}: {shown.Error}").And.Contain(entry.Owner);
        }

        LedgerShell.ShellResult resolved = await shell.RunAsync("resolve", masked, "--done", "--reason", "the vendor's log has it", "--yes", "--output", "json");

        using var json = JsonDocument.Parse(resolved.Output);
        (json.RootElement.GetProperty("state").GetString(), json.RootElement.GetProperty("by").GetString(), json.RootElement.GetProperty("reason").GetString()).Should().Be(("done", "person", "the vendor's log has it"));
        json.RootElement.GetProperty("resolved_by").GetString().Should().NotBeNullOrEmpty("it is the user of the shell");
        shell.Remote.IsBroken = false;
        using HttpResponseMessage? again = await shell.DeliverAsync(CallId);
        again!.GetVendorDecision().Source.Should().Be(VendorErrors.Retries.DecisionSource.Ledger);
        shell.Remote.Sends.Should().Be(1);

        // A fleet with a longer retention than ours would send it again if the entry went away early.
        await shell.Store.PurgeAsync(10, Token);
        (await shell.RunAsync("show", CallId)).Output.Should().StartWith("done").And.Contain("is not sent; it gets this verdict");
    }

    [Theory(Timeout = 300_000)]
    [InlineData("redis")]
    [InlineData("postgresql")]
    public async Task ACallThatIsOnItsWay_AnAmbiguousKey_AndAnUnknownId_AreRefused(string store)
    {
        await using LedgerShell shell = await LedgerShell.OnAsync(store);
        await shell.AddAsync("ABCDEF0123" + new string('1', 54), TimeSpan.FromHours(1));
        await shell.AddAsync("ABCDEF0123" + new string('2', 54), TimeSpan.FromHours(1));

        (await shell.RunAsync("resolve", "abcdef0123", "--done", "--reason", "why", "--yes")).Fault().Should().Contain("2 calls fit: ABCDEF0123").And.Contain("give more of the key");
        (await shell.RunAsync("resolve", "abcdef01231", "--done", "--reason", "why", "--yes")).Fault().Should().Contain("on its way or being looked up; its lease ends in");
        (await shell.RunAsync("show", "campaign-7/nobody")).Fault().Should().Contain("there is no such call").And.NotContain("nobody");
        (await shell.RunAsync("show", "campaign-7/nobody", "--secret", "env:LEDGER_OF_THE_TEST")).Fault().Should().Contain("base64");
    }

    [Fact(Timeout = 300_000)]
    public async Task Purge_TakesWhatIsOver_InSteps()
    {
        await using LedgerShell shell = await LedgerShell.OnAsync("postgresql");
        for (var i = 0; i < 3; i++)
        {
            LedgerEntry entry = await shell.AddAsync($"{i:X64}", TimeSpan.FromMinutes(1));
            (await shell.Store.ReplaceAsync(entry with { Version = 2, State = LedgerState.Done }, entry, TimeSpan.Zero, i == 0 ? TimeSpan.FromDays(1) : TimeSpan.FromMilliseconds(1), Token)).Should().BeTrue();
        }

        await shell.AddAsync(new string('E', 64), TimeSpan.FromMilliseconds(1));
        await Task.Delay(50, Token);

        (await shell.RunAsync("purge")).Output.Should().StartWith("2 calls purged from PostgreSQL in the schema ");
        (await shell.RunAsync("purge", "--output", "json")).Output.Should().Contain("\"purged\": 0");
        (await shell.RunAsync("list")).Output.Should().Contain("1 sending, 0 refused, 1 done");
    }

    [Fact(Timeout = 300_000)]
    public async Task Redis_EachFault_HasItsLine()
    {
        await using LedgerShell shell = await LedgerShell.OnAsync("redis");
        using RedisServer server = await RedisServer.StartAsync();
        Assert.SkipUnless(server.IsReal, "Garnet has no password and no replica here");
        using RedisServer locked = await RedisServer.StartAsync(password: "right");
        using RedisServer replica = await RedisServer.StartAsync(follows: server.Port);

        string Of(LedgerShell.ShellResult result) => result.Fault();
        Of(await LedgerShell.RunAsync($"{locked.Address},password=wr0ng", Redis("list"))).Should().Contain("password").And.NotContain("wr0ng");
        Of(await LedgerShell.RunAsync($"127.0.0.1:{ServerProcess.FreePort()}", Redis("list"))).Should().Contain("cannot be reached");
        Of(await LedgerShell.RunAsync(replica.Address, Redis("list"))).Should().Contain("read-only replica");
        Of(await LedgerShell.RunAsync("127.0.0.1,pasword=wr0ng", Redis("list"))).Should().Contain("cannot be read").And.NotContain("wr0ng");
        Of(await LedgerShell.RunAsync(server.Address, Redis("show", CallId))).Should().Contain("there is no call at all in Redis with the key prefix 'vendor-errors'");
        Of(await LedgerShell.RunAsync(server.Address, Redis("list", "--key-prefix", "a{b"))).Should().Contain("KeyPrefix");
        (await LedgerShell.RunAsync(server.Address, Redis("list"))).Output.Should().StartWith("0 shown; 0 unknown");
        using StackExchange.Redis.ConnectionMultiplexer client = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(server.Address);
        client.GetServer(client.GetEndPoints()[0]).Keys(pattern: "*secret*").Should().BeEmpty("looking leaves nothing in a store that is not the fleet's");
    }

    [Fact(Timeout = 300_000)]
    public async Task PostgreSql_EachFault_HasItsLine()
    {
        await using LedgerShell shell = await LedgerShell.OnAsync("postgresql");
        PostgreSqlServer server = await PostgreSqlServer.SharedAsync();

        string Of(LedgerShell.ShellResult result) => result.Fault();
        Of(await LedgerShell.RunAsync(LedgerShell.ConnectionTo(server, password: "wr0ng"), PostgreSql("list"))).Should().Contain("refused the user or the password").And.NotContain("wr0ng");
        Of(await LedgerShell.RunAsync(LedgerShell.ConnectionTo(server, port: ServerProcess.FreePort()), PostgreSql("list"))).Should().Contain("cannot be reached");
        Of(await LedgerShell.RunAsync(LedgerShell.ConnectionTo(server, more: "Options=-c default_transaction_read_only=on"), PostgreSql("list"))).Should().Contain("read-only");
        Of(await LedgerShell.RunAsync(LedgerShell.ConnectionTo(server), PostgreSql("list", "--schema", "nobodys"))).Should().Contain("The schema 'nobodys' of PostgreSQL lacks the tables");
        Of(await LedgerShell.RunAsync("Hst=127.0.0.1;Password=wr0ng", PostgreSql("list"))).Should().Contain("cannot be read").And.NotContain("wr0ng");
        Of(await LedgerShell.RunAsync(LedgerShell.ConnectionTo(server).Replace("postgres;", "nowhere;", StringComparison.Ordinal), PostgreSql("list"))).Should().Contain("does not exist");
        Of(await shell.RunAsync("show", CallId)).Should().Contain("there is no call at all in PostgreSQL");
    }

    private static string[] Redis(params string[] words) => [.. words, "--redis", "env:LEDGER_OF_THE_TEST"];

    private static string[] PostgreSql(params string[] words) => [.. words, "--postgres", "env:LEDGER_OF_THE_TEST"];
}
