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

    private const int LeastStatus = 200;

    private readonly PathTree _paths = new();
    private readonly SuccessShape[] _shapes;

    // The 2xx of which the vendor says something else than that all is well.
    private readonly bool[] _isOtherStatus = new bool[100];
    private readonly bool[] _isCode;
    private readonly KnownBeginning[] _beginnings;

    /// <param name="definition">The vendor's facts. Only those on successes are looked at, in plain loops: this runs at a vendor's first answer.</param>
    public PlainSuccess(VendorDefinition definition)
    {
        _shapes = new SuccessShape[definition.Envelopes.Count];
        var dependsOnOperation = false;
        for (var i = 0; i < _shapes.Length; i++)
        {
            _shapes[i] = new SuccessShape(definition.Envelopes[i], definition, _paths);
            dependsOnOperation |= _shapes[i].DependsOnOperation;
        }

        _isCode = new bool[_paths.SlotCount];
        foreach (SuccessShape shape in _shapes)
        {
            if (shape.CodeSlot >= 0)
            {
                _isCode[_paths.RootOf(shape.CodeSlot)] = true;
            }
        }

        for (var i = 0; i < definition.Codes.Count; i++)
        {
            if (definition.Codes[i].IsHttpStatus)
            {
                NoteOtherStatuses(definition.Codes[i].Rows);
            }
        }

        // A shape of one operation would make the verdict depend on the request.
        _beginnings = dependsOnOperation ? [] : KnownBeginnings();
    }

    /// <summary>Whether a whole body is a plain success.</summary>
    public SuccessVerdict Recognise(in VendorResponse response)
    {
        ReadOnlySpan<byte> body = response.Body;
        if (!MayHold(response.Status))
        {
            return SuccessVerdict.No;
        }

        KnownBeginning? known = Find(body);
        return known is null && BodySniffer.Sniff(ref body, response) != BodyKind.Json ? SuccessVerdict.No
            : body.Length <= CheckedBytes ? Judge(body, response, known, toTheEnd: true, out _)
            : known is null ? Judge(body, response, known, toTheEnd: false, out _)
            : known.Verdict;
    }

    /// <summary>The most frequent beginning of a plain success, if the body has it; nothing that follows it changes the verdict.</summary>
    public KnownBeginning? Find(ReadOnlySpan<byte> body)
    {
        foreach (KnownBeginning known in _beginnings)
        {
            if (body.StartsWith(known.Utf8))
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
        int count = _paths.SlotCount;
        return count <= Classifier.MaxSlotsOnStack
            ? Judge(json, response, known, toTheEnd, stackalloc JsonSlot[count], out end)
            : Judge(json, response, known, toTheEnd, new JsonSlot[count], out end);
    }

    // A method of its own: with an array on the stack the loop would be compiled once and for all, before it is known where it is hot.
    private SuccessVerdict Judge(ReadOnlySpan<byte> json, in VendorResponse response, KnownBeginning? known, bool toTheEnd, Span<JsonSlot> slots, out SkimEnd end)
    {
        var view = new JsonView(json, slots);
        var skimmer = new JsonSkimmer(json, _paths, slots);
        SuccessVerdict verdict = SuccessVerdict.Open;
        if (known is not null)
        {
            verdict = known.Verdict;
            skimmer.GoOnBehind(known.Slot, known.Code);
        }

        var hasCode = false;
        while (verdict.IsPlainSuccess == Truth.Open && skimmer.MoveNext())
        {
            // Without a code there is nothing to be known before the end.
            hasCode |= _isCode[skimmer.Slot];
            verdict = hasCode ? Judge(view, response, isWhole: false) : verdict;
        }

        if (verdict.IsPlainSuccess == Truth.No || (verdict.IsPlainSuccess == Truth.Yes && !toTheEnd))
        {
            end = SkimEnd.None;
            return verdict;
        }

        end = skimmer.MoveToEnd();
        return end switch
        {
            SkimEnd.Closed => verdict.IsPlainSuccess == Truth.Yes ? verdict : Judge(view, response, isWhole: true),
            SkimEnd.Cut => SuccessVerdict.Open,
            _ => SuccessVerdict.No,
        };
    }

    /// <summary>Whether under this HTTP status the body alone decides: a 2xx of which the vendor says nothing else.</summary>
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

    /// <summary>The code as the first member, written without blanks: whether that is enough, the verdict on it tells.</summary>
    private KnownBeginning[] KnownBeginnings()
    {
        KnownBeginning[] beginnings = [];
        foreach (SuccessShape shape in _shapes)
        {
            foreach (SuccessCode code in shape.Codes)
            {
                string name = "{\"" + shape.CodeName + "\":";
                byte[] utf8 = Encoding.UTF8.GetBytes(name + code.Verdict.Result.Code + ",");
                SuccessVerdict verdict = Judge(utf8, default, known: null, toTheEnd: false, out _);
                if (verdict.IsPlainSuccess == Truth.Yes)
                {
                    var slot = new JsonSlot(JsonKind.Number, utf8.Length - 1 - code.Utf8.Length, code.Utf8.Length);
                    beginnings = [.. beginnings, new KnownBeginning(utf8, shape.CodeSlot, slot, verdict)];
                }
            }
        }

        return beginnings;
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
