using System.Text.Json;
using FluentAssertions;
using VendorErrors.Testing;
using VendorErrors.Tests.Secrets;
using Xunit;

namespace VendorErrors.Tests.Storage;

/// <summary>What is kept by default tells nothing of what the vendor wrote: secrets stand in each place of an answer, and none comes through.</summary>
public class StoredSecretTests
{
    private const int Answers = 5_000;

    private static readonly string[] s_bodies =
    [
        """{"code":"{0}","message":"call to {0} failed"}""",
        """{"errors":[{"code":"{0}","message":"{0}","field":"{0}","value":"{0}"}],"traceId":"{0}","request_id":"{0}"}""",
        """{"statusCode":5,"message":"Invalid Parameter {0}","payload":{"phone":"{0}"},"correlationId":"{0}"}""",
        """{"errcode":"{0}","errmsg":"{0}","id":"{0}"}""",
        """{"batchId":"{0}","messages":[{"umid":"{0}","destination":"{0}","error":{"code":"{0}","message":"{0}"}}],"error":"{0}","errorId":"{0}","timestamp":"{0}","clientMessageId":"{0}"}""",
        "<html><head><title>{0}</title></head><body>{0}</body></html>",
        "{0}",
    ];

    [Fact]
    public void Kept_WithSecretsInEachPlace_TellsNothing()
    {
        var maker = new SecretMaker(7);
        string around = string.Join(' ', [.. Vendor.All.SelectMany(Words), .. s_bodies, SecretMaker.Prefixes, Skeleton()]);
        Vendor[] vendors = [.. Vendor.All];
        for (int i = Effort.Of(Answers); i > 0; i--)
        {
            Secret secret = maker.Make();
            string body = maker.Pick(s_bodies).Replace("{0}", JsonEncodedText.Encode(secret.Written).ToString(), StringComparison.Ordinal);
            VendorResult result = vendors[maker.Below(vendors.Length)].Classify(maker.Below(2) == 0 ? 400 : 200, body, VendorOperation.FromMethod("POST", $"/v1/calls/{secret.Plain}"));

            string kept = result.ToJson(new VendorJsonOptions { IncludeEvidence = maker.Below(2) == 0 });

            // An id of the answer that is a UUID is kept. Each text by itself: the digits of two numbers of ours are no number.
            string? leak = secret.Kind is "uuid" ? null : Texts(JsonDocument.Parse(kept).RootElement).Select(text => Leak.Find(text, secret, around)).FirstOrDefault(found => found is not null);
            leak.Should().BeNull("of the {0} {1}, written {2}, nothing may be in {3}, of {4}", secret.Kind, secret.Plain, secret.Written, kept, body);
        }
    }

    [Fact]
    public void Kept_OfABatch_HoldsNeitherNumbersNorIds()
    {
        VendorResult result = VendorResponses.Batch(Vendor.EightByEightConnect, [new VendorItem { Code = "1002", Message = "Invalid MSISDN +4915112345678 in order", Id = "customer-4711815" }], done: 1).Classify();

        string kept = result.ToJson();

        kept.Should().Contain("\"1002\"").And.NotContain("4711815").And.NotContain("4915112345678").And.NotContain("order");
        result.ToJson(new VendorJsonOptions { IncludeVendorWords = true }).Should().Contain("customer-4711815").And.Contain("+4915112345678");
    }

    private static IEnumerable<string> Texts(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Texts(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [json.GetString()!],
        _ => [],
    };

    // All that the format itself says.
    private static string Skeleton() => string.Join(' ', Vendor.All.Select(vendor => VendorResponses.GatewayPage(vendor).Classify().ToJson(new VendorJsonOptions { IncludeVendorWords = true, IncludeEvidence = true })));

    private static IEnumerable<string> Words(Vendor vendor) =>
        vendor.Codes.Select(row => $"{row.Code} {row.Name} {VendorResponses.For(vendor, row).Classify().ToJson(new VendorJsonOptions { IncludeEvidence = true })}");
}
