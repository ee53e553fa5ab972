using VendorErrors.Classification.Compiled;
using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification.Events;

/// <summary>The reason that an event gives.</summary>
/// <param name="Code">Its code as received; null where there is none.</param>
/// <param name="Space">What kind of code it is.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Row">What it means; null where it is in no list.</param>
internal readonly record struct EventReason(string? Code, string? Space, string? Place, EventRow? Row)
{
    /// <summary>Whether it has a code that is in no list.</summary>
    public bool IsUnlisted => Code is not null && Row is null;

    /// <summary>The first reason that is there and known; the first that is there, failing that.</summary>
    public static EventReason Find(EventCatalog catalog, CompiledEventShape shape, in JsonView view)
    {
        EventReason first = default;
        for (var i = 0; i < shape.Reasons.Length; i++)
        {
            (CompiledSource source, string space) = shape.Reasons[i];
            if (CompiledEventShape.TextOf(source, view) is not { } text)
            {
                continue;
            }

            EventReason found = Of(catalog, view, space, text, shape.Shape.Reasons[i].Place.ToString());
            if (found.Row is not null)
            {
                return found;
            }

            first = first.Code is null ? found : first;
        }

        return first;
    }

    private static EventReason Of(EventCatalog catalog, in JsonView view, string space, string text, string place)
    {
        if (!string.Equals(space, ReasonSource.ReasonHeader, StringComparison.Ordinal))
        {
            return new EventReason(text, space, place, catalog.FindReason(space, text, view));
        }

        EventReason first = default;
        foreach ((string reasons, string code) in ReasonHeaderValue.Read(text))
        {
            EventReason found = new(code, reasons, place, catalog.FindReason(reasons, code, view));
            if (found.Row is not null)
            {
                return found;
            }

            first = first.Code is null ? found : first;
        }

        return first;
    }
}
