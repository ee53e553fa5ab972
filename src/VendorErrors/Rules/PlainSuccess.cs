using System.Runtime.CompilerServices;
using System.Text;
using VendorErrors.Envelopes;
using VendorErrors.Envelopes.Json;

namespace VendorErrors.Rules;

/// <summary>
/// Recognises the plain successes of a vendor without a full reading: only the members that can make or unmake one are looked at, and
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

    // Of a fixed number, since clearing them is then a matter of a few instructions.
    private const int MaxSlotsOnStack = 16;

    // Slot 0 is the root's.
    private const int MaxCodesOnStack = 4;

    private const int LeastStatus = 200;

    private readonly PathTree _paths = new();
    private readonly SuccessShape[] _shapes;

    // The 2xx of which the vendor says something else than that all is well.
    private readonly bool[] _isOtherStatus = new bool[100];

    // The codes that settle the verdict, and where they and their proofs stand; and the bodies that begin with one that needs no proof.
    private readonly SettlingCode[] _settling;
    private readonly KnownBeginning[] _beginnings;
    private readonly PathTree _codes = new();

    /// <param name="definition">The vendor's facts. Only those on successes are looked at, in plain loops: this runs at a vendor's first answer.</param>
    public PlainSuccess(VendorDefinition definition)
    {
        _shapes = new SuccessShape[definition.Envelopes.Count];
        for (var i = 0; i < _shapes.Length; i++)
        {
            _shapes[i] = new SuccessShape(definition.Envelopes[i], definition, _paths);
        }

        // Without a code there is nothing to be known before the end.
        foreach (SuccessShape shape in _shapes)
        {
            if (shape.CodeSlot >= 0)
            {
                _paths.OutermostOf(shape.CodeSlot)!.IsDecisive = true;
            }
        }

        for (var i = 0; i < definition.Codes.Count; i++)
        {
            if (definition.Codes[i].IsHttpStatus)
            {
                NoteOtherStatuses(definition.Codes[i].Rows);
            }
        }

        KnownBeginning[] beginnings = KnownBeginnings();
        beginnings = _codes.SlotCount <= MaxCodesOnStack ? beginnings : [];
        _settling = Array.ConvertAll(beginnings, known => known.Code);
        _beginnings = Array.FindAll(beginnings, known => known.Code.ProofSlot < 0);
    }

    /// <summary>Whether a whole body is a plain success.</summary>
    public SuccessVerdict Recognise(in VendorResponse response)
    {
        if (!MayHold(response.Status))
        {
            return SuccessVerdict.No;
        }

        ReadOnlySpan<byte> body = response.Body;
        return BodySniffer.IsPlainlyJson(body) ? Recognise(body, response) : RecogniseBehindMark(response);
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

        int count = _paths.SlotCount;
        return Judge(json, response, toTheEnd, count <= MaxSlotsOnStack ? stackalloc JsonSlot[MaxSlotsOnStack] : new JsonSlot[count], out end);
    }

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
        return end == SkimEnd.None ? code.Verdict : VerdictAt(end, code.Verdict);
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

    private static SuccessVerdict VerdictAt(SkimEnd end, SuccessVerdict ofClosed) =>
        end == SkimEnd.Closed ? ofClosed : end == SkimEnd.Cut ? SuccessVerdict.Open : SuccessVerdict.No;

    private SuccessVerdict Recognise(ReadOnlySpan<byte> body, in VendorResponse response)
    {
        KnownBeginning? known = Find(body);
        return body.Length <= CheckedBytes || known is null ? Judge(body, response, known, toTheEnd: body.Length <= CheckedBytes, out _) : known.Verdict;
    }

    // Behind a byte order mark or blanks.
    private SuccessVerdict RecogniseBehindMark(in VendorResponse response)
    {
        ReadOnlySpan<byte> body = response.Body;
        return BodySniffer.Sniff(ref body, response) == BodyKind.Json ? Recognise(body, response) : SuccessVerdict.No;
    }

    // A method of its own: with an array on the stack the loop would be compiled once and for all, before it is known where it is hot.
    private SuccessVerdict Judge(ReadOnlySpan<byte> json, in VendorResponse response, bool toTheEnd, Span<JsonSlot> slots, out SkimEnd end)
    {
        end = SkimEnd.None;
        var skimmer = new JsonSkimmer(json, _paths, slots);
        SuccessVerdict verdict = SuccessVerdict.Open;
        while (verdict.IsPlainSuccess == Truth.Open && skimmer.MoveNext())
        {
            verdict = Judge(new JsonView(json, slots), response, isWhole: false);
        }

        if (verdict.IsPlainSuccess == Truth.No || (verdict.IsPlainSuccess == Truth.Yes && !toTheEnd))
        {
            return verdict;
        }

        end = skimmer.MoveToEnd();
        return VerdictAt(end, verdict.IsPlainSuccess == Truth.Open && end == SkimEnd.Closed ? Judge(new JsonView(json, slots), response, isWhole: true) : verdict);
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
            if (SuccessShape.IsConditional(row) || row is not { Outcome: Outcome.Success, EffectiveEffect: Effect.Applied })
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

    /// <summary>The code as the first member, written without blanks, where that and the proof are enough.</summary>
    private KnownBeginning[] KnownBeginnings()
    {
        KnownBeginning[] beginnings = [];
        for (var i = 0; i < _shapes.Length && !_shapes[i].DependsOnOperation; i++)
        {
            SuccessShape shape = _shapes[i];
            foreach (SuccessCode code in shape.Codes)
            {
                byte[] utf8 = [.. Encoding.UTF8.GetBytes("{\"" + shape.CodeName + "\":"), .. code.Utf8, (byte)','];
                if (Settles(i, utf8))
                {
                    int slot = _codes.SlotOf(shape.CodeName);
                    int proof = shape.ProofName is null ? -1 : _codes.SlotOf(shape.ProofName);
                    _codes.OutermostOf(slot)!.IsDecisive = true;
                    var number = new JsonSlot(JsonKind.Number, utf8.Length - 1 - code.Utf8.Length, code.Utf8.Length);
                    beginnings = [.. beginnings, new KnownBeginning(utf8, number, new SettlingCode(shape, code, slot, proof))];
                }
            }
        }

        return beginnings;
    }

    /// <summary>Whether a body that begins so has this shape, and is a plain success, whatever follows but a proof.</summary>
    private bool Settles(int shape, ReadOnlySpan<byte> json)
    {
        var slots = new JsonSlot[_paths.SlotCount];
        var skimmer = new JsonSkimmer(json, _paths, slots);
        _ = skimmer.MoveNext();
        var view = new JsonView(json, slots);
        for (var i = 0; i < shape; i++)
        {
            if (_shapes[i].Matches(view, default, isWhole: false) != Truth.No)
            {
                return false;
            }
        }

        return _shapes[shape].Matches(view, default, isWhole: false) == Truth.Yes
            && _shapes[shape].JudgeButForProof(view, isWhole: false).IsPlainSuccess == Truth.Yes;
    }

    private static long Number(string code) => RowIndex.TryParse(code, out long number) ? number : 0;

    private SuccessVerdict Judge(in JsonView view, in VendorResponse response, bool isWhole)
    {
        foreach (SuccessShape shape in _shapes)
        {
            Truth matches = shape.Matches(view, response, isWhole);
            if (matches != Truth.No)
            {
                return matches == Truth.Yes ? shape.Judge(view, isWhole) : SuccessVerdict.Open;
            }
        }

        return isWhole ? SuccessVerdict.ByStatus : SuccessVerdict.Open;
    }
}
