namespace VendorErrors.Testing.Tests.Simulation;

/// <summary>The same once more: deletions, idempotency keys.</summary>
public class RepetitionTests
{
    [Theory]
    [InlineData("talkdesk-dialer", "DELETE", "api/things/1")]
    [InlineData("dialnexa", "DELETE", "v1/agents/1")]
    [InlineData("dexatel", "DELETE", "v1/templates/1")]
    [InlineData("yeastar-p-series", "GET", "openapi/v1.0/extension/delete?access_token=a&id=1")]
    [InlineData("8x8-connect", "DELETE", "api/v1/things/1")]
    [InlineData("test-voice", "DELETE", "things/1")]
    public async Task Delete_ASecondTime_AnswersNotFound(string vendorId, string method, string path)
    {
        var vendor = new VendorSimulator(Vendor.Find(vendorId) ?? OwnVendor.Acme);
        using HttpClient client = vendor.CreateClient();

        VendorResult first = await client.SendJsonAsync(method, path).ResultAsync(vendor.Vendor);
        VendorResult second = await client.SendJsonAsync(method, path.Replace("=a&", "=b&", StringComparison.Ordinal)).ResultAsync(vendor.Vendor);
        VendorResult other = await client.SendJsonAsync(method, path.Replace('1', '2')).ResultAsync(vendor.Vendor);

        first.IsSuccess.Should().BeTrue();
        second.Category.Should().Be(ErrorCategory.NotFound);
        other.IsSuccess.Should().BeTrue();
        vendor.Count(OperationKind.Delete).Should().Be(2);
    }

    [Fact]
    public async Task Key_ASecondTime_GivesTheFirstAnswerAndExecutesNothing()
    {
        var acme = new VendorSimulator(OwnVendor.Acme, new() { Api = new() { Operations = [new(OperationKind.Dial, "POST calls") { Body = "{\"result\":0,\"id\":\"{id}\"}" }] } });
        using HttpClient client = acme.CreateClient();

        string[] answers = [await CallAsync(client, "k1"), await CallAsync(client, "k1"), await CallAsync(client, "k2"), await CallAsync(client, key: null), await CallAsync(client, key: null)];

        answers[1].Should().Be(answers[0]);
        answers.Distinct(StringComparer.Ordinal).Should().HaveCount(4);
        acme.TimesCalled("+491").Should().Be(4);
        acme.Requests.Select(request => request.IsExecuted).Should().Equal(true, false, true, true, true);
    }

    [Fact]
    public async Task Key_AtAVendorThatHonorsNone_ChangesNothing()
    {
        var pbx = new VendorSimulator(Vendor.YeastarPSeries);
        using HttpClient client = pbx.CreateClient();
        for (var i = 0; i < 2; i++)
        {
            using HttpRequestMessage message = Calls.Json("POST", Calls.YeastarDial, "{\"callee\":\"+491\"}");
            message.Headers.Add(OwnVendor.KeyHeader, "k1");
            await client.SendAsync(message, TestContext.Current.CancellationToken).StatusAsync();
        }

        pbx.TimesCalled("+491").Should().Be(2);
    }

    private static async Task<string> CallAsync(HttpClient client, string? key)
    {
        using HttpRequestMessage message = Calls.Json("POST", "calls", "{\"to\":\"+491\"}");
        if (key is not null)
        {
            message.Headers.Add(OwnVendor.KeyHeader, key);
        }

        return await client.SendAsync(message, TestContext.Current.CancellationToken).TextAsync();
    }
}
