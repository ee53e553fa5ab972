using System.IO.Compression;

namespace VendorErrors.Http.Tests.Reading;

public class PeekTests
{
    [Fact(Timeout = 10_000)]
    public async Task Get_VendorWhose2xxIsTrue_BodyIsNotRead()
    {
        ScriptedStream stream = ScriptedStream.Stalling("""{"data":""");
        using var bench = new Bench(Vendor.Dexatel, Answer.Of(stream));

        using HttpResponseMessage response = await bench.GetAsync();

        stream.BytesRead.Should().Be(0);
        response.GetVendorResult().Outcome.Should().Be(Outcome.Success);
    }

    [Theory(Timeout = 10_000)]
    [InlineData("audio/wav")]
    [InlineData("application/octet-stream")]
    [InlineData("application/pdf")]
    public async Task Get_ContentThatIsNotJsonLike_BodyIsNotRead(string type)
    {
        ScriptedStream stream = ScriptedStream.Stalling("RIFF");
        using var bench = new Bench(Vendor.YeastarPSeries, new Answer { Stream = stream, ContentType = type });

        using HttpResponseMessage response = await bench.GetAsync("recording/download");

        stream.BytesRead.Should().Be(0);
        response.GetVendorResult().IsSuccess.Should().BeTrue();
    }

    [Theory(Timeout = 10_000)]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/problem+json")]
    [InlineData("text/plain")]
    [InlineData("text/html")]
    [InlineData(null)]
    public async Task Get_ErrorUnder200InJsonLikeContent_IsFound(string? type)
    {
        using var bench = new Bench(Vendor.YeastarPSeries, new Answer { Body = Bodies.YeastarNotFound, ContentType = type });

        using HttpResponseMessage response = await bench.GetAsync("extension/get");

        response.GetVendorResult().Category.Should().Be(ErrorCategory.NotFound);
        (await response.TextAsync()).Should().Be(Bodies.YeastarNotFound);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_YeastarSuccessThenAStall_AnswersWithoutReadingFurther()
    {
        ScriptedStream stream = ScriptedStream.Stalling("""{"errcode":0,"errmsg":""", "\"SUCCESS\"");
        using var bench = new Bench(Vendor.YeastarPSeries, Answer.Of(stream));

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().Outcome.Should().Be(Outcome.Success);
        response.GetVendorResult().Confidence.Should().Be(Confidence.Exact);
        stream.BytesRead.Should().Be(22, "the first chunk tells");
        stream.ReadsBeyondTheChunks.Should().Be(0);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_TalkdeskSuccessThenAStall_AnswersWithoutReadingFurther()
    {
        ScriptedStream stream = ScriptedStream.Stalling("""{"statusCode":0,""", "\"message\"");
        using var bench = new Bench(Vendor.TalkdeskDialer, Answer.Of(stream));

        using HttpResponseMessage response = await bench.GetAsync("Customer/1");

        response.GetVendorResult().Outcome.Should().Be(Outcome.Success);
        stream.BytesRead.Should().Be(16);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_ZeroAtTheEndOfAChunk_IsNotTakenYet()
    {
        ScriptedStream stream = ScriptedStream.Of("""{"errcode":0""", ",\"errmsg\":", "\"SUCCESS\"}");
        using var bench = new Bench(Vendor.YeastarPSeries, Answer.Of(stream));

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().Outcome.Should().Be(Outcome.Success);
        stream.BytesRead.Should().Be(12 + 10);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_NumberCutByAChunk_IsReadWhole()
    {
        using var bench = new Bench(Vendor.YeastarPSeries, Answer.Of(ScriptedStream.Of("""{"errcode":6""", "0001,\"errmsg\":\"DATA NOT FOUND\"}")));

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
        using var bench = new Bench(Vendor.YeastarPSeries, new Answer { Stream = ScriptedStream.Cut(body, size), ContentType = "text/plain" });

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().Category.Should().Be(ErrorCategory.NotFound);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_NoVerdictWithinTheLimit_IsUndecidedAndTheRestStaysLive()
    {
        string body = $$"""{"data":"{{new string('x', 200_000)}}","errcode":60001}""";
        ScriptedStream stream = ScriptedStream.Cut(Encoding.UTF8.GetBytes(body), 1000);
        using var bench = new Bench(Vendor.YeastarPSeries, Answer.Of(stream));

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().Confidence.Should().Be(Confidence.Undecided);
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
        using var bench = new Bench(Vendor.YeastarPSeries, Answer.Of(stream)) { Options = { PeekLimit = limit } };

        using HttpResponseMessage response = await bench.GetAsync();

        stream.BytesRead.Should().BeLessThanOrEqualTo(limit);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_CompressedSuccess_IsUndecidedAndUntouched()
    {
        byte[] body = Gzip(Bodies.YeastarNotFound);
        using var bench = new Bench(Vendor.YeastarPSeries, new Answer { Stream = ScriptedStream.Cut(body, 10), ContentEncoding = "gzip" });

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().Confidence.Should().Be(Confidence.Undecided);
        (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Should().Equal(body);
    }

    [Theory(Timeout = 10_000)]
    [InlineData(401, ErrorCategory.Unauthenticated)]
    [InlineData(429, ErrorCategory.RateLimited)]
    [InlineData(500, ErrorCategory.VendorInternal)]
    public async Task Post_CompressedError_IsReadByItsStatus(int status, ErrorCategory category)
    {
        using var bench = new Bench(Vendor.YeastarPSeries, new Answer { Status = status, Stream = ScriptedStream.Cut(Gzip(Bodies.YeastarNotFound), 10), ContentEncoding = "gzip" }) { Options = { MaxRetries = 0 } };

        using HttpResponseMessage response = await bench.PostAsync();

        response.GetVendorResult().Category.Should().Be(category);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_IdentityEncoding_IsNoCompression()
    {
        using var bench = new Bench(Vendor.YeastarPSeries, new Answer { Body = Bodies.YeastarNotFound, ContentEncoding = "identity" });

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().Category.Should().Be(ErrorCategory.NotFound);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_PageUnder200_IsAProtocolViolation()
    {
        using var bench = new Bench(Vendor.YeastarPSeries, new Answer { Body = "<!doctype html><html><body>Sign in</body></html>", ContentType = "text/html" }) { Options = { MaxRetries = 0 } };

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().Category.Should().Be(ErrorCategory.ProtocolViolation);
        (await response.TextAsync()).Should().Contain("Sign in");
    }

    [Fact(Timeout = 10_000)]
    public async Task Head_Success_ReadsNothing()
    {
        using var bench = new Bench(Vendor.YeastarPSeries, Bodies.Ok);

        using HttpResponseMessage response = await bench.SendAsync(new HttpRequestMessage(HttpMethod.Head, "thing"));

        response.GetVendorResult().IsSuccess.Should().BeTrue();
    }

    [Theory(Timeout = 10_000)]
    [InlineData(200)]
    [InlineData(404)]
    public async Task Get_ContentInMemory_StaysTheVendorsOwnAndIsReadableFromItsStart(int status)
    {
        HttpContent? content = null;
        using var bench = new Bench(Vendor.YeastarPSeries, new Answer { Status = status, Body = Bodies.YeastarNotFound, Arrange = response => content = response.Content });

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
        using var bench = new Bench(Vendor.YeastarPSeries, new Answer { Arrange = response => response.Content = new StreamContent(stream) });

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().Category.Should().Be(ErrorCategory.NotFound);
        (await response.TextAsync()).Should().Be(Bodies.YeastarNotFound);
    }

    [Theory(Timeout = 10_000)]
    [InlineData("audio/wav; rate=8000")]
    [InlineData("AUDIO/WAV")]
    public async Task Get_MediaTypeWithParametersOrInCapitals_IsUnderstood(string type)
    {
        ScriptedStream stream = ScriptedStream.Stalling("RIFF");
        using var bench = new Bench(Vendor.YeastarPSeries, new Answer { Stream = stream, ContentType = null, Arrange = response => response.Content.Headers.TryAddWithoutValidation("Content-Type", type) });

        using HttpResponseMessage response = await bench.GetAsync();

        stream.BytesRead.Should().Be(0);
    }

    [Theory(Timeout = 10_000)]
    [InlineData("json")]
    [InlineData("audio/wav, application/json")]
    [InlineData("")]
    public async Task Get_MediaTypeThatIsNone_CountsAsNotStated(string type)
    {
        using var bench = new Bench(Vendor.YeastarPSeries, new Answer
        {
            Body = Bodies.YeastarNotFound,
            ContentType = null,
            Arrange = response => response.Content.Headers.TryAddWithoutValidation("Content-Type", type),
        });

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().Category.Should().Be(ErrorCategory.NotFound);
    }

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    [Fact(Timeout = 10_000)]
    public async Task Post_SuccessWhoseBodyBreaksBeforeItsFirstByte_IsNoSuccess()
    {
        using var bench = new Bench(Vendor.YeastarPSeries, Answer.Of(ScriptedStream.Failing(new IOException("reset"))));

        using HttpResponseMessage response = await bench.PostAsync();

        response.GetVendorResult().IsFailure.Should().BeTrue();
        response.GetVendorDecision().StopReason.Should().Be(StopReason.EffectUnknown);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_ErrorBodyLongerThanItsLimit_KeepsTheCodeItBeganWith()
    {
        string body = $$"""{"errcode":60001,"errmsg":"DATA NOT FOUND","more":"{{new string('x', 400_000)}}"}""";
        using var bench = new Bench(Vendor.YeastarPSeries, Answer.Json(body, 400));

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().Category.Should().Be(ErrorCategory.NotFound);
        (await response.TextAsync()).Should().Be(body);
    }
}
