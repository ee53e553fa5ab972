using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using VendorErrors.Http.Credentials;
using VendorErrors.Http.Ledger;

namespace VendorErrors.Http.Tests.Ledger;

/// <summary>The answer that a second delivery gets back, and all that is not kept of it.</summary>
public class LedgerAnswerTests : LedgerBench
{
    private const string Dialed = """{"statusCode":0,"message":"Done","payload":{"id":4711,"number":"+4915112345678"}}""";

    private readonly FakeLogCollector _logs = new();

    [Fact]
    public async Task ASecondDelivery_GetsTheAnswerBack()
    {
        Remote.Answer = _ => Task.FromResult(AnswerOf(Live(Dialed, "application/json", length: Dialed.Length), HttpStatusCode.Created));

        using HttpResponseMessage first = await DeliverAsync(LedgerOf(new Shifted(1)));
        using HttpResponseMessage second = await DeliverAsync(LedgerOf(new Shifted(1)));

        (await first.Content.ReadAsStringAsync(Token)).Should().Be(Dialed, "the caller of the first gets all of it");
        (await second.Content.ReadAsStringAsync(Token)).Should().Be(Dialed);
        second.StatusCode.Should().Be(HttpStatusCode.Created);
        second.Content.Headers.ContentType!.ToString().Should().Be("application/json");
        second.Headers.Location.Should().Be(new Uri("https://x.test/calls/4711"));
        second.Headers.Contains("Set-Cookie").Should().BeFalse("it is not on the list");
        second.GetVendorDecision().Source.Should().Be(DecisionSource.Ledger);
        Remote.Sends.Should().Be(1);
        LedgerEntry entry = (await Store.ListAsync(null, default, 10, Token)).Should().ContainSingle().Subject;
        entry.Data.Should().NotContain("4711").And.NotContain("cookie").And.NotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(Dialed))[..40]);
        (await LedgerOf().FindAsync(CallId, Token))!.HasAnswer.Should().BeTrue();
    }

    [Theory]
    [InlineData("application/json", Dialed, null, true, "one value that is closed is all of a JSON document, whatever its length was said to be")]
    [InlineData("application/json; charset=utf-8", Dialed, 81, true, "it has its length")]
    [InlineData("application/json", Dialed, 5000, true, "the value is closed")]
    [InlineData("application/x-ndjson", Dialed, null, false, "another line may come")]
    [InlineData("text/event-stream", "data: x\n\n", null, false, "another event may come")]
    [InlineData("text/plain", "Done", 4, true, "it has its length")]
    public async Task OnlyWhatIsThere_IsKept(string type, string body, int? length, bool isKept, string because)
    {
        Remote.Answer = _ => Task.FromResult(AnswerOf(Live(body, type, length)));

        using HttpResponseMessage first = await DeliverAsync(LedgerOf(new Shifted(1)), read: false);
        using HttpResponseMessage second = await DeliverAsync(LedgerOf(new Shifted(1)));

        (await second.Content.ReadAsStringAsync(Token)).Should().Be(isKept ? body : string.Empty, because);
        second.GetVendorResult().IsSuccess.Should().BeTrue();
        (await first.Content.ReadAsStringAsync(Token)).Should().Be(body);
    }

    [Fact]
    public async Task ALongStream_IsNotReadForIt()
    {
        string body = Dialed.Replace("Done", new string('x', 20_000), StringComparison.Ordinal);
        ScriptedRead? stream = null;
        Remote.Answer = _ => Task.FromResult(AnswerOf(Live(body, "application/json", body.Length, out stream)));

        using HttpResponseMessage first = await DeliverAsync(LedgerOf(new Shifted(1), most: 100_000), read: false);

        stream!.BytesRead.Should().BeLessThan(body.Length, "the verdict needs its beginning only");
        (await LedgerOf().FindAsync(CallId, Token))!.HasAnswer.Should().BeFalse();
        (await first.Content.ReadAsStringAsync(Token)).Should().Be(body);
    }

    [Theory]
    [InlineData(81, true)]
    [InlineData(80, false)]
    public async Task TheBound_IsOfBodyAndHeaders(int most, bool isKept)
    {
        Remote.Answer = _ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = Live(Dialed, null, Dialed.Length) });
        Dialed.Length.Should().Be(81);

        using HttpResponseMessage first = await DeliverAsync(LedgerOf(new Shifted(1), most));

        (await LedgerOf().FindAsync(CallId, Token))!.HasAnswer.Should().Be(isKept);
    }

    [Fact]
    public async Task UnlessAskedFor_NothingIsKept()
    {
        using HttpResponseMessage first = await DeliverAsync(new CallLedger(Store, null, Time, new Shifted(1)));
        using HttpResponseMessage second = await DeliverAsync(new CallLedger(Store, null, Time, new Shifted(1)));

        (await second.Content.ReadAsByteArrayAsync(Token)).Should().BeEmpty();
        (await LedgerOf().FindAsync(CallId, Token))!.HasAnswer.Should().BeFalse();
    }

    [Fact]
    public void WithoutAProtector_ItIsAFaultOfTheOptions()
    {
        var options = new CallLedgerOptions { MaxAnswerBytes = 1000 };

        FluentActions.Invoking(() => new CallLedger(Store, options, Time)).Should().Throw<OptionsValidationException>().WithMessage("*ISecretProtector*");
        using ServiceProvider plain = new ServiceCollection()
            .AddSingleton<ICallLedgerStore>(Store)
            .AddSingleton<ISecretProtector, PlainSecrets>()
            .AddCallLedger(changed => changed.MaxAnswerBytes = 1000)
            .BuildServiceProvider();
        FluentActions.Invoking(plain.GetRequiredService<CallLedger>).Should().Throw<OptionsValidationException>("what is allowed for credentials is not for people's data");
        FluentActions.Invoking(() => new CallLedger(Store, new CallLedgerOptions { MaxAnswerBytes = -1, AnswerHeaders = { "set-cookie", " " } }, Time))
            .Should().Throw<OptionsValidationException>().Which.Failures.Should().HaveCount(3);
    }

    [Fact]
    public async Task AnotherKey_GivesTheVerdictWithoutTheAnswer_AndOneLogLine()
    {
        using HttpResponseMessage first = await DeliverAsync(LedgerOf(new Shifted(1)));
        CallLedger other = LedgerOf(new Shifted(2));

        for (var delivery = 0; delivery < 3; delivery++)
        {
            using HttpResponseMessage again = await DeliverAsync(other);
            (await again.Content.ReadAsByteArrayAsync(Token)).Should().BeEmpty();
            again.GetVendorResult().IsSuccess.Should().BeTrue();
        }

        _logs.GetSnapshot().Should().ContainSingle(line => line.Id.Id == 26).Which.Level.Should().Be(LogLevel.Warning);
        Remote.Sends.Should().Be(1);
    }

    [Fact]
    public async Task AnAnswerOfAnotherEntry_IsNone()
    {
        using HttpResponseMessage first = await DeliverAsync(LedgerOf(new Shifted(1)));
        using HttpResponseMessage other = await DeliverAsync(LedgerOf(new Shifted(1)), RequestOf(id: "another"));
        IReadOnlyList<LedgerEntry> entries = await Store.ListAsync(null, default, 10, Token);
        LedgerEntry victim = entries[0] with { Version = entries[0].Version + 1, Data = entries[1].Data };
        (await Store.ReplaceAsync(victim, entries[0], default, TimeSpan.FromDays(9), Token)).Should().BeTrue();

        using HttpResponseMessage again = await DeliverAsync(LedgerOf(new Shifted(1)));
        using HttpResponseMessage sound = await DeliverAsync(LedgerOf(new Shifted(1)), RequestOf(id: "another"));

        string[] bodies = [await again.Content.ReadAsStringAsync(Token), await sound.Content.ReadAsStringAsync(Token)];
        bodies.Should().BeEquivalentTo(string.Empty, Done);
    }

    [Fact]
    public async Task AProtectorThatFails_KeepsNothing_AndTheCallIsDoneAllTheSame()
    {
        using HttpResponseMessage first = await DeliverAsync(LedgerOf(new Broken()));

        CallLedgerRecord record = (await LedgerOf().FindAsync(CallId, Token))!;
        (record.State, record.HasAnswer).Should().Be((LedgerState.Done, false));
        _logs.GetSnapshot().Should().ContainSingle(line => line.Id.Id == 26);
    }

    [Fact]
    public async Task Erase_TakesTheAnswerToo()
    {
        using HttpResponseMessage first = await DeliverAsync(LedgerOf(new Shifted(1)));

        (await LedgerOf().EraseAsync(CallId, Token)).Should().BeTrue();

        using HttpResponseMessage again = await DeliverAsync(LedgerOf(new Shifted(1)));
        (await again.Content.ReadAsByteArrayAsync(Token)).Should().BeEmpty();
        (await LedgerOf().FindAsync(CallId, Token))!.HasAnswer.Should().BeFalse();
    }

    [Fact]
    public async Task AfterTheRetention_OnlyTheVerdictIsLeft_UntilItIsPurged()
    {
        CallLedger ledger = LedgerOf(new Shifted(1));
        using HttpResponseMessage first = await DeliverAsync(ledger);
        Time.Advance(TimeSpan.FromDays(35) - TimeSpan.FromSeconds(1));
        await ledger.PurgeAsync(cancellationToken: Token);
        (await ledger.FindAsync(CallId, Token))!.HasAnswer.Should().BeTrue("its time is not over");

        Time.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1));
        using HttpResponseMessage late = await DeliverAsync(ledger, RequestOf());
        (await late.Content.ReadAsByteArrayAsync(Token)).Should().BeEmpty("it is over now, purged or not");
        (await ledger.PurgeAsync(cancellationToken: Token)).Should().Be(0);
        CallLedgerRecord shrunk = (await ledger.FindAsync(CallId, Token))!;
        (shrunk.State, shrunk.HasAnswer, shrunk.VendorId).Should().Be((LedgerState.Done, false, "talkdesk-dialer"));

        Time.Advance(TimeSpan.FromHours(23) - TimeSpan.FromSeconds(1));
        (await ledger.PurgeAsync(cancellationToken: Token)).Should().Be(0);
        Time.Advance(TimeSpan.FromSeconds(1));
        (await ledger.PurgeAsync(cancellationToken: Token)).Should().Be(1, "shrinking does not keep it longer");
    }

    [Fact]
    public async Task WhatWasRefused_OrIsUnknown_KeepsNoAnswer()
    {
        AnswerWith(Refused);
        using HttpResponseMessage refused = await DeliverAsync(LedgerOf(new Shifted(1)));
        Remote.Answer = _ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.InternalServerError) { Content = new StringContent(Dialed) });
        using HttpResponseMessage unknown = await DeliverAsync(LedgerOf(new Shifted(1)), RequestOf(id: "another"));

        (await Store.ListAsync(null, default, 10, Token)).Should().HaveCount(2).And.NotContain(entry => entry.Data.Contains("answer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnAnswerWithoutABody_KeepsItsHeaders()
    {
        Remote.Answer = _ => Task.FromResult(AnswerOf(Live(string.Empty, null, 0), HttpStatusCode.Created));
        var vendor = new Vendor("any", "Any", new VendorErrors.Definitions.VendorDefinition());

        using HttpResponseMessage first = await DeliverAsync(LedgerOf(new Shifted(1)), vendor: vendor);
        using HttpResponseMessage second = await DeliverAsync(LedgerOf(new Shifted(1)), vendor: vendor);

        (second.StatusCode, second.Headers.Location!.AbsolutePath).Should().Be((HttpStatusCode.Created, "/calls/4711"));
    }

    private static HttpResponseMessage AnswerOf(HttpContent content, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = content, Headers = { { "Location", "https://x.test/calls/4711" }, { "Set-Cookie", "session=cookie" } } };

    private static StreamContent Live(string body, string? type, int? length) => Live(body, type, length, out _);

    private static StreamContent Live(string body, string? type, int? length, out ScriptedRead stream)
    {
        stream = new ScriptedRead(Encoding.UTF8.GetBytes(body));
        return new StreamContent(stream) { Headers = { ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type), ContentLength = length } };
    }

    private CallLedger LedgerOf(ISecretProtector protector, int most = 10_000) =>
        new(Store, new CallLedgerOptions { MaxAnswerBytes = most }, Time, new FakeLogger(_logs), protector);

    private async Task<HttpResponseMessage> DeliverAsync(CallLedger ledger, HttpRequestMessage? request = null, Vendor? vendor = null, bool read = true)
    {
        using var client = new HttpClient(
            new VendorErrorHandler(vendor ?? Vendor.TalkdeskDialer, ledger, new VendorErrorOptions { MaxRetryAttempts = 0 }, time: Time) { InnerHandler = Remote }, disposeHandler: false);
        return await client.SendAsync(request ?? RequestOf(), read ? HttpCompletionOption.ResponseContentRead : HttpCompletionOption.ResponseHeadersRead, Token);
    }

    /// <summary>Adds to each byte; refuses what another key wrote.</summary>
    private sealed class Shifted(byte key) : ISecretProtector
    {
        public byte[] Protect(byte[] secret) => [key, .. secret.Select(value => (byte)(value + key))];

        public byte[] Unprotect(byte[] stored) => stored[0] == key ? [.. stored.Skip(1).Select(value => (byte)(value - key))] : throw new System.Security.Cryptography.CryptographicException();
    }

    private sealed class Broken : ISecretProtector
    {
        public byte[] Protect(byte[] secret) => throw new System.Security.Cryptography.CryptographicException();

        public byte[] Unprotect(byte[] stored) => throw new System.Security.Cryptography.CryptographicException();
    }

    /// <summary>As from the network: it cannot be sought, and comes in pieces.</summary>
    private sealed class ScriptedRead(byte[] bytes) : Stream
    {
        private const int LargestPiece = 4096;

        public int BytesRead { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int length = Math.Min(Math.Min(count, LargestPiece), bytes.Length - BytesRead);
            bytes.AsSpan(BytesRead, length).CopyTo(buffer.AsSpan(offset));
            BytesRead += length;
            return length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
