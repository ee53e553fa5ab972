using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification.Events;

/// <summary>The word by which an event says its state.</summary>
/// <param name="Text">The word; null where there is none, or something that is no word.</param>
/// <param name="Row">What it means, or every event of the shape; null where neither is known.</param>
/// <param name="IsExpected">Whether the shape has a place for it.</param>
/// <param name="IsMissing">Whether nothing is there, and being there says nothing.</param>
internal readonly record struct EventWord(string? Text, EventRow? Row, bool IsExpected, bool IsMissing)
{
    /// <summary>No word, where none is expected: what a reason means by itself.</summary>
    public static EventWord None { get; } = new(Text: null, Row: null, IsExpected: false, IsMissing: true);

    /// <summary>The word of a row.</summary>
    public static EventWord Of(EventRow row) => new(row.Code, row, IsExpected: true, IsMissing: false);

    /// <summary>Finds the word, and notes what it means.</summary>
    public static EventWord Find(CompiledEventShape shape, in JsonView view, List<Evidence> evidence)
    {
        bool isExpected = shape.State.Length > 0;
        string name = shape.Shape.Name;
        if (CompiledEventShape.FirstText(shape.State, view, out int index) is { } word)
        {
            EventRow? row = shape.States.Find(word, view);
            evidence.Add(new Evidence(
                EvidenceSource.SubField,
                row is null ? EvidenceVerdict.Ignored : EvidenceVerdict.Won,
                shape.Shape.State[index].ToString(),
                word,
                row is null ? $"the shape '{name}' has no such word, so the state is unknown" : $"the word '{row.Code}' of the shape '{name}' means {row.Meaning}"));
            return new EventWord(word, row, isExpected, IsMissing: false);
        }

        if (HasNoText(shape, view))
        {
            evidence.Add(new Evidence(EvidenceSource.SubField, EvidenceVerdict.Ignored, shape.Shape.State[0].ToString(), Value: null, $"the shape '{name}' has a word here, and there is none, so the state is unknown"));
            return new EventWord(Text: null, Row: null, isExpected, IsMissing: false);
        }

        EventRow? always = shape.Always?.Find(name, view);
        evidence.Add(new Evidence(
            EvidenceSource.Family,
            always is null ? EvidenceVerdict.Ignored : EvidenceVerdict.Won,
            "body",
            Value: null,
            always is null ? $"an event of the shape '{name}', without a word on its state" : $"an event of the shape '{name}' means {always.Meaning}"));
        return new EventWord(Text: null, always, isExpected, IsMissing: always is null);
    }

    // An object or a list in the place of a word.
    private static bool HasNoText(CompiledEventShape shape, in JsonView view)
    {
        foreach (var source in shape.State)
        {
            if (source.Of(view).Kind is JsonKind.Object or JsonKind.Array)
            {
                return true;
            }
        }

        return false;
    }
}
