using VendorErrors.Classification.Bodies;
using VendorErrors.Classification.Compiled;
using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification;

/// <summary>The look at all members that can make or unmake a plain success, where the code alone does not settle it.</summary>
internal sealed class SuccessShapes
{
    // Of a fixed number, since clearing them is then a matter of a few instructions.
    private const int MaxSlotsOnStack = 16;

    private readonly PathTree _paths = new();
    private readonly SuccessShape[] _shapes;
    private readonly EnvelopeRequirement? _requirement;

    public SuccessShapes(VendorDefinition definition)
    {
        _requirement = EnvelopeRequirement.Of(definition);
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
    }

    /// <summary>The verdict on a body, or on its beginning, see <see cref="PlainSuccess.Judge"/>.</summary>
    public SuccessVerdict Judge(ReadOnlySpan<byte> json, in VendorResponse response, bool toTheEnd, out SkimEnd end)
    {
        int count = _paths.SlotCount;
        return Judge(json, response, toTheEnd, count <= MaxSlotsOnStack ? stackalloc JsonSlot[MaxSlotsOnStack] : new JsonSlot[count], out end);
    }

    /// <summary>
    /// The verdict on a list of which the beginning has come: no member of it is looked at, so nothing that follows changes the verdict, and a
    /// list may be long in coming. Null where that is no list, or not yet known to be one.
    /// </summary>
    public SuccessVerdict? JudgeList(ReadOnlySpan<byte> json, in VendorResponse response)
    {
        if (!BeginsList(json))
        {
            return null;
        }

        SuccessVerdict verdict = Judge(new JsonView(json, default), response, isWhole: true);
        return verdict.IsPlainSuccess == Truth.Yes ? verdict : null;
    }

    /// <summary>Whether an envelope is required in this answer; for a body in which none was found.</summary>
    public bool RequiresEnvelope(in VendorResponse response) => _requirement?.AppliesTo(response) == true;

    /// <summary>
    /// Whether the first member of a body is neither one that an envelope looks at nor one of a report of a failure, so that a vendor whose
    /// 2xx tells the truth need not be looked at further. Open where it has not come yet.
    /// </summary>
    public Truth IsBesideThePoint(ReadOnlySpan<byte> json)
    {
        var scanner = new JsonScanner(json);
        if (!scanner.MoveToToken())
        {
            return scanner.Fault == JsonFault.Cut ? Truth.Open : Truth.No;
        }

        if (scanner.Current != (byte)'{')
        {
            return Truth.Yes;
        }

        scanner.Advance();
        if (!scanner.MoveToNext((byte)'}', first: true))
        {
            return scanner.Fault == JsonFault.None ? Truth.Yes : scanner.Fault == JsonFault.Cut ? Truth.Open : Truth.No;
        }

        // The name is enough; its value may be long in coming.
        _ = scanner.ReadName(out JsonSlot name);
        return !name.IsPresent ? (scanner.Fault == JsonFault.Cut ? Truth.Open : Truth.No)
            : _paths.Root.Find(json, name) is null && FailureMembers.Find(json, name) == FailureMember.None ? Truth.Yes
            : Truth.No;
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
        return verdict.IsPlainSuccess == Truth.Open && end == SkimEnd.Closed ? Judge(new JsonView(json, slots), response, isWhole: true) : verdict.At(end);
    }

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

        return isWhole ? JudgeWithoutEnvelope(view.Json, response) : SuccessVerdict.Open;
    }

    private SuccessVerdict JudgeWithoutEnvelope(ReadOnlySpan<byte> json, in VendorResponse response) =>
        _requirement?.AppliesTo(response) == true || FailureShape.Is(json, response, out _) ? SuccessVerdict.No : SuccessVerdict.ByStatus;

    /// <summary>Whether a list has begun, and not a line of a log that begins with a bracket.</summary>
    private static bool BeginsList(ReadOnlySpan<byte> json)
    {
        int first = json.IsEmpty || json[0] != (byte)'[' ? json.Length : Blank.Skip(json, 1);
        return first < json.Length && json[first] is (byte)'{' or (byte)'[' or (byte)'"' or (byte)']';
    }
}
