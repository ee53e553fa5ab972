using System.Text;
using System.Text.Json;
using FluentAssertions;
using VendorErrors.Tests.Events;
using Xunit;

namespace VendorErrors.Tests.Storage;

/// <summary>An event as JSON: what every program may read, and nothing of the vendor's words unless it is asked for.</summary>
public class EventJsonTests
{
    private const string Failed = """{ "id": "+12025550123", "ref": "Jane", "state": "FAILED", "reason": "full", "text": "to Jane" }""";

    [Fact]
    public void ToJson_OfEveryEventOfThePacks_SaysNeverToSendAgain()
    {
        foreach (Vendor vendor in Vendor.All)
        {
            foreach (VendorEvent read in vendor.ContentWithAnswers.EventSamples.SelectMany(sample => vendor.ReadEvents(Encoding.UTF8.GetBytes(sample.Body))))
            {
                using JsonDocument json = JsonDocument.Parse(read.ToJson(new VendorJsonOptions { IncludeVendorWords = true, IncludeEvidence = true }));

                json.RootElement.GetProperty("retry").GetProperty("disposition").GetString().Should().Be("never");
            }
        }
    }

    [Fact]
    public void ToJson_ByDefault_HoldsNothingOfTheVendorsText() =>
        AcmeEvents.Read(Failed).ToJson().Should().NotContainAny("555", "Jane").And.Contain("\"state\":\"failed\"").And.Contain("\"key\":\"sha256:");

    [Fact]
    public void ToJson_WithTheVendorsWords_HoldsIds() =>
        AcmeEvents.Read(Failed).ToJson(new VendorJsonOptions { IncludeVendorWords = true }).Should().Contain("Jane").And.Contain("555");
}
