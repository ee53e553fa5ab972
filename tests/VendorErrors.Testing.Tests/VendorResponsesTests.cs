using VendorErrors.Rules;

namespace VendorErrors.Testing.Tests;

/// <summary>Composition and classification are inverse.</summary>
public class VendorResponsesTests
{
    public static TheoryData<string, int, string> Rows => RowData.All;

    [Theory]
    [MemberData(nameof(Rows))]
    public void For_ARow_IsClassifiedAsThatRow(string vendorId, int index, string label)
    {
        CodeRow row = RowData.Row(vendorId, index);

        ComposedResponse response = VendorResponses.For(Vendor.Find(vendorId)!, row);
        VendorResult result = response.Classify();

        string because = $"{label} was composed as HTTP {response.Status} {response.Body}";
        result.Outcome.Should().Be(row.Outcome, because);
        result.Category.Should().Be(row.Category, because);
        result.Effect.Should().Be(row.EffectiveEffect, because);
    }
}
