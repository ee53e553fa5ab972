using VendorErrors.Envelopes;
using VendorErrors.Envelopes.Json;

namespace VendorErrors.Rules;

/// <summary>A code of a plain success that settles the verdict whatever stands beside it, the proof of execution aside where there is one.</summary>
/// <param name="Shape">The shape of the answers it stands in.</param>
/// <param name="Code">The code.</param>
/// <param name="Slot">Where it stands.</param>
/// <param name="ProofSlot">Where the proof stands; -1 where there is none.</param>
internal sealed record SettlingCode(SuccessShape Shape, SuccessCode Code, int Slot, int ProofSlot)
{
    /// <summary>The verdict on it.</summary>
    public SuccessVerdict Verdict { get; } = Code.Verdict;

    /// <summary>Whether a member is this code. Most codes of success are one digit, which is compared without a call.</summary>
    public bool Is(ReadOnlySpan<byte> json, in JsonSlot member, int slot)
    {
        byte[] utf8 = Code.Utf8;
        return slot == Slot && member.Kind == JsonKind.Number && member.Length == utf8.Length && json[member.Start] == utf8[0]
            && (utf8.Length == 1 || member.Of(json).SequenceEqual(utf8));
    }

    /// <summary>Whether the proof may still come.</summary>
    public bool IsOpen(ReadOnlySpan<JsonSlot> slots) => ProofSlot >= 0 && !slots[ProofSlot].IsPresent;

    /// <summary>Whether the proof says that nothing was executed.</summary>
    public bool IsRefuted(ReadOnlySpan<byte> json, ReadOnlySpan<JsonSlot> slots) => ProofSlot >= 0 && Shape.IsRefuted(new JsonView(json, slots), ProofSlot);
}
