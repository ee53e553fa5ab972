using System.Net;

namespace VendorErrors.Http.Tests.Requests;

/// <summary>A replay is the same request, whatever the attempt before made of it.</summary>
public class ReplayTests
{
    [Theory(Timeout = 10_000)]
    [InlineData("add")]
    [InlineData("tryadd")]
    [InlineData("set")]
    public async Task Authorize_HoweverItPutsTheToken_EachAttemptCarriesOne(string way)
    {
        var refresher = new FakeRefresher();
        var options = new VendorErrorOptions
        {
            Authorize = request => _ = way switch
            {
                "add" => Add(request, refresher.Token),
                "tryadd" => request.Headers.TryAddWithoutValidation("X-Key", refresher.Token),
                _ => (request.Headers.Authorization = new("Bearer", refresher.Token)) is null,
            },
        };
        using var rig = new Rig(FrozenVendors.Pbx, (_, count) => Transport.Json(count == 1 ? Bodies.YeastarExpired : Bodies.YeastarOk), options, refresher);

        using HttpResponseMessage response = await rig.SendAsync(Rig.Post());

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        string name = way == "set" ? "Authorization" : "X-Key";
        rig.Transport.Sent.Select(sent => sent.Headers[name].Replace("Bearer ", string.Empty, StringComparison.Ordinal)).Should().Equal("token-0", "token-1");

        static bool Add(HttpRequestMessage request, string token)
        {
            request.Headers.Add("X-Key", token);
            return true;
        }
    }

    [Fact(Timeout = 10_000)]
    public async Task HandlerInside_AddsHeaders_TheyDoNotGrow()
    {
        using var rig = Failing(1, InnerHandler.Changes(request =>
        {
            request.Headers.Add("X-Trace", "one");
            request.Content!.Headers.Add("X-Digest", "two");
            request.Version = HttpVersion.Version20;
        }));

        using HttpResponseMessage response = await rig.SendAsync(Rig.Post("http://vendor.test/x", new StringContent("{}")));

        rig.Transport.Sent.Should().HaveCount(2);
        rig.Transport.Sent.Select(sent => sent.Headers["X-Trace"]).Should().Equal("one", "one");
        response.RequestMessage!.Content!.Headers.GetValues("X-Digest").Should().Equal("two");
    }

    [Theory(Timeout = 10_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task HandlerInside_WrapsTheContent_EachAttemptIsWrappedOnce(bool inMemory)
    {
        using var rig = Failing(2, InnerHandler.Changes(request => request.Content = new Zipped(request.Content!)));
        HttpContent content = inMemory ? new StringContent("text") : new StreamContent(ScriptedStream.Of("te", "xt"));

        using HttpResponseMessage response = await rig.SendAsync(Rig.Post("http://vendor.test/x", content));

        rig.Transport.Sent.Should().HaveCount(3);
        rig.Transport.Sent.Select(sent => sent.Body).Distinct(StringComparer.Ordinal).Should().ContainSingle().Which.Should().Be("<text>");
    }

    [Fact(Timeout = 10_000)]
    public async Task HandlerInside_AddsOptions_TheNextAttemptHasThemNot()
    {
        var seen = new List<int>();
        using var rig = Failing(1, InnerHandler.Changes(request =>
        {
            IDictionary<string, object?> options = request.Options;
            seen.Add(options.Count(option => option.Key == "theirs"));
            options["theirs"] = 1;
            options["caller"] = "changed";
        }));
        using HttpRequestMessage request = Rig.Post("http://vendor.test/x");
        request.Options.Set(new HttpRequestOptionsKey<string>("caller"), "kept");

        using HttpResponseMessage response = await rig.SendAsync(request);

        seen.Should().Equal(0, 0);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_RedirectedThenDown_TheReplayHasItsAuthorizationAgain()
    {
        using var rig = new Rig(Vendor.Dexatel, (_, count) => count switch
        {
            1 => Transport.RedirectTo("http://other.test/y", 302),
            2 => Transport.Json("{}", 503),
            _ => Transport.Json("""{"data":[]}"""),
        });
        using HttpRequestMessage request = Rig.Get("http://vendor.test/x");
        request.Headers.Authorization = new("Bearer", "mine");

        using HttpResponseMessage response = await rig.SendAsync(request);

        rig.Transport.Sent.Select(sent => (sent.Address, Login: sent.Headers.GetValueOrDefault("Authorization"))).Should()
            .Equal(("http://vendor.test/x", "Bearer mine"), ("http://other.test/y", null), ("http://vendor.test/x", "Bearer mine"));
    }

    [Fact(Timeout = 10_000)]
    public async Task Post_MarkedAsARead_RedirectedThenDown_CarriesItsBodyAgain()
    {
        using var rig = new Rig(Vendor.Dexatel, (_, count) => count switch
        {
            1 => Transport.RedirectTo("http://vendor.test/y", 303),
            2 => Transport.Json("{}", 503),
            _ => Transport.Json("""{"data":[]}"""),
        });
        using HttpRequestMessage request = Rig.Post("http://vendor.test/search", new StringContent("query"));
        request.SetVendorOperation(OperationSafety.Read);

        using HttpResponseMessage response = await rig.SendAsync(request);

        rig.Transport.Sent.Select(sent => (sent.Method, sent.Body)).Should().Equal(("POST", "query"), ("GET", string.Empty), ("POST", "query"));
    }

    [Fact(Timeout = 10_000)]
    public async Task AfterTheCall_TheMessageHasTheCallersContent()
    {
        using var rig = Failing(1);
        var content = new StreamContent(ScriptedStream.Of("abc"));
        using HttpRequestMessage request = Rig.Post("http://vendor.test/x", content);

        using HttpResponseMessage response = await rig.SendAsync(request);

        request.Content.Should().BeSameAs(content);
    }

    private static Rig Failing(int times, params DelegatingHandler[] inside) =>
        new(Vendor.Dexatel, (_, count) => count <= times ? Transport.Json("{}", 429, 1) : Transport.Json("""{"data":[]}"""), inside: inside);

    private sealed class Zipped(HttpContent inner) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync("<"u8.ToArray());
            await inner.CopyToAsync(stream);
            await stream.WriteAsync(">"u8.ToArray());
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
