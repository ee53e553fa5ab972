using VendorErrors.Rules;

namespace VendorErrors.Testing.Tests;

/// <summary>Every row of every vendor, for theories.</summary>
internal static class RowData
{
    public static TheoryData<string, int, string> All
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

    internal static CodeRow Row(string vendorId, int index) => Vendor.Find(vendorId)!.Codes[index];
}
