using Microsoft.Extensions.DependencyInjection;
using Refit;
using RefitSample;

namespace VendorErrors.Http.Tests.Docs;

/// <summary>What docs/refit.md says of Refit, with the real package.</summary>
public class RefitPageTests
{
    private const string Refused = """{"statusCode":5,"message":"Invalid Parameter","payload":null}""";

    private static readonly DialRequest s_request = new("+4930555100");

    [Fact(Timeout = 30_000)]
    public async Task Sample_Run_ShowsEachVerdict()
    {
        using var output = new StringWriter { NewLine = "\n" };

        int exitCode = await Sample.RunAsync(output);

        exitCode.Should().Be(0, "nobody was called more often than the vendor was asked for");
        string[] lines = output.ToString().Split('\n');
        lines[1].Should().Be("talkdesk-dialer 5: validation_failed, effect none; stop: not_retryable");
        lines[2].Should().Contain("effect unknown; stop: effect_unknown");
        lines[3].Should().Be("success");
    }

    [Theory(Timeout = 30_000)]
    [InlineData(200, Refused, "5")]
    [InlineData(503, "{}", null)]
    public async Task ThrowOnFailure_EachKindOfMethod_GivesTheVerdict(int status, string body, string? code)
    {
        using ServiceProvider provider = Client(throws: true, (_, _) => Transport.Json(body, status));
        IDialer dialer = provider.GetRequiredService<IDialer>();

        Exception typed = (await dialer.Awaiting(d => d.DialAsync(s_request)).Should().ThrowExactlyAsync<ApiRequestException>()).Which;
        Exception raw = (await dialer.Awaiting(d => d.DialRawAsync(s_request)).Should().ThrowExactlyAsync<ApiRequestException>()).Which;
        Exception forgotten = (await dialer.Awaiting(d => d.DialAndForgetAsync(s_request)).Should().ThrowExactlyAsync<VendorErrorException>()).Which;
        using ApiResponse<DialAnswer> response = await dialer.TryDialAsync(s_request);

        response.IsSuccessful.Should().BeFalse();
        response.Error!.InnerException.Should().BeOfType<VendorErrorException>();
        foreach (Exception thrown in (Exception[])[typed, raw, forgotten, response.Error])
        {
            thrown.GetVendorResult().IsFailure.Should().BeTrue();
            thrown.GetVendorResult().Code.Should().Be(code);
            thrown.GetVendorDecision().Action.Should().Be(RetryAction.Stop);
        }

        response.RequestMessage!.GetVendorResult().Code.Should().Be(code);
    }

    [Fact(Timeout = 30_000)]
    public async Task WithoutThrowing_ErrorInHttp200_IsSeenByTheRequestAlone()
    {
        using ServiceProvider provider = Client(throws: false, (_, _) => Transport.Json(Refused));
        IDialer dialer = provider.GetRequiredService<IDialer>();

        (await dialer.DialAsync(s_request)).StatusCode.Should().Be(5, "Refit takes it for the result");
        await dialer.Awaiting(d => d.DialAndForgetAsync(s_request)).Should().NotThrowAsync();
        using HttpResponseMessage raw = await dialer.DialRawAsync(s_request);
        raw.GetVendorResult().Code.Should().Be("5");
        using ApiResponse<DialAnswer> response = await dialer.TryDialAsync(s_request);
        response.IsSuccessful.Should().BeTrue();
        response.Error.Should().BeNull();
        response.RequestMessage!.GetVendorResult().Code.Should().Be("5");
        response.RequestMessage!.GetVendorDecision().StopReason.Should().Be(StopReason.NotRetryable);
    }

    [Fact(Timeout = 30_000)]
    public async Task WithoutThrowing_ApiException_HasTheVerdictOnItsRequest()
    {
        using ServiceProvider provider = Client(throws: false, (_, _) => Transport.Json("{}", 503));

        ApiException thrown = (await provider.GetRequiredService<IDialer>().Awaiting(d => d.DialAsync(s_request)).Should().ThrowExactlyAsync<ApiException>()).Which;

        thrown.RequestMessage.GetVendorResult().Category.Should().Be(ErrorCategory.VendorUnavailable);
        thrown.RequestMessage.GetVendorDecision().StopReason.Should().Be(StopReason.EffectUnknown);
        thrown.RequestMessage.GetVendorAttempts().Should().ContainSingle();
    }

    [Fact(Timeout = 30_000)]
    public async Task Answer_ThatCannotBeDeserialized_IsAnApiExceptionUnderASuccess()
    {
        using ServiceProvider provider = Client(throws: true, (_, _) => Transport.Json("""{"statusCode":0,"message":{"not":"a text"}}"""));

        ApiException thrown = (await provider.GetRequiredService<IDialer>().Awaiting(d => d.DialAsync(s_request)).Should().ThrowExactlyAsync<ApiException>()).Which;

        thrown.RequestMessage.GetVendorResult().IsSuccess.Should().BeTrue();
        thrown.RequestMessage.GetVendorDecision().Action.Should().Be(RetryAction.Return);
    }

    [Fact(Timeout = 30_000)]
    public async Task Body_OfARetry_IsTheSame()
    {
        var transport = new Transport((_, count) => count == 1 ? Transport.Json("{}", 429, retryAfter: 1) : Transport.Json(Bodies.TalkdeskOk));
        using ServiceProvider provider = Client(throws: true, transport);

        DialAnswer answer = await provider.GetRequiredService<IDialer>().DialAsync(s_request);

        answer.StatusCode.Should().Be(0);
        transport.Sent.Should().HaveCount(2);
        transport.Sent[0].Body.Should().Contain("4930555100");
        transport.Sent[1].Body.Should().Be(transport.Sent[0].Body);
    }

    [Fact]
    public void GetVendorResult_OfARequestThatWasNotSent_IsNone()
    {
        using var request = new HttpRequestMessage();

        request.GetVendorResult().Should().Be(default(VendorResult));
        request.GetVendorDecision().Should().Be(default(RetryDecision));
        request.GetVendorAttempts().Should().BeEmpty();
    }

    private static ServiceProvider Client(bool throws, Func<HttpRequestMessage, int, HttpResponseMessage> answer) => Client(throws, new Transport(answer));

    private static ServiceProvider Client(bool throws, Transport transport)
    {
        var services = new ServiceCollection();
        services.AddRefitGeneratedClient<IDialer>()
            .ConfigureHttpClient(client => client.BaseAddress = new Uri("http://vendor.test"))
            .AddVendorErrors(Vendor.TalkdeskDialer, options => options.ThrowOnFailure = throws)
            .ConfigurePrimaryHttpMessageHandler(() => transport);
        return services.BuildServiceProvider();
    }
}
