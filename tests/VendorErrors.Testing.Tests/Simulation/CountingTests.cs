using System.Net.Http.Json;
using System.Text;

namespace VendorErrors.Testing.Tests.Simulation;

/// <summary>What a request is, and whom it is about, by each vendor's own paths and members.</summary>
public class CountingTests
{
    [Theory]
    [InlineData("talkdesk-dialer", "POST", "Advanced Dialer/api/telephony/dial", "{\"phoneNumber\":\"+49301\",\"campaignId\":7}", OperationKind.Dial)]
    [InlineData("talkdesk-dialer", "GET", "Advanced Dialer/api/agents", "", OperationKind.Read)]
    [InlineData("talkdesk-dialer", "POST", "Advanced Dialer/api/Customer/5/search", "{}", OperationKind.Read)]
    [InlineData("dialnexa", "POST", "v1/calls", "{\"phone_number\":\"+49301\"}", OperationKind.Dial)]
    [InlineData("dialnexa", "POST", "v1/batch-calls", "{\"calls\":[{\"phone_number\":\"+49301\"},{\"phone_number\":\"+49302\"}]}", OperationKind.Dial)]
    [InlineData("dialnexa", "POST", "v1/agents", "{}", OperationKind.Create)]
    [InlineData("dialnexa", "PATCH", "v1/agents/3", "{}", OperationKind.Update)]
    [InlineData("dialnexa", "DELETE", "v1/agents/3", "", OperationKind.Delete)]
    [InlineData("dexatel", "POST", "v1/messages", "{\"data\":{\"from\":\"Acme\",\"to\":[\"49301\",\"49302\"],\"text\":\"x\"}}", OperationKind.Send)]
    [InlineData("dexatel", "POST", "v1/verifications", "{\"data\":{\"phone\":\"49301\"}}", OperationKind.Send)]
    [InlineData("dexatel", "GET", "v1/verifications?code=1234&phone=49301", "", OperationKind.Read)]
    [InlineData("dexatel", "DELETE", "v1/templates/9", "", OperationKind.Delete)]
    [InlineData("yeastar-p-series", "POST", "openapi/v1.0/call/dial?access_token=a", "{\"caller\":\"1000\",\"callee\":\"+49301\"}", OperationKind.Dial)]
    [InlineData("yeastar-p-series", "POST", "openapi/v1.0/message/send", "{\"to_number\":\"+49301\"}", OperationKind.Send)]
    [InlineData("yeastar-p-series", "GET", "openapi/v1.0/extension/delete?id=5", "", OperationKind.Delete)]
    [InlineData("yeastar-p-series", "GET", "openapi/v1.0/extension/list", "", OperationKind.Read)]
    [InlineData("yeastar-p-series", "POST", "openapi/v1.0/extension/create", "{}", OperationKind.Create)]
    [InlineData("8x8-connect", "POST", "api/v1/subaccounts/a/callflows", "{\"callflow\":[{\"action\":\"makeCall\",\"params\":{\"source\":\"491\",\"destination\":\"49301\"}}]}", OperationKind.Dial)]
    [InlineData("8x8-connect", "POST", "api/v1/subaccounts/a/messages", "{\"destination\":\"49301\",\"text\":\"x\"}", OperationKind.Send)]
    [InlineData("8x8-connect", "POST", "api/v1/subaccounts/a/messages/batch", "{\"messages\":[{\"destination\":\"49301\"},{\"destination\":\"49302\"}]}", OperationKind.Send)]
    [InlineData("8x8-connect", "GET", "api/v1/subaccounts/a/messages/7", "", OperationKind.Read)]
    public async Task Request_OfAVendor_IsCountedAsWhatItIs(string vendorId, string method, string path, string body, OperationKind kind)
    {
        var vendor = new VendorSimulator(Vendor.Find(vendorId)!);

        VendorResult result = await vendor.CreateClient().SendJsonAsync(method, path, body).ResultAsync(vendor.Vendor);

        result.IsSuccess.Should().BeTrue();
        vendor.Executed.Should().ContainSingle().Which.Kind.Should().Be(kind);
        vendor.Count(kind).Should().Be(1);
        if (body.Contains("49301", StringComparison.Ordinal) || path.Contains("49301", StringComparison.Ordinal))
        {
            vendor.Count(kind, "+49 301").Should().Be(1);
            vendor.Count(kind, "49302").Should().Be(body.Contains("49302", StringComparison.Ordinal) ? 1 : 0);
            vendor.Count(kind, "491").Should().Be(0, "a sender is not whom it is about");
            vendor.TimesCalled("49301").Should().Be(kind == OperationKind.Dial ? 1 : 0);
            vendor.TimesMessaged("49301").Should().Be(kind == OperationKind.Send ? 1 : 0);
        }
    }

    [Fact]
    public async Task Form_WithASubject_IsAboutIt()
    {
        var acme = new VendorSimulator(OwnVendor.Acme, new() { Api = new() { Operations = [new(OperationKind.Send, "POST sms")] } });
        using var form = new StringContent("to=%2B49+301&to=49302&text=a%26b", Encoding.UTF8, "application/x-www-form-urlencoded");

        await acme.CreateClient().PostAsync(new Uri("sms", UriKind.Relative), form, TestContext.Current.CancellationToken).StatusAsync();

        acme.TimesMessaged("+49301").Should().Be(1);
        acme.TimesMessaged("49302").Should().Be(1);
    }

    [Fact]
    public async Task Query_WithSeveralSubjects_IsAboutEach()
    {
        var acme = new VendorSimulator(OwnVendor.Acme, new() { Api = new() { Operations = [new(OperationKind.Send, "sms")] } });

        await acme.CreateClient().ReadAsync("sms?to=1&to=2&TO=%2B3").StatusAsync();

        acme.Requests[0].Subjects.Should().Equal("1", "2", "+3");
    }

    [Theory]
    [InlineData("\n  {\"to\":\"+49301\"}")]
    [InlineData("\uFEFF{\"to\":\"+49301\"}")]
    [InlineData("{\"to\":49301,}")]
    [InlineData("[{\"a\":{\"b\":[{\"To\":[\"+49-301\"]}]}}]")]
    public async Task Body_HoweverItIsWritten_IsAboutItsSubject(string body)
    {
        var acme = new VendorSimulator(OwnVendor.Acme);

        await acme.CreateClient().SendJsonAsync("POST", "things", body).StatusAsync();

        acme.Count(OperationKind.Create, "49301").Should().Be(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"to\":")]
    [InlineData("<to>49301</to>")]
    [InlineData("{\"to\":null,\"from\":\"49301\",\"tone\":\"49301\"}")]
    [InlineData("just text # with = signs & more")]
    public async Task Body_ThatNamesNobody_IsAboutNobody(string body)
    {
        var acme = new VendorSimulator(OwnVendor.Acme);

        await acme.CreateClient().SendJsonAsync("POST", "things", body).StatusAsync();

        acme.Requests[0].Subjects.Should().BeEmpty();
        acme.Count(OperationKind.Create).Should().Be(1);
    }

    [Theory]
    [InlineData("customer-7", "CUSTOMER-7", true)]
    [InlineData("customer-7", "7", false)]
    [InlineData("+49 (301) 5", "493015", true)]
    [InlineData("+49301", "301", false)]
    [InlineData("*", "*", true)]
    public async Task TimesCalled_OfASubject_ComparesNumbersByDigitsAndIdsByLetters(string sent, string asked, bool isSame)
    {
        var pbx = new VendorSimulator(Vendor.YeastarPSeries);

        await pbx.CreateClient().DialAsync(sent).StatusAsync();

        pbx.TimesCalled(asked).Should().Be(isSame ? 1 : 0);
    }

    [Fact]
    public async Task SubjectMembers_OfOnesOwn_ReplaceTheCommonOnes()
    {
        var acme = new VendorSimulator(OwnVendor.Acme, new() { Api = new() { SubjectMembers = ["patient"] } });

        await acme.CreateClient().SendJsonAsync("POST", "things", "{\"patient\":\"p1\",\"to\":\"p2\"}").StatusAsync();

        acme.Requests[0].Subjects.Should().Equal("p1");
    }

    [Fact]
    public async Task Operation_OfOnesOwn_AnswersWithItsStatusAndBody()
    {
        var acme = new VendorSimulator(OwnVendor.Acme, new() { Api = new() { Operations = [new(OperationKind.Dial, "POST ring") { Status = 202, Body = "{\"result\":0,\"id\":\"{id}\"}" }] } });
        using HttpClient client = acme.CreateClient();

        string first = await client.SendJsonAsync("POST", "v2/ring").TextAsync();
        int status = await client.SendJsonAsync("POST", "v2/ring").StatusAsync();

        first.Should().Be("{\"result\":0,\"id\":\"00000000-0000-4000-8000-000000000001\"}");
        status.Should().Be(202);
        acme.Count(OperationKind.Dial).Should().Be(2);
    }

    [Fact]
    public void For_AVendorThatIsNotKnown_HasNoOperations() => SimulatedApi.For(OwnVendor.Acme).Operations.Should().BeEmpty();

    [Fact]
    public async Task Batch_DoneInPart_CountsOnlyThoseWhoWereReached()
    {
        ComposedResponse partial = VendorResponses.Batch(Vendor.EightByEightConnect, [new VendorItem { Code = "1002", Id = "b" }], done: 1);
        VendorSimulator sms = new VendorSimulator(Vendor.EightByEightConnect).Next(SimulatedStep.Answer(partial));
        using HttpClient client = sms.CreateClient();

        using HttpResponseMessage response = await client.PostAsJsonAsync("api/v1/subaccounts/x/messages/batch", new { messages = new[] { new { destination = "+4930555101" }, new { destination = "12" } } }, TestContext.Current.CancellationToken);

        sms.TimesMessaged("+4930555101").Should().Be(1);
        sms.TimesMessaged("12").Should().Be(0);
        sms.Requests.Single().Subjects.Should().HaveCount(2);
    }
}
