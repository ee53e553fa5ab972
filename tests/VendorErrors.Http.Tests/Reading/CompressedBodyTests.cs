using System.IO.Compression;

namespace VendorErrors.Http.Tests.Reading;

/// <summary>Bodies that are compressed, or say that they are.</summary>
public class CompressedBodyTests
{
    [Fact(Timeout = 10_000)]
    public async Task Get_CompressedSuccess_IsUndecidedAndUntouched()
    {
        byte[] body = Gzip(Bodies.YeastarNotFound);
        using var bench = new Bench(FrozenVendors.Pbx, new Answer { Stream = ScriptedStream.Cut(body, 10), ContentEncoding = "gzip" });

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
        using var bench = new Bench(FrozenVendors.Pbx, new Answer { Status = status, Stream = ScriptedStream.Cut(Gzip(Bodies.YeastarNotFound), 10), ContentEncoding = "gzip" }) { Options = { MaxRetryAttempts = 0 } };

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
        using var bench = new Bench(FrozenVendors.Pbx, new Answer { Stream = stream, ContentEncoding = coding == "br" ? "br" : "deflate" });

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
            using var bench = new Bench(FrozenVendors.Pbx, new Answer { Stream = ScriptedStream.Cut(Encoding.UTF8.GetBytes(Bodies.YeastarNotFound), size), Arrange = response => response.Content.Headers.TryAddWithoutValidation("Content-Encoding", coding) });

            using HttpResponseMessage response = await bench.GetAsync();

            response.GetVendorResult().Category.Should().Be(ErrorCategory.NotFound);
            (await response.TextAsync()).Should().Be(Bodies.YeastarNotFound);
        }
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_LabelLeftOnASuccess_IsReadAsWithout()
    {
        using var bench = new Bench(FrozenVendors.Pbx, new Answer { Stream = ScriptedStream.Cut("""{"errcode":0,"errmsg":"SUCCESS"}"""u8.ToArray(), 9), ContentEncoding = "gzip" });

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().Confidence.Should().Be(Confidence.Exact);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_EncodingThatIsNoCodingAndWordsOfAnotherCharacterSet_ErrorIsFound()
    {
        // As compressed bytes these would pass for a success that nobody can look into.
        byte[] body = [.. """{"errmsg":"non trouv"""u8, 0xE9, .. "\",\"errcode\":60001}"u8];
        using var bench = new Bench(FrozenVendors.Pbx, new Answer { Stream = ScriptedStream.Cut(body, 9), Arrange = response => response.Content.Headers.TryAddWithoutValidation("Content-Encoding", "utf-8") });

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
        using var bench = new Bench(FrozenVendors.Pbx, new Answer { Body = Bodies.YeastarNotFound, Arrange = response => response.Content.Headers.TryAddWithoutValidation("Content-Encoding", stated) });

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
}
