using System.Text;
using VendorErrors.Classification.Bodies;
using VendorErrors.Json;

namespace VendorErrors.Classification.Events;

/// <summary>The body of an event as JSON: as it came, or the fields of a form, or the elements of XML; with JSON in texts unfolded.</summary>
/// <param name="json">The body as JSON; empty where it is nothing that an event is written in.</param>
/// <param name="fault">What is wrong with it, as far as that is known before the JSON is read.</param>
/// <param name="isXml">Whether it was XML, in which a list of one looks like what is no list.</param>
internal readonly ref struct EventBody(ReadOnlySpan<byte> json, JsonFault fault = JsonFault.None, bool isXml = false)
{
    public ReadOnlySpan<byte> Json { get; } = json;

    public JsonFault Fault { get; } = fault;

    public bool IsXml { get; } = isXml;

    /// <summary>What the body of a request holds.</summary>
    public static EventBody Of(in VendorResponse response)
    {
        ReadOnlySpan<byte> body = response.Body;
        switch (BodySniffer.Sniff(ref body, response))
        {
            case BodyKind.Json:
                return new EventBody(body);
            case BodyKind.Xml:
                byte[] members = XmlMembers.Read(body, out JsonFault fault, out _);
                return new EventBody(members, fault, isXml: true);
            case BodyKind.Text when DeclaredType.Mentions(DeclaredType.Of(response), "form-urlencoded") || FormMembers.IsForm(body):
                byte[] fields = FormMembers.Read(body, out bool isCut);
                return new EventBody(fields, isCut ? JsonFault.Cut : JsonFault.None);
            default:
                return default;
        }
    }

    /// <summary>The body with the JSON of some texts in the place of these texts; null where none of them holds any.</summary>
    /// <param name="json">The body.</param>
    /// <param name="slots">Where the texts are in it.</param>
    /// <param name="texts">The slots of the texts.</param>
    internal static byte[]? Unfold(ReadOnlySpan<byte> json, ReadOnlySpan<JsonSlot> slots, int[] texts)
    {
        // From the end, so that what is before keeps its place.
        List<JsonSlot> found = [];
        foreach (int text in texts)
        {
            if (slots[text].Kind == JsonKind.Text)
            {
                found.Add(slots[text]);
            }
        }

        found.Sort((left, right) => right.Start.CompareTo(left.Start));
        byte[]? unfolded = null;
        foreach (JsonSlot slot in found)
        {
            byte[] inner = Encoding.UTF8.GetBytes(JsonText.Decode(slot.Of(json), slot.Escaped).Trim());
            if (inner.Length > 0 && inner[0] is (byte)'{' or (byte)'[' && JsonScanner.FaultOf(inner) == JsonFault.None)
            {
                ReadOnlySpan<byte> whole = unfolded ?? json;
                unfolded = [.. whole[..(slot.Start - 1)], .. inner, .. whole[(slot.Start + slot.Length + 1)..]];
            }
        }

        return unfolded;
    }
}
