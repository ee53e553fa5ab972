namespace VendorErrors.Http.Tests.Credentials;

/// <summary>Whether there is a newer credential is known by its version alone, whoever brought it.</summary>
public class VersionTests
{
    [Fact(Timeout = 10_000)]
    public async Task Refresh_HearsWhichVersionWasRefused()
    {
        var refresher = new FakeRefresher();
        refresher.Adopt();
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Expired, Bodies.Ok, Bodies.Expired, Bodies.Ok) { Refresher = refresher };

        using HttpResponseMessage first = await bench.GetAsync();
        using HttpResponseMessage second = await bench.GetAsync();

        refresher.Refused.Should().Equal(1, 2);
    }

    [Fact(Timeout = 10_000)]
    public async Task Refused_NewerOneWasAdoptedMeanwhile_IsReplayedWithoutARefresh()
    {
        var refresher = new FakeRefresher();
        using var bench = new Bench(FrozenVendors.Pbx, new Answer { Body = Bodies.YeastarExpired, Executes = false, Before = refresher.Adopt }, Bodies.Ok) { Refresher = refresher };

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        refresher.Calls.Should().Be(0, "another process refreshed it");
    }

    [Fact(Timeout = 10_000)]
    public async Task Refresh_LeavesTheVersionAsItWas_CountsAsFailed()
    {
        var refresher = new FakeRefresher(_ => new ValueTask<bool>(false));
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Expired) { Refresher = refresher };

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorDecision().StopReason.Should().Be(StopReason.CredentialNotRefreshed);
        bench.Logger.All.Should().Contain("its version stayed the same");
    }

    [Fact(Timeout = 10_000)]
    public async Task Refresh_FailedForAnOlderVersion_DoesNotHoldUpANewerOne()
    {
        var works = false;
        var refresher = new FakeRefresher(_ => new ValueTask<bool>(works));
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Expired, Bodies.Expired, Bodies.Ok) { Refresher = refresher };
        using HttpResponseMessage failed = await bench.GetAsync();
        refresher.Adopt();
        works = true;

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().IsSuccess.Should().BeTrue("the pause was of the version before");
        refresher.Refused.Should().Equal(0, 1);
    }

    [Fact(Timeout = 10_000)]
    public async Task Version_Throws_IsTheCallersException()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Ok) { Refresher = new Broken() };

        Exception thrown = (await bench.Awaiting(b => b.GetAsync()).Should().ThrowAsync<InvalidOperationException>()).Which;

        thrown.GetVendorResult().Should().Be(default(VendorResult));
    }

    [Fact(Timeout = 10_000)]
    public async Task Authorizer_PutsItselfOnEachAttempt_AfterTheOptions()
    {
        var credential = new BearerRefresher("v");
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Expired, Bodies.Ok) { Refresher = credential };
        bench.Options.AuthorizeAsync = async (request, _) =>
        {
            await Task.Yield();
            request.Headers.Authorization = new("Bearer", "of the options");
        };

        using HttpResponseMessage response = await bench.GetAsync();

        bench.Fake.Requests.Select(request => request.Headers["Authorization"]).Should().Equal("Bearer v-0", "Bearer v-1");
    }

    private sealed class Broken : ICredentialRefresher
    {
        public long Version => throw new InvalidOperationException("no store");

        public ValueTask RefreshAsync(long refusedVersion, CancellationToken cancellationToken) => default;
    }
}
