using VendorErrors.Classification.Compiled;
using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification.Events;

/// <summary>An <see cref="EventShape"/> whose paths have slots.</summary>
internal sealed class CompiledEventShape
{
    private readonly CompiledCondition _when;
    private readonly CompiledCondition? _billed;
    private readonly CompiledCondition? _notBilled;

    public CompiledEventShape(EventShape shape, PathTree paths)
    {
        Shape = shape;
        _when = new CompiledCondition(shape.When, paths);
        _billed = shape.Billed is null ? null : new CompiledCondition(shape.Billed, paths);
        _notBilled = shape.NotBilled is null ? null : new CompiledCondition(shape.NotBilled, paths);
        Type = CompiledSource.Of(shape.Type, paths);
        EventId = CompiledSource.Of(shape.EventId, paths);
        Subject = CompiledSource.Of(shape.Subject, paths);
        Related = CompiledSource.Of(shape.Related, paths);
        ClientReference = CompiledSource.Of(shape.ClientReference, paths);
        Distinct = CompiledSource.Of(shape.Distinct, paths);
        Time = CompiledSource.Of(shape.Time, paths);
        State = CompiledSource.Of(shape.State, paths);
        States = new EventRowIndex(shape.States, paths);

        // All are of one word, the name of the shape.
        Always = shape.Always.Count == 0 ? null : new EventRowIndex(shape.Always, paths);
        Reasons = [.. shape.Reasons.Select(reason => (new CompiledSource(reason.Place, paths), reason.Space))];
        Message = CompiledSource.Of(shape.Message, paths);
    }

    public EventShape Shape { get; }

    public CompiledSource[] Type { get; }

    public CompiledSource[] EventId { get; }

    public CompiledSource[] Subject { get; }

    public CompiledSource[] Related { get; }

    public CompiledSource[] ClientReference { get; }

    public CompiledSource[] Distinct { get; }

    public CompiledSource[] Time { get; }

    public CompiledSource[] State { get; }

    public EventRowIndex States { get; }

    public EventRowIndex? Always { get; }

    public (CompiledSource Place, string Space)[] Reasons { get; }

    public CompiledSource[] Message { get; }

    public bool Matches(in JsonView view) => _when.Holds(view);

    /// <summary>Whether the event says that it is billed; null where it does not say.</summary>
    public bool? IsBilled(in JsonView view) => _billed?.Holds(view) == true ? true : _notBilled?.Holds(view) == true ? false : null;

    /// <summary>The first of several values that says something: a text or number that is not empty.</summary>
    /// <param name="sources">Where it may be.</param>
    /// <param name="view">The event.</param>
    /// <param name="index">Which of the places it is at; -1 where none says anything.</param>
    public static string? FirstText(CompiledSource[] sources, in JsonView view, out int index)
    {
        for (index = 0; index < sources.Length; index++)
        {
            if (TextOf(sources[index], view) is { } text)
            {
                return text;
            }
        }

        index = -1;
        return null;
    }

    /// <summary>The text or number of a place; null where there is none, or an empty one. True and false are words, too.</summary>
    public static string? TextOf(CompiledSource source, in JsonView view) =>
        source.Of(view) is { Kind: JsonKind.Text or JsonKind.Number or JsonKind.True or JsonKind.False } slot && view.Text(slot) is { Length: > 0 } text ? text : null;
}
