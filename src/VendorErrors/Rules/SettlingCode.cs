using System.Runtime.CompilerServices;
using System.Text;
using VendorErrors.Envelopes;
using VendorErrors.Envelopes.Json;

namespace VendorErrors.Rules;

/// <summary>
/// A code of a plain success that settles the verdict whatever stands beside it, the proof of execution aside where there is one. Most
/// bodies begin with it, after which nothing can change the verdict any more. There is one for each way to write such a beginning.
/// </summary>
internal sealed class SettlingCode
{
    // Behind the brace and the quote.
    private const int FirstLetter = 2;

    // Compact, and as Python writes it.
    private static readonly string[] s_colons = [":", ": "];

    private readonly byte[] _utf8;
    private readonly byte[] _beginning;
    private readonly int _proof = -1;
    private readonly string[] _notExecuted = [];

    private SettlingCode(Envelope envelope, SuccessCode code, string colon, PathTree paths)
    {
        _utf8 = code.Utf8;
        _beginning = Encoding.UTF8.GetBytes("{\"" + envelope.Code[0] + "\"" + colon + code.Text + ",");
        Verdict = code.Verdict;
        Number = new JsonSlot(JsonKind.Number, _beginning.Length - 1 - _utf8.Length, _utf8.Length);
        Slot = paths.SlotOf(envelope.Code[0]);
        paths.OutermostOf(Slot)!.IsDecisive = true;
        if (envelope.Proof is not null)
        {
            _proof = paths.SlotOf(envelope.Proof.Path);
            _notExecuted = envelope.Proof.CopyNotExecuted();
        }
    }

    /// <summary>The verdict on it.</summary>
    public SuccessVerdict Verdict { get; }

    /// <summary>Its member.</summary>
    public int Slot { get; }

    /// <summary>Where it stands in a body that begins with it.</summary>
    public JsonSlot Number { get; }

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
                for (var way = 0; way < s_colons.Length && Settles(definition, i, code.Text); way++)
                {
                    settling = [.. settling, new SettlingCode(envelope, code, s_colons[way], paths)];
                }
            }
        }

        return settling;
    }

    /// <summary>Whether a body begins with it, written in this way, and needs no proof. Most that do not differ in the first letter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Begins(ReadOnlySpan<byte> body) =>
        _proof < 0 && body.Length > FirstLetter && body[FirstLetter] == _beginning[FirstLetter] && body.StartsWith(_beginning);

    /// <summary>Whether a member is this code. Most codes of success are one digit, which is compared without a call.</summary>
    public bool Is(ReadOnlySpan<byte> json, in JsonSlot member, int slot)
    {
        byte[] utf8 = _utf8;
        return slot == Slot && member.Kind == JsonKind.Number && member.Length == utf8.Length && json[member.Start] == utf8[0]
            && (utf8.Length == 1 || member.Of(json).SequenceEqual(utf8));
    }

    /// <summary>Whether the proof may still come.</summary>
    public bool IsOpen(ReadOnlySpan<JsonSlot> slots) => _proof >= 0 && !slots[_proof].IsPresent;

    /// <summary>Whether the proof says that nothing was executed; one that is not there does not.</summary>
    public bool IsRefuted(ReadOnlySpan<byte> json, ReadOnlySpan<JsonSlot> slots) => _proof >= 0 && new JsonView(json, slots).IsOneOf(_proof, _notExecuted);

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
