using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>Reads where a 2xx has to have an envelope.</summary>
internal static class RequiredPart
{
    internal static RequiredEnvelope? Read(ref PackCursor json)
    {
        if (!json.BeginObject("an object with operations"))
        {
            return null;
        }

        string[] operations = [], except = [];
        var always = false;
        while (json.NextMember())
        {
            if (json.Is("operations"u8))
            {
                operations = PackValues.Texts(ref json);
            }
            else if (json.Is("except"u8))
            {
                except = PackValues.Texts(ref json);
            }
            else if (json.Is("always"u8))
            {
                always = json.Flag();
            }
            else if (json.Is("note"u8))
            {
                _ = json.Text();
            }
            else
            {
                json.Unknown(PackReader.RequiredMembers);
            }
        }

        return new RequiredEnvelope(operations) { Except = except, Always = always };
    }
}
