using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using VendorErrors.Rules;
using VendorErrors.Testing;
using Xunit;

namespace VendorErrors.Tests.Properties;

/// <summary>Words never move a definite code to another group.</summary>
public class MessageTextProperties
{
    private static readonly string[] s_misleading =
    [
        "Token expired", "session not found", "Unauthorized: password", "try again in 30 seconds", "Service unavailable", "quota exceeded", "Too Many Requests", "rate limit",
        "insufficient balance", "already exists", "destination blocked by telephony config", "IP address not allowed", "internal server error", "Invalid MSISDN", "template", "timeout", "success", "",
    ];

    public static TheoryData<string> VendorIds => new(Vendor.All.Select(vendor => vendor.Id));

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Classify_DefiniteCodeWithMisleadingWords_KeepsItsCategory(string id)
    {
        Vendor vendor = Vendor.Find(id)!;
        foreach (CodeRow row in DefiniteRowsOf(vendor))
        {
            foreach (string message in s_misleading)
            {
                VendorResult result = VendorResponses.For(vendor, row, new ResponseOptions { Message = message }).Classify();

                result.Category.Should().Be(row.Category, "{0} with the words '{1}'", row, message);
                result.Effect.Should().Be(row.EffectiveEffect);
            }
        }
    }

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Classify_DefiniteCodeWithAnyWords_KeepsItsGroup(string id)
    {
        Vendor vendor = Vendor.Find(id)!;
        CodeRow[] rows = [.. DefiniteRowsOf(vendor)];
        Prop.ForAll<int, NonNull<string>>((number, words) =>
        {
            CodeRow row = rows[(number & int.MaxValue) % rows.Length];
            return VendorResponses.For(vendor, row, new ResponseOptions { Message = words.Get }).Classify().Category?.ToGroup() == row.Category?.ToGroup();
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void ToString_OfAnyAnswer_HoldsNothingOfTheMessage(string id)
    {
        const string secret = "+15551234567";
        Vendor vendor = Vendor.Find(id)!;
        foreach (CodeRow row in DefiniteRowsOf(vendor))
        {
            VendorResult result = VendorResponses.For(vendor, row, new ResponseOptions { Message = secret }).Classify();

            result.ToString().Should().NotContain(secret);
            result.Answer!.ToString().Should().NotContain(secret);
            result.Answer.Advice!.Text.Should().NotContain(secret);
        }
    }

    // Bodies that are the bare message (a vendor that says a status by HTTP alone) are left to the tests of statuses.
    private static IEnumerable<CodeRow> DefiniteRowsOf(Vendor vendor) =>
        vendor.Codes.Where(row => row.Outcome == Outcome.Failure
            && row.Refinements.Count == 0
            && !(row.IsHttpStatus && string.Equals(row.Code, "403", StringComparison.Ordinal))
            && VendorResponses.For(vendor, row).Body.Length > 0);
}
