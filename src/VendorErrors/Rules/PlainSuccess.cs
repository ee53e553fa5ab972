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

    private readonly PathTree _paths = new();
    private readonly SuccessShape[] _shapes;
    private readonly (long First, long Last)[] _otherStatuses;

    public PlainSuccess(Catalog catalog)
    {
        _shapes = [.. catalog.Definition.Envelopes.Select(envelope => new SuccessShape(envelope, catalog, _paths))];
        _otherStatuses =
        [
            .. catalog.Rows
                .Where(row => row.IsHttpStatus && (SuccessShape.IsConditional(row) || row is not { Outcome: Outcome.Success, EffectiveEffect: Effect.Applied }))
                .Select(row => (Number(row.Code), Number(row.LastCode ?? row.Code))),
        ];
    }

    /// <summary>Whether a whole body is a plain success.</summary>
    public SuccessVerdict Recognise(in VendorResponse response)
    {
        ReadOnlySpan<byte> body = response.Body;
        return MayHold(response.Status) && BodySniffer.Sniff(ref body, response) == BodyKind.Json
            ? Judge(body, response, body.Length <= CheckedBytes, out _)
            : SuccessVerdict.No;
    }

    /// <summary>The verdict on a body, or on its beginning; open where it ends too early to tell.</summary>
    /// <param name="json">The body, or its beginning.</param>
    /// <param name="response">The response.</param>
    /// <param name="toTheEnd">Whether a success has to be closed in due form, too.</param>
    /// <param name="end">Where the look at the body stopped; none where the verdict was known before.</param>
    public SuccessVerdict Judge(ReadOnlySpan<byte> json, in VendorResponse response, bool toTheEnd, out SkimEnd end)
    {
        int count = _paths.SlotCount;
        Span<JsonSlot> slots = count <= Classifier.MaxSlotsOnStack ? stackalloc JsonSlot[count] : new JsonSlot[count];
        var view = new JsonView(json, slots);
        var skimmer = new JsonSkimmer(json, _paths, slots);
        SuccessVerdict verdict = SuccessVerdict.Open;
        while (skimmer.MoveNext())
        {
            verdict = verdict.IsPlainSuccess == Truth.Open ? Judge(view, response, isWhole: false) : verdict;
            if (verdict.IsPlainSuccess == Truth.No || (verdict.IsPlainSuccess == Truth.Yes && !toTheEnd))
            {
                end = SkimEnd.None;
                return verdict;
            }
        }

        end = skimmer.End;
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
        if (status is < 200 or > 299)
        {
            return false;
        }

        foreach ((long first, long last) in _otherStatuses)
        {
            if (status >= first && status <= last)
            {
                return false;
            }
        }

        return true;
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
