using VendorErrors.Classification.Compiled;
using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification;

/// <summary>
/// A code of a plain success that settles the verdict whatever stands beside it, the proof of execution aside where there is one.
/// </summary>
internal sealed class SettlingCode
{
    private readonly byte[] _utf8;
    private readonly int _proof = -1;
    private readonly string[] _notExecuted = [];

    private SettlingCode(Envelope envelope, SuccessCode code, PathTree paths)
    {
        _utf8 = code.Utf8;
        Name = envelope.Code[0];
        Text = code.Text;
        Verdict = code.Verdict;
        Slot = paths.SlotOf(Name);
        paths.OutermostOf(Slot)!.IsDecisive = true;
        if (envelope.Proof is not null)
        {
            _proof = paths.SlotOf(envelope.Proof.Path);
            _notExecuted = envelope.Proof.CopyNotExecuted();
        }
    }

    /// <summary>The name of its member.</summary>
    public string Name { get; }

    /// <summary>The code as the catalog and nearly all bodies write it.</summary>
    public string Text { get; }

    /// <summary>The verdict on it.</summary>
    public SuccessVerdict Verdict { get; }

    /// <summary>Whether a proof may refute it.</summary>
    public bool NeedsProof => _proof >= 0;

    /// <summary>Its member.</summary>
    public int Slot { get; }

    /// <summary>All of a vendor's.</summary>
    /// <param name="definition">The vendor's facts.</param>
    /// <param name="paths">Where the paths of the codes and their proofs go.</param>
    public static SettlingCode[] Of(VendorDefinition definition, PathTree paths)
    {
        // Behind an envelope of one operation alone nothing is known without the operation.
        SettlingCode[] settling = [];
        for (var i = 0; i < definition.Envelopes.Count && definition.Envelopes[i].Operation is null; i++)
        {
            Envelope envelope = definition.Envelopes[i];
            SuccessCode[] codes = envelope.Code.Count == 0 ? [] : SuccessCode.Of(envelope, definition);
            foreach (SuccessCode code in codes)
            {
                if (Settles(definition, i, code.Text))
                {
                    settling = [.. settling, new SettlingCode(envelope, code, paths)];
                }
            }
        }

        return settling;
    }

    /// <summary>Whether a member is this code. Most codes of success are one digit, which is compared without a call.</summary>
    public bool Is(ReadOnlySpan<byte> json, in JsonSlot member, int slot)
    {
        byte[] utf8 = _utf8;
        return slot == Slot && member.Kind == JsonKind.Number && member.Length == utf8.Length && json[member.Start] == utf8[0]
            && (utf8.Length == 1 || member.Of(json).SequenceEqual(utf8));
    }

    /// <summary>Whether the proof may still come.</summary>
    public bool IsOpen(ReadOnlySpan<JsonSlot> slots) => NeedsProof && !slots[_proof].IsPresent;

    /// <summary>Whether the proof says that nothing was executed; one that is not there does not.</summary>
    public bool IsRefuted(ReadOnlySpan<byte> json, ReadOnlySpan<JsonSlot> slots) => NeedsProof && new JsonView(json, slots).IsOneOf(_proof, _notExecuted);

    /// <summary>Whether a body with this code has this envelope and is a plain success, whatever else it holds, a proof aside.</summary>
    private static bool Settles(VendorDefinition definition, int index, string code)
    {
        Envelope envelope = definition.Envelopes[index];
        string member = envelope.Code[0];
        if (!IsName(member) || !IsJsonNumber(code, out long number) || envelope.When.Judge(member, number) != Truth.Yes)
        {
            return false;
        }

        for (var i = 0; i < index; i++)
        {
            if (definition.Envelopes[i].When.Judge(member, number) != Truth.No)
            {
                return false;
            }
        }

        for (var i = 0; i < envelope.Outcomes.Count; i++)
        {
            if (envelope.Outcomes[i].When.Judge(member, number) != Truth.No)
            {
                return false;
            }
        }

        return true;
    }

    // Of a member of the outermost object.
    private static bool IsName(string path) => path.IndexOf('.') < 0 && path.IndexOf('[') < 0;

    // As JSON writes it, no sign and no leading zeros, and as it is read from a body.
    private static bool IsJsonNumber(string code, out long number) =>
        RowIndex.TryParse(code, out number) && number >= 0 && code.Length <= JsonText.MaxDigits && (code.Length == 1 || code[0] is >= '1' and <= '9');
}
