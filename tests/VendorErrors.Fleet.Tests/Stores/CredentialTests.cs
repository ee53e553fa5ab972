using Microsoft.Extensions.Options;
using VendorErrors.Fleet.Tests.Servers;

namespace VendorErrors.Fleet.Tests.Stores;

/// <summary>One credential for a fleet, on real stores.</summary>
public class CredentialTests
{
    private static readonly TimeSpan s_lease = TimeSpan.FromSeconds(5);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Timeout = 60_000)]
    [InlineData("memory")]
    [InlineData("redis")]
    [InlineData("postgresql")]
    public async Task Store_EachStep_IsTheOwnersAlone(string kind)
    {
        await using Servers.Fleet? fleet = kind == "memory" ? null : await Servers.Fleet.OnAsync(kind);
        await using ServiceProvider? instance = fleet?.Instance();
        instance?.GetRequiredService<IStartupValidator>().Validate();
        ISharedCredentialStore store = instance?.GetRequiredService<ISharedCredentialStore>() ?? new InMemorySharedCredentialStore();

        (await store.TryBeginAsync("a", 0, "one", s_lease, Token)).Step.Should().Be(SharedCredentialStep.Lead);
        SharedCredentialState other = await store.TryBeginAsync("a", 0, "two", s_lease, Token);
        (other.Step, other.Left > TimeSpan.FromSeconds(4)).Should().Be((SharedCredentialStep.Wait, true));
        (await store.RenewAsync("a", "two", s_lease, Token)).Should().BeFalse();
        (await store.CommitAsync("a", "two", 1, [1], Token)).Should().BeFalse("only the owner commits");
        (await store.RenewAsync("a", "one", s_lease, Token)).Should().BeTrue();
        (await store.CommitAsync("a", "one", 1, [7, 0, 255], Token)).Should().BeTrue();

        SharedCredentialState newer = await store.TryBeginAsync("a", 0, "two", s_lease, Token);
        (newer.Step, newer.Version).Should().Be((SharedCredentialStep.Adopt, 1));
        newer.Secret.Should().Equal(7, 0, 255);

        SharedCredentialState lead = await store.TryBeginAsync("a", 1, "three", s_lease, Token);
        lead.Step.Should().Be(SharedCredentialStep.Lead);
        lead.Secret.Should().Equal([7, 0, 255], "the refresh token of the fleet is in it");
        await store.FailAsync("a", "one", s_lease, Token);
        (await store.TryBeginAsync("a", 1, "four", s_lease, Token)).Step.Should().Be(SharedCredentialStep.Wait, "a failure counts from the owner only");
        await store.FailAsync("a", "three", TimeSpan.FromSeconds(1), Token);
        (await store.TryBeginAsync("a", 1, "four", s_lease, Token)).Step.Should().Be(SharedCredentialStep.Paused);
        await Task.Delay(1100, Token);
        (await store.TryBeginAsync("a", 1, "four", TimeSpan.FromMilliseconds(300), Token)).Step.Should().Be(SharedCredentialStep.Lead);
        await Task.Delay(400, Token);
        (await store.TryBeginAsync("a", 1, "five", s_lease, Token)).Step.Should().Be(SharedCredentialStep.Lead, "the lease of the one before is over");
        (await store.CommitAsync("a", "four", 2, [2], Token)).Should().BeFalse("its lease is another's");
        (await store.TryBeginAsync("b", 0, "one", s_lease, Token)).Step.Should().Be(SharedCredentialStep.Lead);
    }

    [Theory(Timeout = 90_000)]
    [InlineData("redis")]
    [InlineData("postgresql")]
    public async Task TwentyInstances_OnePbx_OneSignInAndOneRefreshPerExpiry_NoCallFails(string kind)
    {
        await using Servers.Fleet fleet = await Servers.Fleet.OnAsync(kind);
        var pbx = new VendorSimulator(Vendor.YeastarPSeries, new() { Tokens = new TokenRules { Slots = 8 } });
        ServiceProvider[] instances = [.. Enumerable.Range(0, 20).Select(_ => fleet.Instance(services => Register(services, pbx)))];
        instances[0].GetRequiredService<IStartupValidator>().Validate();
        HttpClient[] clients = [.. instances.Select(instance => instance.GetRequiredService<IHttpClientFactory>().CreateClient("pbx"))];

        for (var round = 0; round < 4; round++)
        {
            HttpResponseMessage[] responses = await Task.WhenAll(clients.SelectMany(client => Enumerable.Range(0, 3).Select(_ => client.PostAsync(new Uri("openapi/v1.0/call/dial", UriKind.Relative), new StringContent("{\"caller\":\"1000\",\"callee\":\"2000\"}"), Token))));
            responses.Should().OnlyContain(response => response.GetVendorResult().IsSuccess);
            pbx.Tokens.ExpireAll();
        }

        (pbx.Tokens.SignIns, pbx.Tokens.Refreshes).Should().Be((1, 3));
        foreach (ServiceProvider instance in instances)
        {
            await instance.DisposeAsync();
        }

        pbx.Requests.Should().NotContain(request => request.Path.EndsWith("del_token", StringComparison.Ordinal), "others may use the token");
    }

    [Theory(Timeout = 60_000)]
    [InlineData("redis")]
    [InlineData("postgresql")]
    public async Task Refresher_DiesInTheMiddle_AnotherTakesOverWithinTheLease(string kind)
    {
        await using Servers.Fleet fleet = await Servers.Fleet.OnAsync(kind);
        await using ServiceProvider instance = fleet.Instance();
        instance.GetRequiredService<IStartupValidator>().Validate();
        ISharedCredentialStore store = instance.GetRequiredService<ISharedCredentialStore>();

        // One that began and is never heard of again.
        (await store.TryBeginAsync("token", 0, "dead", s_lease, Token)).Step.Should().Be(SharedCredentialStep.Lead);
        var credential = new SharedCredential("token", store, instance.GetRequiredService<ISecretProtector>());
        long start = TimeProvider.System.GetTimestamp();
        await credential.RefreshAsync(0, (_, _) => new("fresh"), Token);

        credential.Secret.Should().Be("fresh");
        TimeProvider.System.GetElapsedTime(start).Should().BeGreaterThan(TimeSpan.FromSeconds(4)).And.BeLessThan(2 * s_lease, "nobody waits for a second lease");
    }

    [Fact(Timeout = 60_000)]
    public async Task LateRefusal_OfAnOldToken_CostsNoSecondRefresh()
    {
        var store = new InMemorySharedCredentialStore();
        var protector = new Reversed();
        var refreshes = 0;
        var one = new SharedCredential("token", store, protector);
        var other = new SharedCredential("token", store, protector);
        ValueTask<string?> Refresh(string? present, CancellationToken token) => new($"token-{++refreshes}");

        await one.RefreshAsync(0, Refresh, Token);
        await other.RefreshAsync(0, Refresh, Token);
        await one.RefreshAsync(0, Refresh, Token);
        await one.RefreshAsync(1, Refresh, Token);
        await other.RefreshAsync(1, Refresh, Token);

        refreshes.Should().Be(2);
        (one.Secret, other.Secret, one.Version, other.Version).Should().Be(("token-2", "token-2", 2, 2));
    }

    [Fact(Timeout = 60_000)]
    public async Task Failure_PausesTheFleet_AndAnExceptionCounts()
    {
        var store = new InMemorySharedCredentialStore();
        var one = new SharedCredential("token", store, new Reversed());
        var other = new SharedCredential("token", store, new Reversed());
        var asked = 0;

        await one.Awaiting(c => c.RefreshAsync(0, (_, _) => throw new InvalidDataException(), Token).AsTask()).Should().ThrowAsync<InvalidDataException>();
        await other.RefreshAsync(
            0,
            (_, _) =>
            {
                asked++;
                return new("x");
            },
            Token);

        (asked, other.Version).Should().Be((0, 0));
    }

    [Fact(Timeout = 60_000)]
    public async Task Store_IsGone_RefreshesAlone()
    {
        using RedisServer server = await RedisServer.StartAsync();
        await using ServiceProvider instance = new ServiceCollection().AddVendorErrorsRedis(server.Address, options => options.AllowUnprotectedSecrets = true).BuildServiceProvider();
        var credential = new SharedCredential("token", instance.GetRequiredService<ISharedCredentialStore>(), new Reversed());
        await credential.RefreshAsync(0, (_, _) => new("one"), Token);
        server.Kill();

        await credential.RefreshAsync(1, (present, _) => new(present + "-two"), Token);

        (credential.Secret, credential.Version).Should().Be(("one-two", 2));
    }

    private static void Register(IServiceCollection services, VendorSimulator pbx) =>
        services.AddHttpClient("pbx", http => http.BaseAddress = pbx.Address)
            .ConfigurePrimaryHttpMessageHandler(pbx.CreateHandler)
            .AddVendorErrors(Vendor.YeastarPSeries)
            .AddYeastarTokens(
                options => (options.BaseAddress, options.ClientId, options.ClientSecret) = (pbx.Address, "client-1", "s3cret"),
                tokens => tokens.ConfigurePrimaryHttpMessageHandler(pbx.CreateHandler));

    private sealed class Reversed : ISecretProtector
    {
        public byte[] Protect(byte[] secret) => [.. secret.Reverse()];

        public byte[] Unprotect(byte[] stored) => [.. stored.Reverse()];
    }
}
