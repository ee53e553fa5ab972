using System.Text.Json.Nodes;

namespace VendorErrors.Testing.Tests.Simulation;

/// <summary>What the simulated vendors show of what they did, in the shapes that the vendors document.</summary>
public class LookUpTests
{
    private readonly VirtualTime _time = new(isManual: true);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Dialnexa_ListsCalls_FilteredSortedAndPaged()
    {
        VendorSimulator vendor = Of(Vendor.Dialnexa);
        HttpClient client = vendor.CreateClient();
        foreach (int i in Enumerable.Range(1, 3))
        {
            await client.SendJsonAsync("POST", "v1/calls", $$"""{"phone_number":"+49{{i}}","agent_id":"agent_1"}""").StatusAsync();
            _time.Advance(TimeSpan.FromMinutes(2));
        }

        JsonArray newest = (await JsonAsync(client, "v1/calls?limit=2")).AsArray();
        JsonArray second = (await JsonAsync(client, "v1/calls?limit=2&page=2")).AsArray();
        JsonArray wanted = (await JsonAsync(client, "v1/calls?to=%2B492&created_at=asc")).AsArray();

        newest.Select(call => (string?)call!["to_number"]).Should().Equal("+493", "+492");
        second.Select(call => (string?)call!["to_number"]).Should().Equal("+491");
        ((string?)wanted.Single()!["status"]).Should().Be("completed");
        ((string?)wanted.Single()!["createdAt"]).Should().Be("2026-01-15T10:02:00.000Z");
        (await client.ReadAsync("v1/calls?limit=201").StatusAsync()).Should().Be(400);
        vendor.Requests[^1].Kind.Should().Be(OperationKind.Read);
    }

    [Fact]
    public async Task Dexatel_ListsMessages_AndCountsThem()
    {
        HttpClient client = Of(Vendor.Dexatel).CreateClient();
        await client.SendJsonAsync("POST", "v1/messages", """{"data":{"from":"Shop","to":["491","492"],"text":"Hello"}}""").StatusAsync();

        using HttpResponseMessage response = await client.ReadAsync("v1/messages?filter[to]=492&page_size=1");
        JsonNode list = JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!;

        response.Headers.GetValues("Total-Count").Should().Equal("1");
        ((string?)list["data"]![0]!["to"]).Should().Be("492");
        ((string?)list["data"]![0]!["create_date"]).Should().Be("2026-01-15 10:00:00");
        list["pagination"].Should().NotBeNull();
    }

    [Fact]
    public async Task Yeastar_HasACallInOneListOrInTheOther_AndInNoneInBetween()
    {
        VendorSimulator pbx = Of(Vendor.YeastarPSeries, new LookUpRules { CallLength = TimeSpan.FromSeconds(60), Delay = TimeSpan.FromSeconds(5) });
        HttpClient client = pbx.CreateClient();
        await client.DialAsync("+49301234").StatusAsync();
        string? id = (string?)(await JsonAsync(client, "openapi/v1.0/call/query?extension=1000"))["data"]![0]!["call_id"];
        var seen = new List<(int, int)>();
        foreach (int seconds in new[] { 59, 1, 4, 1 })
        {
            _time.Advance(TimeSpan.FromSeconds(seconds));
            seen.Add(((await JsonAsync(client, "openapi/v1.0/call/query?type=outbound"))["data"]!.AsArray().Count, (int)(await JsonAsync(client, "openapi/v1.0/cdr/search?call_to=%2B49301234"))["total_number"]!));
        }

        id.Should().NotBeNullOrEmpty();
        seen.Should().Equal((1, 0), (0, 0), (0, 0), (0, 1));
        ((int?)(await JsonAsync(client, "openapi/v1.0/cdr/search?page_size=0"))["errcode"]).Should().Be(40002);
        ((int?)(await JsonAsync(client, "openapi/v1.0/call/query?type=all"))["errcode"]).Should().Be(40002);
    }

    [Fact]
    public async Task Yeastar_LookUps_NeedATokenAsAllRequestsDo()
    {
        var pbx = new VendorSimulator(Vendor.YeastarPSeries, new() { Time = _time, Tokens = new() });

        ((int?)(await JsonAsync(pbx.CreateClient(), "openapi/v1.0/cdr/search"))["errcode"]).Should().Be(10004);
    }

    [Fact]
    public async Task Yeastar_HasMessagesInSessions()
    {
        HttpClient client = Of(Vendor.YeastarPSeries).CreateClient();
        await client.SendJsonAsync("POST", "openapi/v1.0/message/send", """{"to":"491","msg_body":"Hello"}""").StatusAsync();

        JsonNode sessions = await JsonAsync(client, "openapi/v1.0/message_session/search?page_size=10&user_type=9&search_value=491");
        JsonNode messages = await JsonAsync(client, $"openapi/v1.0/message/get?page_size=10&id={sessions["list"]![0]!["id"]}");

        ((string?)messages["data"]!["records"]![0]!["msg_body"]).Should().Be("Hello");
        (await JsonAsync(client, "openapi/v1.0/message_session/search?page_size=10&user_type=9&search_value=492"))["list"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task EightByEight_ExportsWhatWasLoggedWhenTheJobBegan()
    {
        HttpClient client = Of(Vendor.EightByEightConnect).CreateClient();
        const string Folder = "api/v1/subaccounts/demo/messages";
        await client.SendJsonAsync("POST", Folder, """{"destination":"+4930555","text":"a","clientMessageId":"id, 1"}""").StatusAsync();
        string job = (string)JsonNode.Parse(await client.SendJsonAsync("POST", $"{Folder}/exports", """{"from":"2026-01-15","limit":0}""").TextAsync())!["jobId"]!;
        await client.SendJsonAsync("POST", Folder, """{"destination":"+4930556","text":"b","clientMessageId":"id-2"}""").StatusAsync();
        string? atFirst = (string?)(await JsonAsync(client, $"{Folder}/exports/{job}"))["status"];
        _time.Advance(TimeSpan.FromSeconds(2));
        JsonNode done = await JsonAsync(client, $"{Folder}/exports/{job}");
        string file = await client.GetStringAsync(new Uri((string)done["data"]![0]!), Token);

        (atFirst, (string?)done["status"]).Should().Be(("running", "succeeded"));
        file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(2);
        file.Should().Contain(",\"id, 1\",").And.Contain("+493xxxx").And.NotContain("id-2").And.NotContain("+4930555");
        (await client.ReadAsync($"{Folder}/exports/none").StatusAsync()).Should().Be(404);
    }

    [Fact]
    public async Task EightByEight_CanBeCancelled_AndSaysWhenThereIsNothing()
    {
        HttpClient client = Of(Vendor.EightByEightConnect).CreateClient();
        const string Exports = "api/v1/subaccounts/demo/messages/exports";
        string first = (string)JsonNode.Parse(await client.SendJsonAsync("POST", Exports).TextAsync())!["jobId"]!;
        string second = (string)JsonNode.Parse(await client.SendJsonAsync("POST", Exports).TextAsync())!["jobId"]!;
        await client.SendJsonAsync("DELETE", $"{Exports}/{first}").StatusAsync();
        _time.Advance(TimeSpan.FromSeconds(2));

        ((string?)(await JsonAsync(client, $"{Exports}/{first}"))["status"]).Should().Be("cancelled");
        ((string?)(await JsonAsync(client, $"{Exports}/{second}"))["status"]).Should().Be("empty");
    }

    [Fact]
    public async Task ALateExecution_IsListedWhenItIsDone_NotBefore()
    {
        VendorSimulator vendor = Of(Vendor.Dialnexa);
        HttpClient client = vendor.CreateClient();
        vendor.Next(SimulatedStep.Status(504).LateExecution(TimeSpan.FromSeconds(30)));
        await client.SendJsonAsync("POST", "v1/calls", """{"phone_number":"+491"}""").StatusAsync();
        _time.Advance(TimeSpan.FromSeconds(29));
        int before = (await JsonAsync(client, "v1/calls")).AsArray().Count;
        _time.Advance(TimeSpan.FromSeconds(1));

        before.Should().Be(0);
        ((string?)(await JsonAsync(client, "v1/calls"))[0]!["createdAt"]).Should().Be("2026-01-15T10:00:30.000Z");
    }

    private VendorSimulator Of(Vendor vendor, LookUpRules? rules = null) => new(vendor, new() { Time = _time, LookUps = rules ?? new LookUpRules() });

    private static async Task<JsonNode> JsonAsync(HttpClient client, string path) => JsonNode.Parse(await client.ReadAsync(path).TextAsync())!;
}
