using FluentAssertions;
using VendorErrors.Rules;
using VendorErrors.Testing;
using Xunit;

namespace VendorErrors.Tests.Conventions;

/// <summary>What holds for every row of every catalog, the next one included.</summary>
public class RowConventionTests
{
    public static TheoryData<string, int, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, int, string>();
            foreach (Vendor vendor in Vendor.All)
            {
                for (var i = 0; i < vendor.Codes.Count; i++)
                {
                    rows.Add(vendor.Id, i, vendor.Codes[i].ToString());
                }
            }

            return rows;
        }
    }

    public static TheoryData<string> VendorIds => VendorConventionTests.VendorIds;

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_OfACatalog_IsWellFormed(string vendorId, int index, string label)
    {
        CodeRow row = RowOf(vendorId, index);

        row.ToString().Should().Be(label);
        row.Name.Should().NotBeNullOrWhiteSpace();
        row.Source.Should().NotBeNull();
        row.Source!.Title.Should().NotBeNullOrWhiteSpace();
        row.Source.Address.Should().NotBeNullOrWhiteSpace().And.NotContain("://");
        (row.Outcome == Outcome.Failure).Should().Be(row.Category is not null);
        row.Outcome.Should().NotBe(Outcome.Undetermined);
        (row.MaxRetries ?? 1).Should().BeGreaterThan(0);
        AllowedPairs.All.Should().Contain((row.Outcome, row.EffectiveEffect));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_WithAWait_IsOfACategoryThatIsRetriedAfterADelay(string vendorId, int index, string label)
    {
        CodeRow row = RowOf(vendorId, index);
        if (row.Wait is { } wait)
        {
            row.Category.Should().NotBeNull(label);
            row.Category!.Value.ToRetryDisposition().Should().Be(RetryDisposition.AfterDelay);
            wait.Should().BePositive().And.BeLessThan(TimeSpan.FromDays(31));
        }

        row.WaitGrows.Should().Be(row.WaitGrows && row.Wait is not null, "only a wait can grow");
        if (row.MaxRetries is not null)
        {
            row.Category!.Value.ToRetryDisposition().Should().NotBe(RetryDisposition.Never);
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Classify_BodyComposedForARow_IsThatRow(string vendorId, int index, string label)
    {
        Vendor vendor = Vendor.Find(vendorId)!;
        CodeRow row = RowOf(vendorId, index);
        ComposedResponse response = VendorResponses.For(vendor, row);

        VendorResult result = response.Classify();

        string because = $"{label} was composed as HTTP {response.Status} {response.Body}";
        result.Outcome.Should().Be(row.Outcome, because);
        result.Category.Should().Be(row.Category, because);
        result.Effect.Should().Be(row.EffectiveEffect, because);
        AllowedPairs.All.Should().Contain((result.Outcome, result.Effect));
        result.Evidence.Should().Contain(seen => seen.Verdict == EvidenceVerdict.Won && seen.Rule == row.Rule, because);
        if (result.Code is null)
        {
            row.IsHttpStatus.Should().BeTrue("only an HTTP status is said without a code");
            result.Confidence.Should().Be(Confidence.StatusOnly);
        }
        else
        {
            result.Confidence.Should().Be(row.LastCode is null ? Confidence.Exact : Confidence.Family, because);
            result.CodeName.Should().Be(row.LastCode is null ? row.Name : null, because);
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Classify_BodyComposedForARow_KeepsTheCodeAsReceived(string vendorId, int index, string label)
    {
        Vendor vendor = Vendor.Find(vendorId)!;
        CodeRow row = RowOf(vendorId, index);
        ComposedResponse response = VendorResponses.For(vendor, row);

        if (!row.IsHttpStatus && row.LastCode is null)
        {
            response.Classify().Code.Should().Be(row.Code, label);
        }
    }

    private static CodeRow RowOf(string vendorId, int index) => Vendor.Find(vendorId)!.Codes[index];
}
