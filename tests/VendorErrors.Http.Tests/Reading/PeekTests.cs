using System.IO.Compression;

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

    [Theory(Timeout = 10_000)]
    [InlineData("audio/wav")]
    [InlineData("AUDIO/WAV; rate=8000")]
    [InlineData("application/octet-stream")]
    [InlineData("application/pdf")]
    public async Task Get_File_IsReadToItsFirstBytesAlone(string type)
    {
        ScriptedStream stream = ScriptedStream.Stalling("RIFF$\0\0\0WAVE" + new string('x', 5000));
        using var bench = new Bench(Vendor.YeastarPSeries, new Answer { Stream = stream, ContentType = null, Arrange = response => response.Content.Headers.TryAddWithoutValidation("Content-Type", type) });

        using HttpResponseMessage response = await bench.GetAsync("recording/download");

        stream.BytesRead.Should().Be(64);
        response.GetVendorResult().IsSuccess.Should().BeTrue();
    }

    [Theory(Timeout = 10_000)]
    [InlineData("audio/wav")]
    [InlineData("application/octet-stream")]
    [InlineData("application/javascript")]
    [InlineData("application/xhtml+xml")]
    [InlineData("application/x-something")]
    public async Task Get_ErrorUnder200CalledAFile_IsFound(string type)
    {
        string json = $$"""{"data":"{{new string('x', 6000)}}","errcode":60001}""";
        using var bench = new Bench(Vendor.YeastarPSeries, new Answer { Stream = ScriptedStream.Cut(Encoding.UTF8.GetBytes(json), 1000), ContentType = type });

        using HttpResponseMessage response = await bench.GetAsync("recording/download");

        response.GetVendorResult().Category.Should().Be(ErrorCategory.NotFound);
        (await response.TextAsync()).Should().Be(json);
    }

    [Theory(Timeout = 10_000)]
    [InlineData("application/octet-stream", "callback({\"errcode\":10004});")]
    [InlineData("application/javascript", "callback({\"errcode\":10004});")]
    [InlineData("application/xhtml+xml", "<html><title>Sign in</title></html>")]
    [InlineData("audio/wav", "<html><title>Sign in</title></html>")]
    [InlineData("application/json", "Unauthorized")]
    [InlineData("application/json", "")]
    [InlineData(null, "Unauthorized")]
    public async Task Post_ForeignAnswerUnder200_IsAProtocolViolationWhateverItIsCalled(string? type, string body)
    {
        using var bench = new Bench(Vendor.YeastarPSeries, new Answer { Stream = ScriptedStream.Cut(Encoding.UTF8.GetBytes(body), 3), ContentType = type });

        using HttpResponseMessage response = await bench.PostAsync();

        response.GetVendorResult().Category.Should().Be(ErrorCategory.ProtocolViolation);
        response.GetVendorDecision().StopReason.Should().Be(StopReason.EffectUnknown);
        (await response.TextAsync()).Should().Be(body);
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

        response.GetVendorResult().Outcome.Should().Be(VendorErrors.VendorOutcome.Success);
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

        response.GetVendorResult().Outcome.Should().Be(VendorErrors.VendorOutcome.Success);
        stream.BytesRead.Should().Be(16);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_ZeroAtTheEndOfAChunk_IsNotTakenYet()
    {
        ScriptedStream stream = ScriptedStream.Of("""{"errcode":0""", ",\"errmsg\":", "\"SUCCESS\"}");
        using var bench = new Bench(Vendor.YeastarPSeries, Answer.Of(stream));

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().Outcome.Should().Be(VendorErrors.VendorOutcome.Success);
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

        response.GetVendorResult().Confidence.Should().Be(Confidence.NotInspected);
        (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Should().Equal(body);
    }

    [Theory(Timeout = 10_000)]
    [InlineData(401, ErrorCategory.Unauthenticated)]
    [InlineData(429, ErrorCategory.RateLimited)]
    [InlineData(500, ErrorCategory.VendorInternal)]
    public async Task Post_CompressedError_IsReadByItsStatus(int status, ErrorCategory category)
    {
        using var bench = new Bench(Vendor.YeastarPSeries, new Answer { Status = status, Stream = ScriptedStream.Cut(Gzip(Bodies.YeastarNotFound), 10), ContentEncoding = "gzip" }) { Options = { MaxRetryAttempts = 0 } };

        using HttpResponseMessage response = await bench.PostAsync();

        response.GetVendorResult().Category.Should().Be(category);
    }

    [Theory(Timeout = 10_000)]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("zlib")]
    public async Task Get_CompressedSuccessOfAnyCoding_IsUndecidedAndUntouched(string coding)
    {
        string text = $$"""{"data":"{{string.Concat(Enumerable.Range(0, 200_000).Select(i => (i * 7919) % 9973))}}","errcode":60001}""";
        using var packed = new MemoryStream();
        using (Stream packing = coding switch { "br" => new BrotliStream(packed, CompressionMode.Compress, leaveOpen: true), "deflate" => new DeflateStream(packed, CompressionMode.Compress, leaveOpen: true), _ => new ZLibStream(packed, CompressionMode.Compress, leaveOpen: true) })
        {
            packing.Write(Encoding.UTF8.GetBytes(text));
        }

        ScriptedStream stream = ScriptedStream.Cut(packed.ToArray(), 7);
        using var bench = new Bench(Vendor.YeastarPSeries, new Answer { Stream = stream, ContentEncoding = coding == "br" ? "br" : "deflate" });

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().Confidence.Should().Be(Confidence.NotInspected);
        stream.BytesRead.Should().BeLessThanOrEqualTo(70);
        (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Should().Equal(packed.ToArray());
    }

    [Theory(Timeout = 10_000)]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("zstd")]
    [InlineData("deflate, gzip")]
    public async Task Get_LabelLeftOnAfterDecompression_ErrorIsFound(string coding)
    {
        foreach (int size in (int[])[1, 7, 4096])
        {
            using var bench = new Bench(Vendor.YeastarPSeries, new Answer { Stream = ScriptedStream.Cut(Encoding.UTF8.GetBytes(Bodies.YeastarNotFound), size), Arrange = response => response.Content.Headers.TryAddWithoutValidation("Content-Encoding", coding) });

            using HttpResponseMessage response = await bench.GetAsync();

            response.GetVendorResult().Category.Should().Be(ErrorCategory.NotFound);
            (await response.TextAsync()).Should().Be(Bodies.YeastarNotFound);
        }
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_LabelLeftOnASuccess_IsReadAsWithout()
    {
        using var bench = new Bench(Vendor.YeastarPSeries, new Answer { Stream = ScriptedStream.Cut("""{"errcode":0,"errmsg":"SUCCESS"}"""u8.ToArray(), 9), ContentEncoding = "gzip" });

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().Confidence.Should().Be(Confidence.Exact);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_EncodingThatIsNoCodingAndWordsOfAnotherCharacterSet_ErrorIsFound()
    {
        // As compressed bytes these would pass for a success that nobody can look into.
        byte[] body = [.. """{"errmsg":"non trouv"""u8, 0xE9, .. "\",\"errcode\":60001}"u8];
        using var bench = new Bench(Vendor.YeastarPSeries, new Answer { Stream = ScriptedStream.Cut(body, 9), Arrange = response => response.Content.Headers.TryAddWithoutValidation("Content-Encoding", "utf-8") });

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().Category.Should().Be(ErrorCategory.NotFound);
    }

    [Theory(Timeout = 10_000)]
    [InlineData("identity")]
    [InlineData("utf-8")]
    [InlineData("none")]
    [InlineData("8bit")]
    [InlineData("binary, utf-8")]
    [InlineData("")]
    public async Task Get_EncodingThatIsNoCoding_IsNoCompression(string stated)
    {
        using var bench = new Bench(Vendor.YeastarPSeries, new Answer { Body = Bodies.YeastarNotFound, Arrange = response => response.Content.Headers.TryAddWithoutValidation("Content-Encoding", stated) });

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().Category.Should().Be(ErrorCategory.NotFound);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_PageUnder200_IsAProtocolViolation()
    {
        using var bench = new Bench(Vendor.YeastarPSeries, new Answer { Body = "<!doctype html><html><body>Sign in</body></html>", ContentType = "text/html" }) { Options = { MaxRetryAttempts = 0 } };

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
    [InlineData("application/x-ndjson", "{\"id\":1}\n")]
    [InlineData("application/jsonl; charset=utf-8", "{\"id\":1}\n{\"id\":2}\n{\"i")]
    [InlineData("application/json-seq", "\u001E{\"id\":1}\n\u001E{\"id\"")]
    [InlineData("application/stream+json", "{\"id\":1}{\"id\":2}")]
    [InlineData("application/json", "[{\"id\":1},{\"id\"")]
    public async Task Get_SequenceOrListThatGoesOn_IsDecidedByItsBeginning(string type, string beginning)
    {
        ScriptedStream stream = ScriptedStream.Stalling(beginning);
        using var bench = new Bench(Vendor.Dialnexa, new Answer { Stream = stream, ContentType = type });

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().Outcome.Should().Be(VendorErrors.VendorOutcome.Success);
        response.GetVendorResult().Confidence.Should().Be(Confidence.StatusOnly);
        stream.ReadsBeyondTheChunks.Should().Be(0);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_SequenceThatBeginsWithAnError_IsAFailureWithoutWaitingForTheRest()
    {
        ScriptedStream stream = ScriptedStream.Stalling("{\"statusCode\":404,\"message\":\"x\"}\n{\"sta");
        using var bench = new Bench(Vendor.Dialnexa, new Answer { Stream = stream, ContentType = "application/x-ndjson" });

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().Category.Should().Be(ErrorCategory.NotFound);
        stream.ReadsBeyondTheChunks.Should().Be(0);
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
