using VendorErrors.Classification.Compiled;
using VendorErrors.Classification.Words;
using VendorErrors.Json;

namespace VendorErrors.Classification.Bodies;

/// <summary>What the first bytes of a body decide by themselves, before any member is looked at.</summary>
internal static class PartialBody
{
    /// <summary>The verdict of the first bytes; null where the members have to be looked at.</summary>
    /// <param name="catalog">The vendor's catalog.</param>
    /// <param name="response">The response.</param>
    /// <param name="kind">What the body is.</param>
    /// <param name="body">The body, without a byte order mark.</param>
    /// <param name="success">The success, where it is one.</param>
    /// <param name="isWhole">Whether nothing more need be waited for.</param>
    internal static Truth? Decide(Catalog catalog, in VendorResponse response, BodyKind kind, ReadOnlySpan<byte> body, out VendorResult success, out bool isWhole)
    {
        success = SuccessCode.ByStatus;
        isWhole = false;
        bool mayBeAnything = kind != BodyKind.Json && (body.Length <= 1 || "\uFEFF"u8.StartsWith(body));
        if (mayBeAnything)
        {
            // The first byte of a comment, of a page, of another encoding; or a part of a byte order mark.
            return Truth.Open;
        }

        if (!catalog.Definition.SuccessMayCarryError && DecideByFirstMember(catalog, kind, body) is var first and not Truth.No)
        {
            // A vendor whose 2xx is documented to be true: what does not begin like a report of a failure is what its status says.
            success = first == Truth.Yes ? catalog.Vendor.Classify(response.WithBody(default)) : default;
            return first;
        }

        if (kind != BodyKind.Json)
        {
            return DecideByKind(catalog, response, kind, body, out isWhole);
        }

        if (BeginsList(body) && !catalog.LooksIntoLists && catalog.IsPlainSuccess(new JsonView(body, default), response, isWhole: true, out SuccessCode? code) == Truth.Yes)
        {
            // No member of a list is looked at, so nothing that follows changes the verdict, and a list may be long in coming.
            success = code?.Result ?? SuccessCode.ByStatus;
            return catalog.AllowsSuccess(response.Status) ? Truth.Yes : Truth.No;
        }

        return null;
    }

    /// <summary>Where the first value of a sequence ends; 0 where it is none, or has not come yet.</summary>
    internal static int EndOfFirst(in VendorResponse response, ReadOnlySpan<byte> body) =>
        DeclaredType.IsSequence(DeclaredType.Of(response)) && JsonSequence.EndOfFirst(body, out JsonFault fault) is var end && fault == JsonFault.None ? end : 0;

    /// <summary>Whether a body at which the quick reading gave up is only cut; <paramref name="isWhole"/> says whether it is a whole value.</summary>
    internal static bool IsCut(ReadOnlySpan<byte> body, out bool isWhole)
    {
        JsonFault fault = JsonScanner.FaultOf(body);
        isWhole = fault == JsonFault.None && body[0] is (byte)'{' or (byte)'[';
        return fault == JsonFault.Cut;
    }

    private static Truth DecideByKind(Catalog catalog, in VendorResponse response, BodyKind kind, ReadOnlySpan<byte> body, out bool isWhole)
    {
        if (kind == BodyKind.Xml && catalog.Definition.ReadsXml)
        {
            // Its members may be anywhere in it.
            isWhole = false;
            return Truth.Open;
        }

        // Of what is no JSON so much is read as counts as its message; by then it is known, too, what it is.
        isWhole = kind == BodyKind.UnsupportedEncoding || body.Length >= MessageReader.MaxTextBytes;
        if (kind is not (BodyKind.Text or BodyKind.Bytes) || !catalog.AllowsSuccess(response.Status))
        {
            return Truth.No;
        }

        if (kind == BodyKind.Bytes || catalog.Requirement?.AppliesTo(response) != true)
        {
            return Truth.Yes;
        }

        // What begins as text may still turn out to be a file.
        return body.Length < BodySniffer.TextBytes ? Truth.Open : Truth.No;
    }

    /// <summary>Whether the first member is neither one that an envelope looks at nor one of a report of a failure. Open where it has not come yet.</summary>
    private static Truth DecideByFirstMember(Catalog catalog, BodyKind kind, ReadOnlySpan<byte> body)
    {
        if (kind != BodyKind.Json)
        {
            return kind is BodyKind.Text or BodyKind.Bytes ? Truth.Yes : Truth.No;
        }

        var scanner = new JsonScanner(body);
        if (!scanner.MoveToToken())
        {
            return scanner.Fault == JsonFault.Cut ? Truth.Open : Truth.No;
        }

        if (scanner.Current != (byte)'{')
        {
            return scanner.Current == (byte)'[' && catalog.LooksIntoLists ? Truth.No : Truth.Yes;
        }

        scanner.Advance();
        if (!scanner.MoveToNext((byte)'}', first: true))
        {
            return scanner.Fault == JsonFault.None ? Truth.Yes : scanner.Fault == JsonFault.Cut ? Truth.Open : Truth.No;
        }

        // The name is enough; its value may be long in coming.
        _ = scanner.ReadName(out JsonSlot name);
        return !name.IsPresent ? (scanner.Fault == JsonFault.Cut ? Truth.Open : Truth.No)
            : !(catalog.Paths.Root.Find(body, name) is { } node && node.Slot < catalog.FirstSlotOfFailures) && FailureMembers.Find(body, name) == FailureMember.None ? Truth.Yes
            : Truth.No;
    }

    /// <summary>Whether a list has begun, and not a line of a log that begins with a bracket.</summary>
    private static bool BeginsList(ReadOnlySpan<byte> json)
    {
        int first = json.IsEmpty || json[0] != (byte)'[' ? json.Length : Blank.Skip(json, 1);
        return first < json.Length && json[first] is (byte)'{' or (byte)'[' or (byte)'"' or (byte)']';
    }
}
