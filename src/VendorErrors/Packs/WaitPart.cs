using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>Reads where a vendor says how long to wait.</summary>
internal static class WaitPart
{
    internal static readonly string[] Members = ["header", "path", "list", "where", "after", "before", "strict", "member", "says", "unit", "always", "note"];

    internal static WaitHint? Read(ref PackCursor json)
    {
        int start = json.Position;
        if (!json.BeginObject("a wait, such as { \"header\": \"X-Reset\", \"unit\": \"epoch\" }"))
        {
            return null;
        }

        var place = default(SourceParts);
        var hasPlace = false;
        string[] says = [];
        string? member = null;
        WaitUnit? unit = null;
        var always = false;
        while (json.NextMember())
        {
            if (json.Is("unit"u8))
            {
                unit = (WaitUnit)PackValues.Word(ref json, PackWords.Units);
            }
            else if (json.Is("says"u8))
            {
                says = PackValues.Texts(ref json);
            }
            else if (json.Is("always"u8))
            {
                always = json.Flag();
            }
            else if (json.Is("member"u8))
            {
                member = json.Text();
            }
            else if (json.Is("note"u8))
            {
                _ = json.Text();
            }
            else if (place.TryRead(ref json))
            {
                hasPlace = true;
            }
            else
            {
                json.Unknown(Members);
            }
        }

        if (unit is null)
        {
            json.Missing(start, "unit", "a wait needs 'unit': one header has two units at two vendors");
            return null;
        }

        WaitHint? hint = says.Length > 0 ? InMessage(ref json, start, says, hasPlace || member is not null, unit.Value) : AtPlace(ref json, start, place, member, unit.Value);
        return hint is null ? null : json.Place(hint.With(always), start);
    }

    private static WaitHint? InMessage(ref PackCursor json, int start, string[] says, bool hasPlace, WaitUnit unit)
    {
        if (says.Length == 2 && !hasPlace)
        {
            return WaitHint.Message(says[0], says[1], unit);
        }

        json.Fault(start, "'says' is a list of two texts, between which the number is, and needs no other place");
        return null;
    }

    private static WaitHint? AtPlace(ref PackCursor json, int start, SourceParts place, string? member, WaitUnit unit)
    {
        if (place.ToSource(ref json, start) is not { } source)
        {
            return null;
        }

        if (source.Header is not { } header)
        {
            if (member is not null)
            {
                json.Fault(start, "'member' is of JSON in a header; of a body write its 'path'");
            }

            return WaitHint.BodyField(source, unit);
        }

        if (source.IsCut)
        {
            json.Fault(start, "the value of a header that says a wait is not cut; of JSON in it name the 'member'");
        }

        return member is null ? WaitHint.Header(header, unit) : WaitHint.HeaderJson(header, member, unit);
    }
}
