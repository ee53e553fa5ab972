namespace VendorErrors.Testing.Apis;

/// <summary>What is known of the APIs of the built-in vendors, as far as a simulated vendor needs it; paths and members are those of the vendors' documents.</summary>
internal static class KnownApis
{
    private static readonly Dictionary<string, SimulatedApi> s_apis = new(StringComparer.Ordinal)
    {
        [Vendor.TalkdeskDialer.Id] = new()
        {
            Operations =
            [
                new(OperationKind.Dial, "POST telephony/dial") { Body = """{"statusCode":0,"message":"Operation completed successfully","payload":{"callId":"{id}"}}""" },
            ],
        },
        [Vendor.Dialnexa.Id] = new()
        {
            Operations =
            [
                new(OperationKind.Dial, "POST calls") { Status = 201, Body = """{"statusCode":201,"message":"Call created","data":{"id":"{id}"}}""" },
                new(OperationKind.Dial, "POST batch-calls") { Status = 201, Body = """{"statusCode":201,"message":"Batch created","data":{"id":"{id}"}}""" },
            ],
        },
        [Vendor.Dexatel.Id] = new()
        {
            Operations =
            [
                new(OperationKind.Send, "POST messages") { Body = """{"data":[{"id":"{id}","status":"scheduled"}]}""" },
                new(OperationKind.Send, "POST verifications") { Status = 201, Body = """{"data":{"id":"{id}"}}""" },
                new(OperationKind.Read, "GET verifications") { Body = """{"data":[{"id":"{id}"}]}""" },
                new(OperationKind.Delete, "DELETE *") { Status = 204, Body = string.Empty },
            ],
        },
        [Vendor.YeastarPSeries.Id] = new()
        {
            Operations =
            [
                new(OperationKind.Dial, "POST call/dial") { Body = """{"errcode":0,"errmsg":"SUCCESS","call_id":"{id}"}""" },
                new(OperationKind.Send, "POST message/send") { Body = """{"errcode":0,"errmsg":"SUCCESS","message_id":"{id}"}""" },
            ],
            Tokens = new()
            {
                SignIn = "POST get_token",
                Refresh = "POST refresh_token",
                Revoke = "GET del_token",
                QueryParameter = "access_token",
                LifetimeMember = "access_token_expire_time",
                RefreshLifetimeMember = "refresh_token_expire_time",
                SlotsFullCode = "60002",
            },
        },
        [Vendor.EightByEightConnect.Id] = new()
        {
            RateLimitCode = "429",
            Operations =
            [
                new(OperationKind.Dial, "POST callflows") { Body = """{"sessionId":"{id}","sessionStatus":"CREATED","callFlowRequestId":"{id}","statusCode":1,"statusMessage":"Created"}""" },
                new(OperationKind.Read, "POST messages/exports"),
                new(OperationKind.Send, "POST messages/batch") { Body = """{"batchId":"{id}","acceptedCount":{count},"rejectedCount":0,"messages":null}""" },
                new(OperationKind.Send, "POST messages") { Body = """{"umid":"{id}","status":{"code":"QUEUED","description":"SMS is accepted and queued for processing"}}""" },
            ],
        },
    };

    internal static SimulatedApi? Find(string vendorId) => s_apis.TryGetValue(vendorId, out SimulatedApi? api) ? api : null;
}
