namespace VendorErrors.Http.Tests.Reading;

/// <summary>What the media type changes in how far a body is read, and what it does not.</summary>
public class MediaTypeTests
{
    [Theory(Timeout = 10_000)]
    [InlineData("audio/wav")]
    [InlineData("AUDIO/WAV; rate=8000")]
    [InlineData("application/octet-stream")]
    [InlineData("application/pdf")]
    public async Task Get_File_IsReadToItsFirstBytesAlone(string type)
    {
        ScriptedStream stream = ScriptedStream.Stalling("RIFF$\0\0\0WAVE" + new string('x', 5000));
        using var bench = new Bench(FrozenVendors.Pbx, new Answer { Stream = stream, ContentType = null, Arrange = response => response.Content.Headers.TryAddWithoutValidation("Content-Type", type) });

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
        using var bench = new Bench(FrozenVendors.Pbx, new Answer { Stream = ScriptedStream.Cut(Encoding.UTF8.GetBytes(json), 1000), ContentType = type });

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
        using var bench = new Bench(FrozenVendors.Pbx, new Answer { Stream = ScriptedStream.Cut(Encoding.UTF8.GetBytes(body), 3), ContentType = type });

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
        using var bench = new Bench(FrozenVendors.Pbx, new Answer { Body = Bodies.YeastarNotFound, ContentType = type });

        using HttpResponseMessage response = await bench.GetAsync("extension/get");

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
        using var bench = new Bench(FrozenVendors.Pbx, new Answer
        {
            Body = Bodies.YeastarNotFound,
            ContentType = null,
            Arrange = response => response.Content.Headers.TryAddWithoutValidation("Content-Type", type),
        });

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().Category.Should().Be(ErrorCategory.NotFound);
    }
}
