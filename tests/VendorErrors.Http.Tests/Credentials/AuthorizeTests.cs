using Microsoft.Extensions.Options;

namespace VendorErrors.Http.Tests.Credentials;

/// <summary>The application's own function that puts a credential on a request: synchronous or not, it is one step of an attempt.</summary>
public class AuthorizeTests
{
    private static readonly TimeSpan s_short = TimeSpan.FromSeconds(2);

    [Theory(Timeout = 10_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AuthorizeAsync_RunsBeforeEachAttempt(bool completesAtOnce)
    {
        var count = 0;
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Busy(), Bodies.Ok);
        bench.Options.AuthorizeAsync = async (request, token) =>
        {
            if (!completesAtOnce)
            {
                await Task.Delay(1, token);
            }

            request.Headers.Add("X-Key", $"key-{++count}");
        };

        using HttpResponseMessage response = await bench.GetAsync();

        bench.Fake.Requests.Select(request => request.Headers["X-Key"]).Should().Equal("key-1", "key-2");
    }

    [Theory(Timeout = 10_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Authorize_Throws_IsTheCallersExceptionAndNoAnswerOfTheVendor(bool isAsync)
    {
        // By its type it could be a broken connection, or a timeout, of the vendor.
        Exception[] failures = [new HttpRequestException("the token server is down"), new TimeoutException(), new IOException(), new OperationCanceledException()];
        foreach (Exception failure in failures)
        {
            var count = 0;
            using var bench = new Bench(FrozenVendors.Pbx, Bodies.Ok) { Options = { ThrowOnFailure = true } };
            if (isAsync)
            {
                bench.Options.AuthorizeAsync = async (_, token) =>
                {
                    count++;
                    await Task.Delay(1, token);
                    throw failure;
                };
            }
            else
            {
                bench.Options.Authorize = _ =>
                {
                    count++;
                    throw failure;
                };
            }

            Exception thrown = (await bench.Awaiting(b => b.GetAsync()).Should().ThrowAsync<Exception>()).Which;

            thrown.Should().BeSameAs(failure);
            thrown.GetVendorResult().Should().Be(default(VendorResult));
            count.Should().Be(1, "it is not tried again");
            bench.Fake.Requests.Should().BeEmpty();
            bench.Logger.All.Should().BeEmpty();
        }
    }

    [Fact(Timeout = 10_000)]
    public async Task Authorize_ThrowsBeforeAReplay_SaysNothingOfTheAnswerBefore()
    {
        var count = 0;
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Busy(), Bodies.Ok);
        bench.Options.AuthorizeAsync = (_, _) => count++ == 0 ? default : throw new HttpRequestException("down");

        Exception thrown = (await bench.Awaiting(b => b.GetAsync()).Should().ThrowAsync<HttpRequestException>()).Which;

        thrown.GetVendorResult().Should().Be(default(VendorResult));
        bench.Fake.Requests.Should().ContainSingle();
    }

    [Theory(Timeout = 10_000)]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task AuthorizeAsync_NeverEnds_IsBoundedByTheDeadlines(bool listens, bool isTotal)
    {
        var never = new TaskCompletionSource();
        var begun = 0;
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Ok)
        {
            Time = new FakeTime { IsManual = true },
            Options = { TotalTimeout = isTotal ? s_short : null, AttemptTimeout = isTotal ? null : s_short, MaxRetryAttempts = 0 },
        };
        bench.Options.AuthorizeAsync = async (_, token) =>
        {
            begun++;
            await (listens ? Task.Delay(Timeout.Infinite, token) : never.Task);
        };
        Task<HttpResponseMessage> sending = bench.PostAsync();
        await Eventually.TrueAsync(() => begun == 1);

        bench.Time.Advance(s_short);

        TaskCanceledException thrown = (await sending.Awaiting(task => task).Should().ThrowAsync<TaskCanceledException>()).Which;
        thrown.InnerException.Should().BeOfType<TimeoutException>();
        thrown.GetVendorResult().Category.Should().Be(ErrorCategory.ClientTimeout);
        thrown.GetVendorResult().Effect.Should().Be(Effect.None, "nothing was sent");
        bench.Fake.Requests.Should().BeEmpty();
    }

    [Theory(Timeout = 10_000)]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public async Task AuthorizeAsync_RanOut_IsTriedAgainUnlessItStillHasTheMessage(bool listens, int tries)
    {
        var never = new TaskCompletionSource();
        var begun = 0;
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Ok)
        {
            Time = new FakeTime { IsManual = true },
            Options = { AttemptTimeout = s_short },
            Jitter = 0,
        };
        bench.Options.AuthorizeAsync = async (_, token) =>
        {
            if (Interlocked.Increment(ref begun) == 1)
            {
                await (listens ? Task.Delay(Timeout.Infinite, token) : never.Task);
            }
        };
        Task<HttpResponseMessage> sending = bench.PostAsync();
        await Eventually.TrueAsync(() => begun == 1);

        bench.Time.Advance(s_short);

        if (listens)
        {
            using HttpResponseMessage response = await sending;
            response.GetVendorResult().IsSuccess.Should().BeTrue();
        }
        else
        {
            Exception thrown = (await sending.Awaiting(task => task).Should().ThrowAsync<TaskCanceledException>()).Which;
            thrown.GetVendorDecision().StopReason.Should().Be(StopReason.ContentNotReplayable);
        }

        begun.Should().Be(tries);
    }

    [Fact(Timeout = 10_000)]
    public async Task AuthorizeAsync_CallerCancels_IsItsCancellation()
    {
        using var caller = new CancellationTokenSource();
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Ok);
        var begun = 0;
        bench.Options.AuthorizeAsync = async (_, token) =>
        {
            begun++;
            await Task.Delay(Timeout.Infinite, token);
        };
        Task<HttpResponseMessage> sending = bench.GetAsync(token: caller.Token);
        await Eventually.TrueAsync(() => begun == 1);

        await caller.CancelAsync();

        Exception thrown = (await sending.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>()).Which;
        thrown.GetVendorResult().Category.Should().Be(ErrorCategory.Cancelled);
        thrown.GetVendorResult().Effect.Should().Be(Effect.None);
    }

    [Fact(Timeout = 10_000)]
    public async Task AuthorizeAsync_GateClosesMeanwhile_WaitsAndAsksForTheCredentialAgain()
    {
        var count = 0;
        var time = new FakeTime();
        var states = new VendorStates(time);
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Ok) { Time = time, States = states, Options = { AttemptTimeout = TimeSpan.FromSeconds(10) } };
        bench.Options.AuthorizeAsync = (request, _) =>
        {
            request.Headers.Add("X-Key", $"key-{++count}");
            if (count == 1)
            {
                states.Hear(Bench.YeastarAccount, TimeSpan.FromSeconds(60));
            }

            return default;
        };

        using HttpResponseMessage response = await bench.GetAsync();

        bench.Fake.Requests.Should().ContainSingle().Which.Headers["X-Key"].Should().Be("key-2");
        time.Waits.Should().Equal(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void Send_AuthorizeThatGoesBackToItsContext_DoesNotDeadlock()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Ok);
        bench.Options.AuthorizeAsync = async (request, _) =>
        {
            await Task.Yield();
            request.Headers.Add("X-Key", "key");
        };
        var thread = new Thread(() =>
        {
            SynchronizationContext.SetSynchronizationContext(new DeafContext());
            using HttpResponseMessage response = bench.Client.Send(new HttpRequestMessage(HttpMethod.Get, "thing"), TestContext.Current.CancellationToken);
            SynchronizationContext.Current.Should().BeOfType<DeafContext>("the caller keeps its context");
        })
        { IsBackground = true };

        thread.Start();

        thread.Join(Eventually.Patience).Should().BeTrue("a user interface that calls Send blocks its own context");
        bench.Fake.Requests.Should().ContainSingle();
    }

    [Fact]
    public void Send_AuthorizeOnASchedulerOfOneThread_DoesNotDeadlock()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Ok);
        bench.Options.AuthorizeAsync = async (_, _) => await Task.Yield();
        TaskScheduler one = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, 1).ExclusiveScheduler;

        Task<HttpResponseMessage> sending = Task.Factory.StartNew(
            () => bench.Client.Send(new HttpRequestMessage(HttpMethod.Get, "thing"), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken, TaskCreationOptions.None, one);

#pragma warning disable xUnit1031, MA0042, CA1849 // What is tested.
        sending.Wait(Eventually.Patience, TestContext.Current.CancellationToken).Should().BeTrue();
        sending.Result.Dispose();
#pragma warning restore xUnit1031, MA0042, CA1849
    }

    [Fact]
    public void Options_BothFunctions_AreRefused()
    {
        var options = new VendorErrorOptions { Authorize = _ => { }, AuthorizeAsync = (_, _) => default };

        FluentActions.Invoking(() => new VendorErrorHandler(FrozenVendors.Pbx, options)).Should().Throw<OptionsValidationException>().WithMessage("*Authorize and AuthorizeAsync are both set*");
    }
}
