namespace VendorErrors.Http.Tests.Reading;

public class PrefixedContentTests
{
    [Theory(Timeout = 10_000)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(17)]
    [InlineData(4096)]
    [InlineData(5000)]
    public async Task Content_OfAnyChunkSize_IsByteIdentical(int size)
    {
        byte[] body = Encoding.UTF8.GetBytes($$"""{"errcode":0,"errmsg":"SUCCESS","data":"{{string.Concat(Enumerable.Range(0, 3000).Select(i => $"{i},é"))}}"}""");
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Of(ScriptedStream.Cut(body, size)));

        using HttpResponseMessage response = await bench.GetAsync();

        (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Should().Equal(body);
    }

    [Trait(Asset.Trait, Asset.Net)]
    [Theory(Timeout = 10_000)]
    [InlineData(200)]
    [InlineData(404)]
    public async Task Content_ReadSynchronouslyBitByBit_IsByteIdentical(int status)
    {
        byte[] body = Encoding.UTF8.GetBytes(Bodies.YeastarNotFound);
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Of(ScriptedStream.Cut(body, 5), status));
        using HttpResponseMessage response = await bench.GetAsync();
        using Stream stream = response.Content.ReadAsStream(TestContext.Current.CancellationToken);
        var read = new List<byte>();
        for (int next = stream.ReadByte(); next >= 0; next = stream.ReadByte())
        {
            read.Add((byte)next);
        }

        read.Should().Equal(body);
    }

    [Fact(Timeout = 10_000)]
    public async Task Content_HeadersLengthAndTrailers_AreTheVendors()
    {
        var answer = new Answer
        {
            Body = Bodies.YeastarOk,
            Arrange = response =>
            {
                response.Content.Headers.TryAddWithoutValidation("X-Content", "kept");
                response.Content.Headers.Expires = DateTimeOffset.UnixEpoch;
                response.Content.Headers.TryAddWithoutValidation("Content-Language", ["en", "de"]);
                response.TrailingHeaders.Add("X-Trailer", "end");
                response.Headers.TryAddWithoutValidation("X-Head", "1");
            },
        };
        using var bench = new Bench(FrozenVendors.Pbx, answer);

        using HttpResponseMessage response = await bench.GetAsync();

        response.Content.Headers.ContentLength.Should().Be(Encoding.UTF8.GetByteCount(Bodies.YeastarOk));
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        response.Content.Headers.ContentLanguage.Should().Equal("en", "de");
        response.Content.Headers.Expires.Should().Be(DateTimeOffset.UnixEpoch);
        response.Content.Headers.GetValues("X-Content").Should().Equal("kept");
        response.TrailingHeaders.GetValues("X-Trailer").Should().Equal("end");
        response.Headers.GetValues("X-Head").Should().Equal("1");
    }

    [Fact(Timeout = 10_000)]
    public async Task Content_OfUnknownLength_HasNone()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Of(ScriptedStream.Of(Bodies.YeastarOk)));

        using HttpResponseMessage response = await bench.GetAsync();

        response.Content.Headers.ContentLength.Should().BeNull();
    }

    [Fact(Timeout = 10_000)]
    public async Task Dispose_OfTheResponse_DisposesTheVendorsContentAndStream()
    {
        ScriptedStream stream = ScriptedStream.Stalling("""{"errcode":0,""");
        TrackedContent? content = null;
        using var bench = new Bench(FrozenVendors.Pbx, new Answer { Stream = stream, Arrange = response => content = (TrackedContent)response.Content });
        HttpResponseMessage response = await bench.GetAsync();
        stream.IsDisposed.Should().BeFalse();

        response.Dispose();

        stream.IsDisposed.Should().BeTrue();
        content!.IsDisposed.Should().BeTrue();
    }

    [Fact(Timeout = 10_000)]
    public async Task Dispose_OfTheStream_DisposesTheVendorsStream()
    {
        ScriptedStream stream = ScriptedStream.Stalling("""{"errcode":0,""");
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Of(stream));
        using HttpResponseMessage response = await bench.GetAsync();

        await (await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)).DisposeAsync();

        stream.IsDisposed.Should().BeTrue();
    }

    [Fact(Timeout = 10_000)]
    public async Task Read_StreamThatFailsLater_GivesWhatCameAndThenTheFault()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Of(ScriptedStream.Failing(new IOException("reset"), """{"errcode":0,"data":""", "[1,2")));
        using HttpResponseMessage response = await bench.GetAsync();
        using Stream stream = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);

        (string text, Exception? fault) = await ReadToFaultAsync(stream);

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        text.Should().Be("""{"errcode":0,"data":[1,2""");
        fault.Should().BeOfType<IOException>().Which.Message.Should().Be("reset");
    }

    [Theory(Timeout = 10_000)]
    [InlineData(200)]
    [InlineData(500)]
    public async Task Read_StreamThatFailsWhileItIsPeekedAt_GivesWhatCameAndThenTheFault(int status)
    {
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Of(ScriptedStream.Failing(new IOException("reset"), """{"data":[""", "1,2"), status)) { Options = { MaxRetryAttempts = 0 } };
        using HttpResponseMessage response = await bench.GetAsync();
        using Stream stream = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);

        (string text, Exception? fault) = await ReadToFaultAsync(stream);

        response.GetVendorResult().IsFailure.Should().BeTrue();
        response.GetVendorResult().Effect.Should().Be(Effect.Unknown);
        text.Should().Be("""{"data":[1,2""");
        fault.Should().BeOfType<IOException>().Which.Message.Should().Be("reset");
    }

    [Fact(Timeout = 10_000)]
    public async Task Read_ErrorBodyBeyondTheCap_IsPeekedToTheCapAndStaysWhole()
    {
        string body = new('e', 50_000);
        ScriptedStream stream = ScriptedStream.Cut(Encoding.UTF8.GetBytes(body), 1000);
        using var bench = new Bench(FrozenVendors.Pbx, new Answer { Status = 400, Stream = stream, ContentType = "text/plain" }) { Options = { ErrorBodyLimit = 10_000 } };

        using HttpResponseMessage response = await bench.GetAsync();

        stream.BytesRead.Should().BeInRange(9_000, 10_000);
        (await response.TextAsync()).Should().Be(body);
    }

    [Trait(Asset.Trait, Asset.Net)]
    [Fact(Timeout = 10_000)]
    public async Task Read_CancelledWhileTheRestStalls_Cancels()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Of(ScriptedStream.Stalling("""{"errcode":0,""")));
        using HttpResponseMessage response = await bench.GetAsync();
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        Func<Task> read = () => response.Content.ReadAsStringAsync(cancellation.Token).WaitAsync(Eventually.Patience, TestContext.Current.CancellationToken);

        await read.Should().ThrowAsync<OperationCanceledException>();
    }

    private static async Task<(string Text, Exception? Fault)> ReadToFaultAsync(Stream stream)
    {
        var read = new MemoryStream();
        try
        {
            await stream.CopyToAsync(read, TestContext.Current.CancellationToken);
            return (Encoding.UTF8.GetString(read.ToArray()), null);
        }
        catch (IOException e)
        {
            return (Encoding.UTF8.GetString(read.ToArray()), e);
        }
    }
}
