using System.Text;
using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Properties;

/// <summary>A plain success costs no object.</summary>
public class AllocationTests
{
    private const int WarmUps = 200;
    private const int Measured = 100;

    public static TheoryData<string, int, string> Successes => new()
    {
        { "talkdesk-dialer", 200, """{"statusCode":0,"message":"Operation completed successfully","payload":{"id":1001,"status":"Active"}}""" },
        { "dialnexa", 201, """{"statusCode":201,"message":"Leads uploaded","data":[{"id":1}],"count":1}""" },
        { "dexatel", 200, """{"data":[{"id":"01b620c7-8381-4cbf-995c-87456ae04830","status":"enroute"}]}""" },
        { "yeastar-p-series", 200, """{"errcode":0,"errmsg":"SUCCESS","call_id":"1",}""" },
        { "8x8-connect", 200, """{"sessionStatus":"CREATED","sessionId":"s","callFlowRequestId":"r","statusCode":1,"statusMessage":"Created"}""" },
    };

    [Fact]
    public void Successes_OfThisTest_CoverEveryVendor() =>
        Successes.Select(row => row.Data.Item1).Should().BeEquivalentTo(Vendor.All.Select(vendor => vendor.Id));

    [Theory]
    [MemberData(nameof(Successes))]
    public void Classify_Success_AllocatesNothing(string id, int status, string body)
    {
        Vendor vendor = Vendor.Find(id)!;
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        for (var i = 0; i < WarmUps; i++)
        {
            vendor.Classify(status, bytes).IsSuccess.Should().BeTrue();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        var successes = 0;
        for (var i = 0; i < Measured; i++)
        {
            successes += vendor.Classify(new VendorResponse(status, bytes) { Method = "GET", Path = "/x/y" }).IsSuccess ? 1 : 0;
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        successes.Should().Be(Measured);
        allocated.Should().Be(0);
    }
}
