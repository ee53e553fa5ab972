using Microsoft.Extensions.Logging.Testing;
using VendorErrors.Retries;

namespace VendorErrors.Http.Tests.Ledger;

/// <summary>What is said of a store that cannot be used: once, and in words of our own.</summary>
public class CallLedgerOutageTests : LedgerBench
{
    private readonly FakeLogCollector _logs = new();

    [Theory]
    [InlineData("add")]
    [InlineData("secret")]
    public async Task AnOutage_HasOneLine_AndItsEndAnother(string failsAt)
    {
        using var client = new HttpClient(new VendorErrorHandler(Vendor.TalkdeskDialer, LedgerOf(_logs), new VendorErrorOptions { MaxRetryAttempts = 0 }, time: Time) { InnerHandler = Remote }, disposeHandler: false);
        Store.FailsAt = failsAt;
        Store.Failure = new CallLedgerStoreException("SQLSTATE 53100: the disk is full", new IOException("host db.example.com, user fleet"));
        for (var i = 0; i < 3; i++)
        {
            VendorErrorException stopped = (await FluentActions.Awaiting(() => client.SendAsync(RequestOf(id: $"{i}"), Token)).Should().ThrowAsync<VendorErrorException>()).Which;
            stopped.Decision.StopReason.Should().Be(StopReason.LedgerUnavailable);
            stopped.Result.Evidence.Should().Contain(evidence => evidence.ToString()!.Contains("SQLSTATE 53100"));
        }

        Lines().Should().ContainSingle().Which.Should().Contain("SQLSTATE 53100: the disk is full").And.NotContain("example.com");
        Store.FailsAt = null;
        for (var i = 3; i < 6; i++)
        {
            (await client.SendAsync(RequestOf(id: $"{i}"), Token)).GetVendorResult().IsSuccess.Should().BeTrue();
        }

        Lines().Should().HaveCount(2).And.Subject.Last().Should().Contain("can be used again");
        Store.FailsAt = "add";
        await FluentActions.Awaiting(() => client.SendAsync(RequestOf(id: "7"), Token)).Should().ThrowAsync<VendorErrorException>();
        Lines().Should().HaveCount(3);
    }

    [Fact]
    public async Task AReadThatWorks_EndsNoOutage()
    {
        CallLedger ledger = LedgerOf(_logs);
        using var client = new HttpClient(new VendorErrorHandler(Vendor.TalkdeskDialer, ledger, new VendorErrorOptions { MaxRetryAttempts = 0 }, time: Time) { InnerHandler = Remote }, disposeHandler: false);
        Store.FailsAt = "add";
        for (var i = 0; i < 2; i++)
        {
            await FluentActions.Awaiting(() => client.SendAsync(RequestOf(id: $"{i}"), Token)).Should().ThrowAsync<VendorErrorException>();
            await ledger.FindAsync($"{i}", Token);
        }

        Lines().Should().ContainSingle();
    }

    [Fact]
    public async Task AStoreThatDoesNotAnswer_IsNamedSo()
    {
        Store.FailsAt = "add";
        Store.Failure = new OperationCanceledException();

        await FluentActions.Awaiting(() => DeliverAsync(logs: _logs)).Should().ThrowAsync<VendorErrorException>();

        Lines().Should().ContainSingle().Which.Should().Contain("no answer within 5 s");
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task AProcess_WithAnotherSecretThanItsFleet_SendsNothing(bool isGiven, bool isOtherGiven)
    {
        // A store that took any process would find no entry under the other's hash, and all would be sent again.
        using HttpClient first = ClientOf(isGiven ? [.. Enumerable.Repeat((byte)1, 32)] : null);
        using HttpClient second = ClientOf(isOtherGiven ? [.. Enumerable.Repeat((byte)2, 32)] : null);
        (await first.SendAsync(RequestOf(), Token)).GetVendorResult().IsSuccess.Should().BeTrue();

        VendorErrorException stopped = (await FluentActions.Awaiting(() => second.SendAsync(RequestOf(), Token)).Should().ThrowAsync<VendorErrorException>()).Which;

        stopped.Decision.StopReason.Should().Be(StopReason.LedgerUnavailable);
        stopped.Result.Evidence.Should().Contain(evidence => evidence.ToString()!.Contains("another Secret"));
        Remote.Sends.Should().Be(1);
    }

    private List<string> Lines() => [.. _logs.GetSnapshot().Where(record => record.Message.StartsWith("The call ledger", StringComparison.Ordinal)).Select(record => record.Message)];

    private HttpClient ClientOf(byte[]? secret) =>
        new(new VendorErrorHandler(Vendor.TalkdeskDialer, new CallLedger(Store, new CallLedgerOptions { Secret = secret }, Time), time: Time) { InnerHandler = Remote }, disposeHandler: false);
}
