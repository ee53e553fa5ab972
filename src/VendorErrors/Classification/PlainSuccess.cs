using System.Runtime.CompilerServices;
using VendorErrors.Classification.Bodies;
using VendorErrors.Classification.Compiled;
using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification;

/// <summary>
/// Recognizes the plain successes of a vendor without a full reading: only the members that can make or unmake one are looked at, and
/// as soon as nothing that may follow can change the verdict, it is known. Which members these are follows from the definition.
/// Whatever is no plain success, or cannot be told this way, is left to <see cref="BodyReader"/> and <see cref="Interpreter"/>.
/// </summary>
internal sealed class PlainSuccess
{
    /// <summary>
    /// Up to this many bytes a body is looked through to its end even when the verdict is known before: its root has to be closed,
    /// nothing may follow it, and no member that counts may come again. Of a larger one that is not worth the time.
    /// </summary>
    internal const int CheckedBytes = 4 * 1024;

    // Of a fixed number, since clearing them is then a matter of a few instructions. Slot 0 is the root's.
    private const int MaxCodesOnStack = 4;

    private const int LeastStatus = 200;

    private readonly VendorDefinition _definition;

    // The 2xx of which the vendor says something else than that all is well.
    private readonly bool[] _isOtherStatus = new bool[100];

    // The codes that settle the verdict, and where they and their proofs stand; and how bodies begin with those that need no proof.
    private readonly SettlingCode[] _settling;
    private readonly KnownBeginning[] _beginnings;
    private readonly PathTree _codes = new();

    // Made when first needed: most successes are settled by their code. Two threads may make two, which are the same.
    private SuccessShapes? _shapes;

    private SuccessShapes Shapes => _shapes ??= new SuccessShapes(_definition);

    /// <param name="definition">The vendor's facts. Only those on successes are looked at, in plain loops: this runs at a vendor's first answer.</param>
    public PlainSuccess(VendorDefinition definition)
    {
        _definition = definition;
        for (var i = 0; i < definition.Codes.Count; i++)
        {
            if (definition.Codes[i].IsHttpStatus)
            {
                NoteOtherStatuses(definition.Codes[i].Rows);
            }
        }

        SettlingCode[] settling = SettlingCode.Of(definition, _codes);
        _settling = _codes.SlotCount <= MaxCodesOnStack ? settling : [];
        _beginnings = KnownBeginning.Of(_settling);
    }

    /// <summary>Whether a whole body is a plain success.</summary>
    public SuccessVerdict Recognize(in VendorResponse response)
    {
        if (!MayHold(response.Status))
        {
            return SuccessVerdict.No;
        }

        ReadOnlySpan<byte> body = response.Body;
        return BodySniffer.IsPlainlyJson(body) ? Recognize(body, response) : RecognizeBehindMark(response);
    }

    /// <summary>The most frequent beginning of a plain success, if the body has it; nothing that follows it changes the verdict.</summary>
    public KnownBeginning? Find(ReadOnlySpan<byte> body)
    {
        foreach (KnownBeginning known in _beginnings)
        {
            if (known.Begins(body))
            {
                return known;
            }
        }

        return null;
    }

    /// <summary>The verdict on a body, or on its beginning; open where it ends too early to tell.</summary>
    /// <param name="json">The body, or its beginning.</param>
    /// <param name="response">The response.</param>
    /// <param name="known">Its beginning, where that tells the verdict.</param>
    /// <param name="toTheEnd">Whether a success has to be closed in due form, too.</param>
    /// <param name="end">Where the look at the body stopped; none where the verdict was known before.</param>
    public SuccessVerdict Judge(ReadOnlySpan<byte> json, in VendorResponse response, KnownBeginning? known, bool toTheEnd, out SkimEnd end)
    {
        if (_settling.Length > 0 && JudgeByCode(json, known, toTheEnd, stackalloc JsonSlot[MaxCodesOnStack], out end) is { } verdict)
        {
            return verdict;
        }

        return Shapes.Judge(json, response, toTheEnd, out end);
    }

    /// <summary>The verdict on a list whose beginning has come; null where that does not settle it.</summary>
    public SuccessVerdict? JudgeList(ReadOnlySpan<byte> json, in VendorResponse response) => Shapes.JudgeList(json, response);

    /// <summary>Whether an envelope is required in this answer; for a body in which none was found.</summary>
    public bool RequiresEnvelope(in VendorResponse response) => Shapes.RequiresEnvelope(response);

    /// <summary>Whether the first members of a body leave nothing to look for: none of them is one of an envelope or of a report of a failure.</summary>
    public Truth IsBesideThePoint(ReadOnlySpan<byte> json) => Shapes.IsBesideThePoint(json);

    /// <summary>The verdict on a body whose first code settles it, its proof aside, so that nothing else need be looked at; null where it does not.</summary>
    private SuccessVerdict? JudgeByCode(ReadOnlySpan<byte> json, KnownBeginning? known, bool toTheEnd, Span<JsonSlot> slots, out SkimEnd end)
    {
        end = SkimEnd.None;
        var skimmer = new JsonSkimmer(json, _codes, slots);
        if (known is not null)
        {
            skimmer.GoOnBehind(known.Code.Slot, known.Number);
        }

        if ((known?.Code ?? (skimmer.MoveNext() ? FindSettling(json, slots[skimmer.Slot], skimmer.Slot) : null)) is not { } code)
        {
            return null;
        }

        while (code.IsOpen(slots) && skimmer.MoveNext())
        {
        }

        if (code.IsRefuted(json, slots))
        {
            return SuccessVerdict.No;
        }

        end = toTheEnd ? skimmer.MoveToEnd() : skimmer.End;
        return end == SkimEnd.None ? code.Verdict : code.Verdict.At(end);
    }

    private SettlingCode? FindSettling(ReadOnlySpan<byte> json, in JsonSlot member, int slot)
    {
        foreach (SettlingCode code in _settling)
        {
            if (code.Is(json, member, slot))
            {
                return code;
            }
        }

        return null;
    }

    private SuccessVerdict Recognize(ReadOnlySpan<byte> body, in VendorResponse response)
    {
        KnownBeginning? known = Find(body);
        return body.Length <= CheckedBytes || known is null ? Judge(body, response, known, toTheEnd: body.Length <= CheckedBytes, out _) : known.Code.Verdict;
    }

    // Behind a byte order mark or blanks.
    private SuccessVerdict RecognizeBehindMark(in VendorResponse response)
    {
        ReadOnlySpan<byte> body = response.Body;
        return BodySniffer.Sniff(ref body, response) == BodyKind.Json ? Recognize(body, response) : SuccessVerdict.No;
    }

    /// <summary>Whether under this HTTP status the body alone decides: a 2xx of which the vendor says nothing else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHold(int status)
    {
        int index = status - LeastStatus;
        return (uint)index < (uint)_isOtherStatus.Length && !_isOtherStatus[index];
    }

    private void NoteOtherStatuses(IReadOnlyList<CodeRow> rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            CodeRow row = rows[i];
            if (SuccessCode.IsConditional(row) || row is not { Outcome: VendorOutcome.Success, EffectiveEffect: Effect.Applied })
            {
                long first = Number(row.Code) - LeastStatus;
                long last = row.LastCode is null ? first : Number(row.LastCode) - LeastStatus;
                for (long index = Math.Max(first, 0); index <= last && index < _isOtherStatus.Length; index++)
                {
                    _isOtherStatus[index] = true;
                }
            }
        }
    }

    private static long Number(string code) => RowIndex.TryParse(code, out long number) ? number : 0;
}
