using VendorErrors.Tests.Docs;

namespace VendorErrors.Http.Tests.Docs;

/// <summary>The worker that docs/queues.md prints does what the page says.</summary>
public class QueuePageTests
{
    private static readonly Uri s_dial = new("http://vendor.test/api/telephony/dial");

    [Theory(Timeout = 30_000)]
    [InlineData(200, Bodies.TalkdeskOk, "acknowledged 7")]
    [InlineData(200, Bodies.TalkdeskRateLimited, "re-queued 7")]
    [InlineData(200, Bodies.TalkdeskSystemError, "check 7: talkdesk-dialer 8: vendor_internal, effect unknown")]
    [InlineData(503, "{}", "check 7: talkdesk-dialer (no code): vendor_unavailable, effect unknown")]
    [InlineData(200, """{"statusCode":5,"message":"Invalid Parameter","payload":null}""", "dead 7: talkdesk-dialer 5: validation_failed, effect none")]
    [InlineData(0, "", "re-queued 7")]
    public async Task Worker_AsPrinted_KnowsWhatToDo(int status, string body, string done)
    {
        var transport = new Transport((_, _) => status == 0 ? throw new HttpRequestException(HttpRequestError.ConnectionError) : Transport.Json(body, status));
        using var client = new HttpClient(new VendorErrorHandler(Vendor.TalkdeskDialer, new VendorErrorOptions { MaxRetryAttempts = 0, MaxWait = TimeSpan.FromSeconds(1) }) { InnerHandler = transport });
        var queue = new QueueSnippets.WorkQueue();
        DateTimeOffset before = DateTimeOffset.UtcNow;

        await QueueSnippets.HandleAsync(client, s_dial, queue, new QueueSnippets.QueuedMessage("7", new StringContent("{}")), TestContext.Current.CancellationToken);

        queue.Done.Should().Equal(done);
        if (body == Bodies.TalkdeskRateLimited)
        {
            queue.NotBefore.Should().BeOnOrAfter(before.AddSeconds(29));
        }
    }

    [Fact]
    public void DeadLetter_AsPrinted_KeepsTheVerdict()
    {
        VendorResult result = Vendor.TalkdeskDialer.Classify(200, Bodies.TalkdeskRateLimited);

        QueueSnippets.Keep(new QueueSnippets.QueuedMessage("7", new StringContent("{}")), result).Retry.Should().Be(result.Retry);
    }

    [Fact]
    public void Actions_Always_StandInThePage() =>
        Enum.GetNames<QueueAction>().Where(name => !Repository.Read("docs/queues.md").Contains($"| `{name}` |", StringComparison.Ordinal)).Should().BeEmpty();
}
