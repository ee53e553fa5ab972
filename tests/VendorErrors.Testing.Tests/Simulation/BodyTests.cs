namespace VendorErrors.Testing.Tests.Simulation;

/// <summary>Bodies that come slowly, break off, or do not come.</summary>
public class BodyTests
{
    private static readonly CancellationToken s_token = TestContext.Current.CancellationToken;
    private readonly VirtualTime _time = new();
    private readonly VendorSimulator _pbx;

    public BodyTests() => _pbx = new VendorSimulator(Vendor.YeastarPSeries, new() { Time = _time });

    [Fact]
    public async Task SlowBody_OfAnAnswer_ComesInTwoPartsWithThePauseBetween()
    {
        _pbx.Next(SimulatedStep.Ok.SlowBody(TimeSpan.FromSeconds(40)));
        using HttpClient client = _pbx.CreateClient();
        using HttpResponseMessage response = await client.GetAsync(new Uri("items", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, s_token);
        await using Stream body = await response.Content.ReadAsStreamAsync(s_token);
        var buffer = new byte[1000];

        int first = await body.ReadAsync(buffer, s_token);
        TimeSpan before = _time.Elapsed;
        int second = await body.ReadAsync(buffer, s_token);
        int end = await body.ReadAsync(buffer, s_token);

        long length = response.Content.Headers.ContentLength!.Value;
        first.Should().Be((int)(length / 2));
        before.Should().Be(TimeSpan.Zero);
        (first + second).Should().Be((int)length);
        end.Should().Be(0);
        _time.Elapsed.Should().Be(TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task SlowBody_LongerThanTheClientWaits_IsCancelled()
    {
        _pbx.Next(SimulatedStep.Ok.SlowBody(TimeSpan.FromSeconds(40)));
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(15), _time);
        using HttpClient client = _pbx.CreateClient();

        await FluentActions.Awaiting(() => client.GetAsync(new Uri("items", UriKind.Relative), timeout.Token)).Should().ThrowAsync<OperationCanceledException>();

        _time.Elapsed.Should().Be(TimeSpan.FromSeconds(15));
    }

    [Trait(Asset.Trait, Asset.Net)]
    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public async Task CutAt_AShare_SendsThatMuchOfTheDeclaredLengthAndBreaks(double share)
    {
        _pbx.Next(SimulatedStep.Ok.CutAt(share));
        using HttpClient client = _pbx.CreateClient();
        using HttpResponseMessage response = await client.GetAsync(new Uri("items", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, s_token);
        await using Stream body = await response.Content.ReadAsStreamAsync(s_token);
        using var received = new MemoryStream();

        var thrown = await FluentActions.Awaiting(() => body.CopyToAsync(received, s_token)).Should().ThrowAsync<HttpIOException>();

        thrown.Which.HttpRequestError.Should().Be(HttpRequestError.ResponseEnded);
        received.Length.Should().Be((long)(response.Content.Headers.ContentLength!.Value * share));
        _pbx.Executed.Should().ContainSingle();
    }

    [Fact]
    public async Task CutAt_WithAPlainClient_ThrowsAsHttpClientDoes()
    {
        _pbx.Next(SimulatedStep.Code("-2").CutAt(0.3).AfterExecution());

        await FluentActions.Awaiting(() => _pbx.CreateClient().DialAsync()).Should().ThrowAsync<HttpRequestException>();

        _pbx.TimesCalled("+49301234").Should().Be(1);
    }

    [Fact]
    public async Task CutAt_OfASlowBody_PausesAndThenBreaks()
    {
        _pbx.Next(SimulatedStep.Ok.SlowBody(TimeSpan.FromSeconds(5)).CutAt(0.8));

        await FluentActions.Awaiting(() => _pbx.CreateClient().ReadAsync()).Should().ThrowAsync<HttpRequestException>();

        _time.Elapsed.Should().Be(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task CutAt_OfASuccessWithoutABody_HasNothingToCut()
    {
        var dexatel = new VendorSimulator(Vendor.Dexatel);
        dexatel.Next(SimulatedStep.Ok.CutAt(0.5));

        (await dexatel.CreateClient().SendJsonAsync("DELETE", "v1/templates/7").StatusAsync()).Should().Be(204);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Head_OfAnything_HasALengthAndNoBody(bool isCut)
    {
        _pbx.Next(isCut ? SimulatedStep.Ok.CutAt(0.5).SlowBody(TimeSpan.FromSeconds(5)) : SimulatedStep.Ok);
        using HttpClient client = _pbx.CreateClient();
        using HttpRequestMessage message = Calls.Json("HEAD", "items");

        using HttpResponseMessage response = await client.SendAsync(message, s_token);

        response.Content.Headers.ContentLength.Should().BeGreaterThan(0);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        (await response.Content.ReadAsByteArrayAsync(s_token)).Should().BeEmpty();
        _time.Elapsed.Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public async Task Send_OfAContentThatCanBeReadOnce_UsesItUp()
    {
        using HttpClient client = _pbx.CreateClient();
        await using var source = new OneWayStream("{\"callee\":\"+491\"}"u8.ToArray());
        using var content = new StreamContent(source);
        using var first = new HttpRequestMessage(HttpMethod.Post, new Uri(Calls.YeastarDial, UriKind.Relative)) { Content = content };
        using var second = new HttpRequestMessage(HttpMethod.Post, new Uri(Calls.YeastarDial, UriKind.Relative)) { Content = content };
        await client.SendAsync(first, s_token).StatusAsync();

        await FluentActions.Awaiting(() => client.SendAsync(second, s_token)).Should().ThrowAsync<InvalidOperationException>();

        _pbx.TimesCalled("+491").Should().Be(1);
    }

    [Fact]
    public async Task Stream_OfASlowBody_IsReadForwardsOnly()
    {
        _pbx.Next(SimulatedStep.Ok.SlowBody(TimeSpan.FromSeconds(5)));
        using HttpClient client = _pbx.CreateClient();
        using HttpResponseMessage response = await client.GetAsync(new Uri("items", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, s_token);
        await using Stream body = await response.Content.ReadAsStreamAsync(s_token);

        (body.CanRead, body.CanSeek, body.CanWrite).Should().Be((true, false, false));
        FluentActions.Invoking(() => body.Seek(0, SeekOrigin.Begin)).Should().Throw<NotSupportedException>();
        FluentActions.Invoking(() => body.Position = 0).Should().Throw<NotSupportedException>();
        FluentActions.Invoking(() => body.Length).Should().Throw<NotSupportedException>();
        FluentActions.Invoking(() => body.SetLength(0)).Should().Throw<NotSupportedException>();
        FluentActions.Invoking(() => body.Write([1], 0, 1)).Should().Throw<NotSupportedException>();
    }
}
