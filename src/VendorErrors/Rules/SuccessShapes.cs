using VendorErrors.Envelopes;
using VendorErrors.Envelopes.Json;

namespace VendorErrors.Rules;

/// <summary>The look at all members that can make or unmake a plain success, where the code alone does not settle it.</summary>
internal sealed class SuccessShapes
{
    // Of a fixed number, since clearing them is then a matter of a few instructions.
    private const int MaxSlotsOnStack = 16;

    private readonly PathTree _paths = new();
    private readonly SuccessShape[] _shapes;

    public SuccessShapes(VendorDefinition definition)
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
    }

    /// <summary>The verdict on a body, or on its beginning, see <see cref="PlainSuccess.Judge"/>.</summary>
    public SuccessVerdict Judge(ReadOnlySpan<byte> json, in VendorResponse response, bool toTheEnd, out SkimEnd end)
    {
        int count = _paths.SlotCount;
        return Judge(json, response, toTheEnd, count <= MaxSlotsOnStack ? stackalloc JsonSlot[MaxSlotsOnStack] : new JsonSlot[count], out end);
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

        return isWhole ? SuccessVerdict.ByStatus : SuccessVerdict.Open;
    }
}
