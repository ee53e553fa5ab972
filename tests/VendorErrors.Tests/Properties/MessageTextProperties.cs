using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using VendorErrors.Definitions;
using VendorErrors.Testing;
using Xunit;

namespace VendorErrors.Tests.Properties;

/// <summary>Words never move a definite code to another group.</summary>
[Trait("Category", "Slow")]
public class MessageTextProperties
{
    public static TheoryData<string> VendorIds => new(Vendor.All.Where(vendor => DefiniteRowsOf(vendor).Any()).Select(vendor => vendor.Id));

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

    // Bodies that are the bare message (a vendor that says a status by HTTP alone) are left to the tests of statuses.
    private static IEnumerable<CodeRow> DefiniteRowsOf(Vendor vendor) =>
        vendor.Codes.Where(row => row.Outcome == VendorOutcome.Failure
            && row.Refinements.Count == 0
            && !(row.IsHttpStatus && string.Equals(row.Code, "403", StringComparison.Ordinal))
            && VendorResponses.For(vendor, row).Body.Length > 0);
}
