using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>Reads the products under a vendor's name.</summary>
internal static class ProductPart
{
    internal static VendorProduct[] Read(ref PackCursor json)
    {
        List<VendorProduct> products = [];
        if (!json.BeginObject("an object with a member for each product"))
        {
            return [];
        }

        while (json.NextMember())
        {
            string id = json.Name;
            int start = json.Position;
            string? name = null;
            string[] operations = [];
            if (!json.BeginObject("a product with 'name' and 'at'"))
            {
                continue;
            }

            while (json.NextMember())
            {
                if (json.Is("name"u8))
                {
                    name = json.Text();
                }
                else if (json.Is("at"u8))
                {
                    operations = PackValues.Texts(ref json);
                }
                else if (json.Is("note"u8))
                {
                    _ = json.Text();
                }
                else
                {
                    json.Unknown(PackReader.ProductMembers);
                }
            }

            if (name is null || operations.Length == 0)
            {
                json.Missing(start, name is null ? "name" : "at", "a product needs 'name', and in 'at' where it is");
            }
            else
            {
                products.Add(json.Place(new VendorProduct(id, name, operations), start));
            }
        }

        return [.. products];
    }
}
