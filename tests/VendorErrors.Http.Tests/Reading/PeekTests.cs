namespace VendorErrors.Http.Tests.Reading;

public class PeekTests
{
    [Theory(Timeout = 10_000)]
    [InlineData("""{"data":""", 200, VendorErrors.VendorOutcome.Success)]
    [InlineData("""{"data":""", 202, VendorErrors.VendorOutcome.Accepted)]
    [InlineData("[", 200, VendorErrors.VendorOutcome.Success)]
    [InlineData("id;name", 200, VendorErrors.VendorOutcome.Success)]
    public async Task Get_VendorWhose2xxIsTrue_IsReadToItsFirstMemberAlone(string beginning, int status, VendorErrors.VendorOutcome outcome)
    {
        ScriptedStream stream = ScriptedStream.Stalling(beginning);
        using var bench = new Bench(Vendor.Dexatel, Answer.Of(stream, status));

        using HttpResponseMessage response = await bench.GetAsync();

        stream.BytesRead.Should().Be(beginning.Length);
        stream.ReadsBeyondTheChunks.Should().Be(0);
        response.GetVendorResult().Outcome.Should().Be(outcome);
    }

    [Theory(Timeout = 10_000)]
    [InlineData("""{"success":false,"message":"x"}""")]
    [InlineData("""{"errors":[{"code":1524,"status":400}]}""")]
    [InlineData("<html><title>Sign in</title></html>")]
    public async Task Get_FailureUnder200OfAVendorWhose2xxIsTrue_IsFound(string body)
    {
        using var bench = new Bench(Vendor.Dexatel, new Answer { Stream = ScriptedStream.Cut(Encoding.UTF8.GetBytes(body), 5) }) { Options = { MaxRetryAttempts = 0 } };

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().IsFailure.Should().BeTrue();
        response.GetVendorResult().Effect.Should().Be(Effect.Unknown);
        (await response.TextAsync()).Should().Be(body);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_YeastarSuccessThenAStall_AnswersWithoutReadingFurther()
    {
        ScriptedStream stream = ScriptedStream.Stalling("""{"errcode":0,"errmsg":""", "\"SUCCESS\"");
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Of(stream));

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().Outcome.Should().Be(VendorErrors.VendorOutcome.Success);
        response.GetVendorResult().Confidence.Should().Be(Confidence.Exact);
        stream.BytesRead.Should().Be(22, "the first chunk tells");
        stream.ReadsBeyondTheChunks.Should().Be(0);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_TalkdeskSuccessThenAStall_AnswersWithoutReadingFurther()
    {
        ScriptedStream stream = ScriptedStream.Stalling("""{"statusCode":0,""", "\"message\"");
        using var bench = new Bench(FrozenVendors.Dialer, Answer.Of(stream));

        using HttpResponseMessage response = await bench.GetAsync("Customer/1");

        response.GetVendorResult().Outcome.Should().Be(VendorErrors.VendorOutcome.Success);
        stream.BytesRead.Should().Be(16);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_ZeroAtTheEndOfAChunk_IsNotTakenYet()
    {
        ScriptedStream stream = ScriptedStream.Of("""{"errcode":0""", ",\"errmsg\":", "\"SUCCESS\"}");
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Of(stream));

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().Outcome.Should().Be(VendorErrors.VendorOutcome.Success);
        stream.BytesRead.Should().Be(12 + 10);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_NumberCutByAChunk_IsReadWhole()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Of(ScriptedStream.Of("""{"errcode":6""", "0001,\"errmsg\":\"DATA NOT FOUND\"}")));

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().Code.Should().Be("60001");
    }

    [Theory(Timeout = 10_000)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(4096)]
    public async Task Get_ByteOrderMarkCutByAChunk_ErrorIsStillFound(int size)
    {
        byte[] body = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Bodies.YeastarNotFound)];
        using var bench = new Bench(FrozenVendors.Pbx, new Answer { Stream = ScriptedStream.Cut(body, size), ContentType = "text/plain" });

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().Category.Should().Be(ErrorCategory.NotFound);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_NoVerdictWithinTheLimit_IsUndecidedAndTheRestStaysLive()
    {
        string body = $$"""{"data":"{{new string('x', 200_000)}}","errcode":60001}""";
        ScriptedStream stream = ScriptedStream.Cut(Encoding.UTF8.GetBytes(body), 1000);
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Of(stream));

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().Confidence.Should().Be(Confidence.NotInspected);
        stream.BytesRead.Should().BeInRange(60_000, VendorErrorOptions.DefaultPeekLimit);
        (await response.TextAsync()).Should().Be(body);
    }

    [Theory(Timeout = 10_000)]
    [InlineData(1024)]
    [InlineData(5000)]
    [InlineData(10_000)]
    public async Task Get_PeekLimit_IsNotOverstepped(int limit)
    {
        ScriptedStream stream = ScriptedStream.Of($$"""{"data":"{{new string('x', 200_000)}}"}""");
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Of(stream)) { Options = { PeekLimit = limit } };

        using HttpResponseMessage response = await bench.GetAsync();

        stream.BytesRead.Should().BeLessThanOrEqualTo(limit);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_PageUnder200_IsAProtocolViolation()
    {
        using var bench = new Bench(FrozenVendors.Pbx, new Answer { Body = "<!doctype html><html><body>Sign in</body></html>", ContentType = "text/html" }) { Options = { MaxRetryAttempts = 0 } };

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().Category.Should().Be(ErrorCategory.ProtocolViolation);
        (await response.TextAsync()).Should().Contain("Sign in");
    }

    [Fact(Timeout = 10_000)]
    public async Task Head_Success_ReadsNothing()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Ok);

        using HttpResponseMessage response = await bench.SendAsync(new HttpRequestMessage(HttpMethod.Head, "thing"));

        response.GetVendorResult().IsSuccess.Should().BeTrue();
    }

    [Theory(Timeout = 10_000)]
    [InlineData(200)]
    [InlineData(404)]
    public async Task Get_ContentInMemory_StaysTheVendorsOwnAndIsReadableFromItsStart(int status)
    {
        HttpContent? content = null;
        using var bench = new Bench(FrozenVendors.Pbx, new Answer { Status = status, Body = Bodies.YeastarNotFound, Arrange = response => content = response.Content });

        using HttpResponseMessage response = await bench.GetAsync();

        response.Content.Should().BeSameAs(content);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), leaveOpen: true);
        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Should().Be(Bodies.YeastarNotFound);
        (await response.TextAsync()).Should().Be(Bodies.YeastarNotFound);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_SeekableStreamThatBeganInTheMiddle_IsRewoundToThere()
    {
        var stream = new MemoryStream(Encoding.UTF8.GetBytes("skipped" + Bodies.YeastarNotFound)) { Position = 7 };
        using var bench = new Bench(FrozenVendors.Pbx, new Answer { Arrange = response => response.Content = new StreamContent(stream) });

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().Category.Should().Be(ErrorCategory.NotFound);
        (await response.TextAsync()).Should().Be(Bodies.YeastarNotFound);
    }

    [Fact(Timeout = 10_000)]
    public async Task Post_SuccessWhoseBodyBreaksBeforeItsFirstByte_IsNoSuccess()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Of(ScriptedStream.Failing(new IOException("reset"))));

        using HttpResponseMessage response = await bench.PostAsync();

        response.GetVendorResult().IsFailure.Should().BeTrue();
        response.GetVendorDecision().StopReason.Should().Be(StopReason.EffectUnknown);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_ErrorBodyLongerThanItsLimit_KeepsTheCodeItBeganWith()
    {
        string body = $$"""{"errcode":60001,"errmsg":"DATA NOT FOUND","more":"{{new string('x', 400_000)}}"}""";
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Json(body, 400));

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().Category.Should().Be(ErrorCategory.NotFound);
        (await response.TextAsync()).Should().Be(body);
    }
}
